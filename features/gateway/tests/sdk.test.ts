import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startServer();
  const baseURL = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new OpenAI({ apiKey: 'tyr_test', baseURL: `${baseURL}/v1`, maxRetries: 3 });
});
afterAll(() => server.app.close());

const messages = [{ role: 'user' as const, content: 'repeat after me: a small garden' }];

describe('the OpenAI SDK', () => {
  it('chats', async () => {
    const answer = await client.chat.completions.create({ model: 'any', messages });
    expect(answer.choices[0]?.message.content).toBe('a small garden');
    expect(answer.system_fingerprint).toBe('tyrian-demo-model');
    expect(answer.usage?.total_tokens).toBeGreaterThan(0);
  });

  it('streams, with usage and several answers', async () => {
    const stream = await client.chat.completions.create({
      model: 'any',
      messages,
      n: 2,
      stream: true,
      stream_options: { include_usage: true },
    });
    const texts = ['', ''];
    let tokens = 0;
    for await (const { choices, usage } of stream) {
      for (const { index, delta } of choices) texts[index] += delta.content ?? '';
      tokens = usage?.total_tokens ?? tokens;
    }
    expect(texts).toEqual(['a small garden', 'a small garden']);
    expect(tokens).toBeGreaterThan(0);
  });

  it('calls tools, and takes the conversation on with the message as it came', async () => {
    const tools = [{ type: 'function' as const, function: { name: 'look_up', parameters: { type: 'object' } } }];
    const question = { role: 'user' as const, content: 'please call the tool look_up' };
    const { choices } = await client.chat.completions.create({ model: 'any', messages: [question], tools });
    const message = choices[0]?.message;
    expect(message?.tool_calls?.[0]).toMatchObject({ function: { name: 'look_up', arguments: '{}' } });
    const result = { role: 'tool' as const, tool_call_id: 'call_tyrian_demo', content: '42' };
    const next = await client.chat.completions.create({
      model: 'any',
      messages: [question, ...(message ? [message] : []), result, ...messages],
    });
    expect(next.choices[0]?.message.content).toBe('a small garden');
  });

  it('sees a refusal as an error that it does not retry', async () => {
    const before = server.records.length;
    const refused = client.chat.completions.create({ model: 'any', messages: [{ role: 'user', content: 'zorblax' }] });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'content_filter', type: 'invalid_request_error' });
    expect(server.records.length - before).toBe(1);
  });

  it('sees a refused answer as content_filter, whole and streamed', async () => {
    const body = { model: 'any', messages: [{ role: 'user' as const, content: 'repeat after me: zor' + 'blax' }] };
    const guarded = [{ role: 'user' as const, content: 'repeat after me: look at qu' + 'ibblex' }];
    await expect(client.chat.completions.create(body)).rejects.toMatchObject({ code: 'content_filter' });
    const repaired = await client.chat.completions.create({ model: 'any', messages: guarded });
    expect(repaired.choices[0]?.message.content).toBe('look at [out]');
  });

  it('moderates', async () => {
    const { id, model, results } = await client.moderations.create({ input: ['hello', 'zorblax', 'holdrix'] });
    expect([id.startsWith('modr-'), model]).toEqual([true, 'omni-moderation-latest']);
    expect(results.map((result) => result.flagged)).toEqual([false, true, true]);
    expect(Object.keys(results[0]?.categories ?? {})).toHaveLength(13);
    expect(results[1]).toMatchObject({
      categories: { illicit: true, harassment: false },
      category_scores: { illicit: 0.9 },
    });
  });

  it('lists models and finds one', async () => {
    const { data } = await client.models.list();
    expect(data).toMatchObject([{ id: 'tyrian-demo-model', owned_by: 'tyrian-demo-model' }]);
    expect(await client.models.retrieve('tyrian-demo-model')).toMatchObject({ object: 'model' });
    await expect(client.models.retrieve('org/none')).rejects.toMatchObject({ status: 404, code: 'not_found' });
  });
});
