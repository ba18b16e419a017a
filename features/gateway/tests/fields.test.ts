import { describe, expect, it } from 'vitest';
import { describeFields } from '../src/fields/describe.js';
import { AUTH, ask, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const WORD = 'wobblewump';
const MEDIA = ['image', 'audio', 'file'];
const rows = describeFields()
  .filter((row) => row.checked)
  .map((row) => ({ ...row, title: `${row.door} ${row.direction} ${row.path}` }));

interface AtDoor {
  readonly url: string;
  /** A smallest request. Absent: the route only reads. */
  readonly prompt?: object;
  /** What ends a stream. */
  readonly finish?: string;
}

const FINISH = '{"choices":[{"index":0,"delta":{},"text":"","finish_reason":"stop"}]}';
const DOORS: Readonly<Record<string, AtDoor>> = {
  'openai.chat': { url: '/v1/chat/completions', prompt: ask('hello'), finish: FINISH },
  'openai.responses': {
    url: '/v1/responses',
    prompt: { model: 'm', input: 'hello' },
    finish: '{"type":"response.completed","response":{"id":"r","output":[]}}',
  },
  'openai.input_items': { url: '/v1/responses/resp_1/input_items' },
  'openai.completions': { url: '/v1/completions', prompt: { model: 'm', prompt: 'hello' }, finish: FINISH },
  'openai.embeddings': { url: '/v1/embeddings', prompt: { model: 'm', input: 'hello' } },
  'openai.moderations': { url: '/v1/moderations' },
};

function atDoor(door: string): AtDoor {
  const at = DOORS[door];
  if (!at) throw new Error(`no request is known for the door ${door}`);
  return at;
}

function hasGot(server: TestServer, stage: string, wanted: string): boolean {
  const contents = server.guard.checked.flatMap(({ generation }) => generation.contents);
  return contents.some(
    (one) => one.stage === stage && (one.modality === 'text' ? one.text.includes(wanted) : wanted.includes(one.source)),
  );
}

describe('every checked field of every door, over HTTP', () => {
  it.each(rows.filter((row) => row.direction === 'request'))('request: $title', async ({ door, kind, example }) => {
    const server = await startServer();
    const body = { ...(example(WORD) as object) };
    const answer = await post(server, atDoor(door).url, body);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'input', MEDIA.includes(kind) ? JSON.stringify(body) : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'answer'))('answer: $title', async ({ door, kind, example }) => {
    const body = JSON.stringify(example(WORD));
    const server = await startServer({ upstream: scriptedUpstream([body]) });
    const { url, prompt } = atDoor(door);
    const answer = prompt ? await post(server, url, prompt) : await server.app.inject({ url, headers: AUTH });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'output', MEDIA.includes(kind) ? body : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'stream'))('stream: $title', async ({ door, kind, example }) => {
    const body = JSON.stringify(example(WORD));
    const { url, prompt, finish } = atDoor(door);
    const server = await startServer({
      upstream: scriptedUpstream([`data: ${body}\n\ndata: ${finish}\n\n`], { type: 'text/event-stream' }),
    });
    expect((await post(server, url, { ...prompt, stream: true })).statusCode).toBe(200);
    expect(hasGot(server, 'output', MEDIA.includes(kind) ? body : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'error'))('error: $title', async ({ example }) => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(example(WORD))], { status: 400 }) });
    const answer = await post(server, '/v1/chat/completions', ask('hello'));
    expect(answer.statusCode).toBe(400);
    expect(hasGot(server, 'output', WORD)).toBe(true);
  });
});
