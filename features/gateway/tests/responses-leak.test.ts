import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Upstream } from '../src/upstream/upstream.js';
import { post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const WORD = 'zorblax';

/** A response whose text comes in deltas that are cut at `cuts`, and once more in every copy. */
function streamOf(text: string, cuts: readonly number[]): string {
  const at = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const part = { type: 'output_text', text, annotations: [] };
  const item = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [part] };
  const response = { id: 'resp_1', object: 'response', created_at: 1, model: 'm', status: 'completed', output: [item] };
  const edges = [0, ...[...new Set(cuts)].filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
  const deltas = edges.slice(1).map((to, index) => text.slice(edges[index], to));
  const events = [
    { type: 'response.created', response: { ...response, output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } },
    { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
    ...deltas.map((delta) => ({ type: 'response.output_text.delta', ...at, delta })),
    { type: 'response.output_text.done', ...at, text },
    { type: 'response.content_part.done', ...at, part },
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

function chunked(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

let upstream: Upstream;
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ upstream: { send: (request) => upstream.send(request), close: async () => undefined } });
});

async function sent(stream: string, size: number): Promise<string> {
  upstream = scriptedUpstream(chunked(Buffer.from(stream), size), { type: 'text/event-stream' });
  return (await post(server, '/v1/responses', { model: 'm', input: 'hello', stream: true })).body;
}

function deltasOf(body: string): string {
  const events = body.split('\n\n').flatMap((frame) => /^data: (.*)$/m.exec(frame)?.slice(1) ?? []);
  return events
    .map((event) => JSON.parse(event))
    .filter(({ type }) => type === 'response.output_text.delta')
    .map(({ delta }) => delta)
    .join('');
}

describe('a response, however it is cut', () => {
  it('lets nothing of a refused word leave, in no event', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'Fine. ', 'ünï 😀 words.\n'),
        fc.array(fc.nat(40), { maxLength: 8 }),
        fc.integer({ min: 5, max: 400 }),
        async (before, cuts, size) => {
          const body = await sent(streamOf(`${before}${WORD} and more`, cuts), size);
          expect(body).not.toContain(WORD);
          expect(deltasOf(body)).toBe(deltasOf(body).replace(/zor.*/s, ''));
          expect(body).toContain('"reason":"content_filter"');
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps what is allowed as it came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/rix|bbl|lax|hold/.test(text)),
        fc.array(fc.nat(60), { maxLength: 8 }),
        fc.integer({ min: 5, max: 400 }),
        async (text, cuts, size) => {
          expect(deltasOf(await sent(streamOf(text, cuts), size))).toBe(text);
        },
      ),
      { numRuns: 12 },
    );
  });
});
