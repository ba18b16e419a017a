import { Ollama } from 'ollama';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTH, ask, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: Ollama;
let speaking: Ollama;

beforeAll(async () => {
  server = await startServer();
  const host = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new Ollama({ host, headers: AUTH });
  speaking = new Ollama({ host, headers: { authorization: 'Bearer tyr_message' } });
});
afterAll(() => server.app.close());

const says = (content: string) => ({ model: 'any', messages: [{ role: 'user', content }] });

const saying = (content: string, more: object = {}) => ({ message: { role: 'assistant', content, ...more } });

async function streamed(...lines: readonly object[]) {
  const all = lines.map(
    (line) => `${JSON.stringify({ model: 'm', created_at: '2026-01-01T00:00:00Z', done: false, ...line })}\n`,
  );
  const scripted = await startServer({ upstream: scriptedUpstream(all, { type: 'application/x-ndjson' }) });
  const { body, headers } = await post(scripted, '/api/chat', ask('hello'));
  const events = body.split('\n').filter((line) => line !== '');
  return { scripted, body, headers, lines: events.map((line) => JSON.parse(line)) };
}
const END = { ...saying(''), done: true, done_reason: 'stop', eval_count: 3 };

describe('the Ollama client', () => {
  it('chats, whole and streamed', async () => {
    const whole = await client.chat(says('repeat after me: a small garden'));
    expect(whole).toMatchObject({ message: { content: 'a small garden' }, done: true, done_reason: 'stop' });
    let text = '';
    for await (const { message } of await client.chat({ ...says('repeat after me: a small garden'), stream: true })) {
      text += message.content;
    }
    expect(text).toBe('a small garden');
  });

  it('generates', async () => {
    const { response } = await client.generate({
      model: 'any',
      prompt: 'repeat after me: two words',
      system: 'be brief',
    });
    expect(response).toBe('two words');
    let text = '';
    for await (const part of await client.generate({
      model: 'any',
      prompt: 'repeat after me: two words',
      stream: true,
    })) {
      text += part.response;
    }
    expect(text).toBe('two words');
  });

  it('calls tools, and takes the conversation on', async () => {
    const tools = [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object' } } }];
    const question = { role: 'user', content: 'please call the tool look_up' };
    const { message } = await client.chat({ model: 'any', messages: [question], tools });
    expect(message.tool_calls).toEqual([{ function: { name: 'look_up', arguments: {} } }]);
    const result = { role: 'tool', tool_name: 'look_up', content: '42' };
    const last = { role: 'user', content: 'repeat after me: done' };
    const next = await client.chat({ model: 'any', messages: [question, message, result, last], tools });
    expect(next.message.content).toBe('done');
  });

  it('sees a refused or held prompt as an error, or as an answer', async () => {
    await expect(client.chat(says('zorblax'))).rejects.toMatchObject({
      status_code: 400,
      error: expect.stringContaining('refused'),
    });
    await expect(client.chat(says('holdrix'))).rejects.toMatchObject({ status_code: 400 });
    const spoken = await speaking.chat(says('zorblax'));
    expect(spoken).toMatchObject({ done: true, done_reason: 'content_filter' });
    let text = '';
    let reason = '';
    for await (const part of await speaking.chat({ ...says('zorblax'), stream: true })) {
      text += part.message.content;
      reason = part.done_reason;
    }
    expect([text, reason]).toEqual([expect.stringContaining('refused'), 'content_filter']);
  });

  it('embeds, and asks about models', async () => {
    const { embeddings } = await client.embed({ model: 'any', input: ['hello', 'world'] });
    expect(embeddings.map((one) => one.length)).toEqual([16, 16]);
    await expect(client.embed({ model: 'any', input: 'zorblax' })).rejects.toMatchObject({ status_code: 400 });
    const { embedding } = await client.embeddings({ model: 'any', prompt: 'hello' });
    expect(embedding).toEqual(embeddings[0]);
    expect((await client.list()).models).toMatchObject([{ name: 'tyrian-demo-model' }]);
    expect((await client.ps()).models).toHaveLength(1);
    expect(await client.show({ model: 'any' })).toMatchObject({ capabilities: ['completion', 'tools'] });
    expect(await client.version()).toEqual({ version: '0.0.0' });
  });

  it('may not change the models of the server', async () => {
    await expect(client.pull({ model: 'any' })).rejects.toMatchObject({ status_code: 404 });
    await expect(client.delete({ model: 'any' })).rejects.toMatchObject({ status_code: 404 });
  });
});

describe('a stream of lines', () => {
  it('is what a request gets that does not say otherwise, and keeps its counts', async () => {
    const { headers, lines } = await streamed(saying('hello '), saying('there'), END);
    expect(headers['content-type']).toBe('application/x-ndjson');
    expect(lines.map(({ message }) => message.content).join('')).toBe('hello there');
    expect(lines.at(-1)).toMatchObject({ done: true, eval_count: 3 });
  });

  it('ends a refused answer with the sentence', async () => {
    const { lines } = await streamed(saying('A fine day. '), saying('And then zor'), saying('blax'), END);
    expect(JSON.stringify(lines.slice(0, -2))).not.toContain('zor');
    expect(lines.at(-2)).toMatchObject({ message: { content: expect.stringContaining('refused') }, done: false });
    expect(lines.at(-1)).toMatchObject({ done: true, done_reason: 'content_filter' });
  });

  it('checks thinking, arguments and log probabilities', async () => {
    const call = (arguments_: object) => ({ tool_calls: [{ function: { name: 'f', arguments: arguments_ } }] });
    for (const line of [
      saying('', { thinking: 'zorblax' }),
      saying('', call({ a: ['zorblax'] })),
      { ...saying('x'), logprobs: [{ token: 'zorblax', logprob: -1 }] },
    ]) {
      const { lines } = await streamed(line, END);
      expect(lines.at(-1)).toMatchObject({ done_reason: 'content_filter' });
      expect(JSON.stringify(lines)).not.toContain('"zorblax"');
    }
  });

  it('answers a stream that breaks off, or says an error, with a line that says so', async () => {
    for (const last of [{ error: 'out of secrets' }, saying('and')]) {
      const { body, lines } = await streamed(saying('hello. '), last);
      expect(body).not.toContain('secrets');
      expect(lines.at(-1)).toEqual({ error: expect.stringContaining('model server') });
    }
  });

  it('leaves out what no table knows', async () => {
    const { scripted, body } = await streamed({ ...saying('hello', { dream: 'of sheep' }), context: [1, 2] }, END);
    expect(body).not.toMatch(/sheep|context/);
    const record = scripted.records.find(({ type }) => type === 'generation.output');
    expect(record?.payload).toMatchObject({ withheld: ['message.dream', 'context'] });
  });
});

describe('requests', () => {
  it('refuses what would change the prompt after its check, but not empty fields', async () => {
    const asked = (more: object) =>
      post(server, '/api/generate', { model: 'm', prompt: 'hello', stream: false, ...more });
    expect((await asked({ template: '{{ .Prompt }}' })).json().error).toContain('template');
    expect((await asked({ context: [1, 2] })).json().error).toContain('context');
    expect((await asked({ context: [], template: '' })).statusCode).toBe(200);
    expect((await asked({ images: ['not an image!'] })).statusCode).toBe(400);
  });

  it('words every error as Ollama does', async () => {
    const unknown = await post(server, '/api/blobs/sha256:1', {});
    expect([unknown.statusCode, Object.keys(unknown.json())]).toEqual([404, ['error']]);
    const anonymous = await server.app.inject({ method: 'GET', url: '/api/tags' });
    expect([anonymous.statusCode, Object.keys(anonymous.json())]).toEqual([401, ['error']]);
  });
});
