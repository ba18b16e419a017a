import { describe, expect, it } from 'vitest';
import { describeFields, type FieldTable } from '../src/fields/describe.js';
import { post, scriptedUpstream, startServer, type TestServer } from './_server.js';
import { WIRES, type Wire } from './_wire.js';

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

function wireOf(door: FieldTable['door']): Wire {
  const wire = WIRES[door];
  if (!wire) throw new Error(`the tests cannot reach ${door}`);
  return wire;
}

describe('every checked field of every door, over HTTP', () => {
  it.each(rows.filter((row) => row.direction === 'request'))('request: $title', async ({ door, kind, example }) => {
    const server = await startServer();
    const body = { ...(example(WORD) as object) };
    const answer = await post(server, wireOf(door).url, body);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'input', MEDIA.includes(kind) ? JSON.stringify(body) : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'answer'))('answer: $title', async ({ door, kind, example }) => {
    const { url, request } = wireOf(door);
    const body = JSON.stringify(example(WORD));
    const server = await startServer({ upstream: scriptedUpstream([body]) });
    const answer = await post(server, url, request(false));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'output', MEDIA.includes(kind) ? body : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'stream'))('stream: $title', async ({ door, kind, example }) => {
    const { url, request, stream = String, streamType: type = '' } = wireOf(door);
    const event = example(WORD);
    const server = await startServer({ upstream: scriptedUpstream([stream(event)], { type }) });
    const answer = await post(server, url, request(true));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(hasGot(server, 'output', MEDIA.includes(kind) ? JSON.stringify(event) : WORD)).toBe(true);
  });

  it.each(rows.filter((row) => row.direction === 'error'))('error: $title', async ({ door, example }) => {
    const { url, request } = wireOf(door);
    const server = await startServer({ upstream: scriptedUpstream([JSON.stringify(example(WORD))], { status: 400 }) });
    const answer = await post(server, url, request(false));
    expect(answer.statusCode).toBe(400);
    expect(hasGot(server, 'output', WORD)).toBe(true);
  });
});
