import { AzureOpenAI, BadRequestError } from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, completion, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: AzureOpenAI;

beforeAll(async () => {
  server = await startServer();
  const endpoint = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new AzureOpenAI({
    endpoint,
    apiVersion: '2025-04-01-preview',
    azureADTokenProvider: async () => 'tyr_test',
  });
});
afterAll(() => server.app.close());

const messages = [{ role: 'user' as const, content: 'repeat after me: a small garden' }];
const SAFE = { filtered: false, severity: 'safe' };

describe("Azure's client", () => {
  it('chats with a deployment, and gets annotations', async () => {
    const answer = await client.chat.completions.create({ model: 'gpt-x', messages });
    expect(answer).toMatchObject({
      prompt_filter_results: [
        { prompt_index: 0, content_filter_results: { hate: SAFE, self_harm: SAFE, sexual: SAFE, violence: SAFE } },
      ],
      choices: [{ message: { content: 'a small garden' }, content_filter_results: { hate: SAFE } }],
    });
    expect(JSON.parse(server.asked.at(-1) ?? '')).toMatchObject({ model: 'gpt-x' });
  });

  it('streams, with what is said of the prompt first and of each answer where it ends', async () => {
    const chunks = [];
    for await (const one of await client.chat.completions.create({ model: 'gpt-x', messages, stream: true }))
      chunks.push(one);
    expect(chunks[0]).toMatchObject({ id: '', choices: [], prompt_filter_results: [{ prompt_index: 0 }] });
    const last = chunks.at(-1)?.choices[0];
    expect(last).toMatchObject({ finish_reason: 'stop', content_filter_results: { violence: SAFE } });
  });

  it('completes, embeds and asks for responses', async () => {
    const completed = await client.completions.create({ model: 'gpt-x', prompt: 'repeat after me: one' });
    expect(completed).toMatchObject({ choices: [{ text: 'one', content_filter_results: { hate: SAFE } }] });
    expect((await client.embeddings.create({ model: 'gpt-x', input: 'a' })).data).toHaveLength(1);
    expect((await client.responses.create({ model: 'gpt-x', input: 'repeat after me: one' })).output_text).toBe('one');
    expect((await client.responses.retrieve('resp_1')).id).toBe('resp_1');
  });

  it('reads a refusal as its own', async () => {
    const refused = await client.chat.completions
      .create({ model: 'gpt-x', messages: [{ role: 'user', content: 'zorblax' }] })
      .catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(BadRequestError);
    expect(refused).toMatchObject({
      code: 'content_filter',
      param: 'prompt',
      error: {
        innererror: {
          code: 'ResponsibleAIPolicyViolation',
          content_filter_result: { hate: SAFE, custom_blocklists: { filtered: true } },
        },
      },
    });
  });
});

describe("Azure's dialect", () => {
  it('says nothing of a refusal that is not explained', async () => {
    const { error } = (await post(server, '/openai/deployments/d/chat/completions', ask('lockrix'))).json();
    const told = Object.keys(error.innererror.content_filter_result);
    expect(told).toEqual(['custom_blocklists']);
    const helped = await post(server, '/openai/v1/chat/completions', ask('helprix'));
    expect([helped.statusCode, helped.json().choices[0].finish_reason]).toEqual([200, 'content_filter']);
  });

  it('marks the answer that was refused', async () => {
    const bad = await startServer({ upstream: scriptedUpstream([JSON.stringify(completion('fine', 'zorblax'))]) });
    const { choices } = (await post(bad, '/openai/deployments/d/chat/completions', ask('hello', { n: 2 }))).json();
    expect(choices).toMatchObject([
      { finish_reason: 'stop', content_filter_results: { hate: SAFE } },
      { finish_reason: 'content_filter', content_filter_results: { custom_blocklists: { filtered: true } } },
    ]);
  });

  it('is spoken at the usual routes where a key asks for it', async () => {
    const headers = { authorization: 'Bearer tyr_azure' };
    const refused = await post(server, '/v1/chat/completions', ask('zorblax'), headers);
    expect(refused.json().error.innererror.code).toBe('ResponsibleAIPolicyViolation');
    const responses = await post(server, '/v1/responses', { model: 'm', input: 'zorblax' }, headers);
    expect(responses.json().error.innererror.code).toBe('ResponsibleAIPolicyViolation');
    expect(
      (await post(server, '/v1/chat/completions', ask('hello'), headers)).json().prompt_filter_results,
    ).toHaveLength(1);
  });

  it.each(['/openai/deployments/d/assistants', '/openai/files', '/openai/deployments/a%20b/chat/completions'])(
    'refuses %s',
    async (url) => {
      const answer = await post(server, url, ask('hello'));
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    },
  );
});
