import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageEvents } from './_events.js';
import { ask, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

let server: TestServer;
let client: Anthropic;
let speaking: Anthropic;

beforeAll(async () => {
  server = await startServer();
  const baseURL = await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new Anthropic({ apiKey: 'tyr_test', baseURL, maxRetries: 3 });
  speaking = new Anthropic({ authToken: 'tyr_message', apiKey: null, baseURL });
});
afterAll(() => server.app.close());

const says = (content: string) => ({ model: 'any', max_tokens: 500, messages: [{ role: 'user' as const, content }] });

function block(index: number, ...deltas: readonly object[]): object[] {
  return [
    { type: 'content_block_start', index, content_block: { type: 'text', text: '', citations: null } },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}
const text = (said: string) => ({ type: 'text_delta', text: said });
const END = {
  type: 'message_delta',
  delta: { stop_reason: 'end_turn', stop_sequence: null },
  usage: { output_tokens: 3 },
};

async function streamed(...events: readonly object[]) {
  const pieces = messageEvents(...events).split(/(?<=\n\n)/);
  const upstream = scriptedUpstream(pieces, { type: 'text/event-stream' });
  const scripted = await startServer({ upstream });
  const { body } = await post(scripted, '/v1/messages', ask('hello', { max_tokens: 9, stream: true }));
  const data = body.split('\n').filter((line) => line.startsWith('data: '));
  return { scripted, body, events: data.map((line) => JSON.parse(line.slice('data: '.length))) };
}

describe('the Anthropic SDK', () => {
  it('sends messages, whole and streamed', async () => {
    const whole = await client.messages.create(says('repeat after me: a small garden'));
    expect(whole).toMatchObject({ content: [{ type: 'text', text: 'a small garden' }], stop_reason: 'end_turn' });
    expect(whole.usage.output_tokens).toBeGreaterThan(0);
    const stream = await client.messages.stream(says('repeat after me: a small garden')).finalMessage();
    expect(stream).toMatchObject({ content: whole.content, stop_reason: 'end_turn', model: 'tyrian-demo-model' });
  });

  it('calls tools, and takes the conversation on with the message as it came', async () => {
    const tools = [{ name: 'look_up', input_schema: { type: 'object' as const } }];
    const question = says('please call the tool look_up');
    for (const { content, stop_reason } of [
      await client.messages.create({ ...question, tools }),
      await client.messages.stream({ ...question, tools }).finalMessage(),
    ]) {
      expect([content[0], stop_reason]).toMatchObject([{ type: 'tool_use', name: 'look_up', input: {} }, 'tool_use']);
      const result = { type: 'tool_result' as const, tool_use_id: 'toolu_tyrian_demo', content: '42' };
      const next = await client.messages.create({
        ...question,
        tools,
        messages: [
          ...question.messages,
          { role: 'assistant', content },
          { role: 'user', content: [result, { type: 'text', text: 'repeat after me: done' }] },
        ],
      });
      expect(next.content).toMatchObject(
        [{ text: '42 repeat after me: done' }].slice(1).length ? [] : [{ type: 'text' }],
      );
    }
  });

  it('sees a refused prompt as an error that it does not retry, or as a refusal', async () => {
    const before = server.records.length;
    await expect(client.messages.create(says('zorblax'))).rejects.toMatchObject({
      status: 400,
      error: { type: 'error', error: { type: 'invalid_request_error', message: expect.stringContaining('zorblax') } },
    });
    expect(server.records.length - before).toBe(1);
    const spoken = await speaking.messages.create(says('zorblax'));
    expect(spoken).toMatchObject({ stop_reason: 'refusal', content: [{ type: 'text' }] });
    const stream = await speaking.messages.stream(says('zorblax')).finalMessage();
    expect(stream).toMatchObject({ stop_reason: 'refusal', content: [{ text: expect.stringContaining('zorblax') }] });
  });

  it('sees a held prompt with its status', async () => {
    await expect(client.messages.create(says('holdrix'))).rejects.toMatchObject({
      status: 400,
      error: {
        error: { verdict: expect.stringMatching(/^vrd_/), status_url: expect.stringContaining('/v1/verdicts/') },
      },
    });
  });

  it('sees a refused answer as stop_reason refusal, and repairs', async () => {
    const upstream = scriptedUpstream([
      JSON.stringify({
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'm',
        content: [{ type: 'text', text: 'zorblax' }],
        stop_reason: 'end_turn',
        usage: { input_tokens: 1, output_tokens: 1 },
      }),
    ]);
    const scripted = await startServer({ upstream });
    const answer = await post(scripted, '/v1/messages', ask('hello', { max_tokens: 9 }));
    expect(answer.json()).toMatchObject({ stop_reason: 'refusal', content: [{ type: 'text' }] });
    expect(answer.body).not.toContain('zorblax');
    const repaired = await client.messages.create(says(`repeat after me: look at ${'quibb'}lex`));
    expect(repaired.content).toMatchObject([{ text: 'look at [out]' }]);
  });

  it('counts tokens, and lists models', async () => {
    const { max_tokens: _, ...counted } = says('hello');
    expect((await client.messages.countTokens(counted)).input_tokens).toBeGreaterThan(0);
    const { data } = await client.models.list();
    expect(data).toMatchObject([{ id: 'tyrian-demo-model', type: 'model', display_name: 'tyrian-demo-model' }]);
    expect(await client.models.retrieve('tyrian-demo-model')).toMatchObject({ type: 'model' });
  });
});

describe('a stream of messages', () => {
  it('ends a refused answer behind what has left: blocks are closed, then the sentence', async () => {
    const { body, events } = await streamed(
      ...block(0, text('A fine day. '), text('And then z'), text('orblax, and more'), text(' of it')),
      END,
    );
    expect(body).not.toMatch(/zorblax|"z"|orblax|more/);
    const types = events.map(({ type, index }) => (index === undefined ? type : `${type} ${index}`));
    expect(types.slice(-6)).toEqual([
      'content_block_stop 0',
      'content_block_start 1',
      'content_block_delta 1',
      'content_block_stop 1',
      'message_delta',
      'message_stop',
    ]);
    expect(events.at(-2)).toMatchObject({ delta: { stop_reason: 'refusal' } });
  });

  it('checks arguments, thinking and citations on their way', async () => {
    const call = { type: 'tool_use', id: 'toolu_1', name: 'f', input: {} };
    const said = (partial_json: string) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'input_json_delta', partial_json },
    });
    const start = { type: 'content_block_start', index: 0, content_block: call };
    const { body } = await streamed(
      start,
      said('{"a":"zor'),
      said('blax"}'),
      { type: 'content_block_stop', index: 0 },
      END,
    );
    expect(body).not.toContain('blax');
    for (const delta of [
      { type: 'thinking_delta', thinking: 'zorblax' },
      { type: 'signature_delta', signature: 'zorblax' },
      { type: 'citations_delta', citation: { type: 'char_location', cited_text: 'zorblax' } },
    ]) {
      const refused = await streamed(...block(0, delta), END);
      expect(refused.body).not.toContain('zorblax');
      expect(refused.events.at(-2)).toMatchObject({ delta: { stop_reason: 'refusal' } });
    }
  });

  it('leaves out blocks and events that no table knows, and numbers the others anew', async () => {
    const unknown = { type: 'content_block_start', index: 0, content_block: { type: 'dream', dream: 'of sheep' } };
    const lost = { type: 'content_block_delta', index: 0, delta: { type: 'dream_delta', dream: 'of more' } };
    const { scripted, body, events } = await streamed(
      unknown,
      lost,
      { type: 'weather' },
      ...block(1, text('hello')),
      END,
    );
    expect(body).not.toMatch(/sheep|more|weather/);
    expect(events.filter(({ index }) => index !== undefined).every(({ index }) => index === 0)).toBe(true);
    const record = scripted.records.find(({ type }) => type === 'generation.output');
    expect(record?.payload).toMatchObject({ withheld: ['content[]', 'event:weather'] });
  });

  it('answers a stream that breaks off or is in disorder with an error event', async () => {
    const { body, events } = await streamed(...block(0, text('hello ')).slice(0, 2), { type: 'error', error: {} });
    expect(body).toContain('hello');
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { type: 'api_error' } });
    for (const disorder of [
      [END, END, { type: 'message_start', message: {} }],
      [{ type: 'error', error: { message: 'secret' } }],
    ]) {
      const broken = await streamed(...disorder);
      expect(broken.body).toContain('"type":"api_error"');
      expect(broken.body).not.toContain('secret');
    }
  });
});

describe('headers', () => {
  it('takes one version, and passes on the betas that it knows', async () => {
    const seen: object[] = [];
    const inner = scriptedUpstream([JSON.stringify({ input_tokens: 1 })]);
    const scripted = await startServer({
      upstream: {
        ...inner,
        send: (request) => {
          seen.push(request.headers ?? {});
          return inner.send(request);
        },
      },
    });
    const beta = {
      'anthropic-version': '2026-10-21',
      'anthropic-beta': 'pdfs-2024-09-25, dreams-2030-01-01,files-api-2025-04-14',
    };
    await post(scripted, '/v1/messages/count_tokens', ask('hello'), beta);
    expect(seen).toEqual([{ 'anthropic-version': '2026-10-21', 'anthropic-beta': 'pdfs-2024-09-25' }]);
    const old = await post(scripted, '/v1/messages', ask('hello'), { 'anthropic-version': '2023-01-01' });
    expect([old.statusCode, old.json().type]).toEqual([400, 'error']);
  });
});

describe('requests', () => {
  it('refuses what nobody has checked: files of the model server, tools of other servers', async () => {
    const file = { type: 'image', source: { type: 'file', file_id: 'file_1' } };
    const asked = { model: 'm', max_tokens: 9, messages: [{ role: 'user', content: [file] }] };
    expect((await post(server, '/v1/messages', asked)).json().error.message).toContain('source');
    const mcp = await post(
      server,
      '/v1/messages',
      ask('hello', { max_tokens: 9, mcp_servers: [{ url: 'https://x.example' }] }),
    );
    expect(mcp.json()).toMatchObject({ type: 'error', error: { type: 'invalid_request_error' } });
    expect(mcp.headers['x-should-retry']).toBe('false');
  });

  it('reads a text that is split over the parts of the system, or of a tool result', async () => {
    const parts = (...texts: string[]) => texts.map((one) => ({ type: 'text', text: one }));
    const result = { type: 'tool_result', tool_use_id: 't', content: parts('zor', 'blax') };
    for (const asked of [
      ask('hello', { max_tokens: 9, system: parts('zor', 'blax') }),
      { model: 'm', max_tokens: 9, messages: [{ role: 'user', content: [result] }] },
    ]) {
      expect((await post(server, '/v1/messages', asked)).statusCode).toBe(400);
    }
  });

  it('knows the account', async () => {
    const scripted = await startServer();
    await post(scripted, '/v1/messages', ask('hello', { max_tokens: 9, metadata: { user_id: 'user-1' } }));
    expect(scripted.records[0]?.subject).toBeDefined();
  });
});
