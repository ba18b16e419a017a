import { describe, expect, it } from 'vitest';
import { describeFields } from '../src/fields/describe.js';
import { ask, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const WORD = 'wobblewump';
const MEDIA = ['image', 'audio', 'file'];
const rows = describeFields()
  .filter((row) => row.checked)
  .map((row) => ({ ...row, title: `${row.door} ${row.direction} ${row.path}` }));

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
    const answer = await post(server, door === 'openai.chat' ? '/v1/chat/completions' : '/v1/moderations', body);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'input', MEDIA.includes(kind) ? JSON.stringify(body) : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'answer'))('answer: $title', async ({ kind, example }) => {
    const body = JSON.stringify(example(WORD));
    const server = await startServer({ upstream: scriptedUpstream([body]) });
    expect((await post(server, '/v1/chat/completions', ask('hello'))).statusCode).toBe(200);
    expect(hasGot(server, 'output', MEDIA.includes(kind) ? body : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'stream'))('stream: $title', async ({ kind, example }) => {
    const body = JSON.stringify(example(WORD));
    const finish = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}';
    const server = await startServer({
      upstream: scriptedUpstream([`data: ${body}\n\ndata: ${finish}\n\n`], { type: 'text/event-stream' }),
    });
    expect((await post(server, '/v1/chat/completions', ask('hello', { stream: true }))).statusCode).toBe(200);
    expect(hasGot(server, 'output', MEDIA.includes(kind) ? body : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'error'))('error: $title', async ({ example }) => {
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(example(WORD))], { status: 400 }) });
    const answer = await post(server, '/v1/chat/completions', ask('hello'));
    expect(answer.statusCode).toBe(400);
    expect(hasGot(server, 'output', WORD)).toBe(true);
  });
});
