import { describe, expect, it } from 'vitest';
import { askOnce, type Case, CHAT, EVENT, told, useHostile } from './_hostile-asking.js';
import { type Behaviour, head, inChunk, SSE_TYPE, thenDrip, thenForever } from './_hostile-model.js';
import { ask, chunk, post, scriptedUpstream, startServer } from './_server.js';

const CHUNKED = 'transfer-encoding: chunked\r\n';
const NESTED = '['.repeat(95_000) + ']'.repeat(95_000);
const hostile = useHostile();

const lines =
  (text: string): Behaviour =>
  (s) =>
    s.write(head(SSE_TYPE + CHUNKED) + inChunk(text) + inChunk(''));
const endlessEvents = (piece: string): Behaviour => thenForever(head(SSE_TYPE) + EVENT, piece.repeat(1_000));

const STREAMS: readonly Case[] = [
  ['a line without end', endlessEvents('data: zorblax'), 'upstream_too_large'],
  ['an event without end', endlessEvents('data: zorblax\n'), 'upstream_too_large'],
  ['comments without end', endlessEvents(': zorblax\n\n'), 'upstream_too_large'],
  ['events without end', endlessEvents(EVENT), 'upstream_too_large'],
  ['fields that nobody knows without end', endlessEvents('zorblax: zorblax\n'), 'upstream_too_large'],
  ['100,000 brackets', lines(`${EVENT}data: ${NESTED}\n\n`), 'upstream_invalid'],
  ['a comment now and then', thenDrip(head(SSE_TYPE) + EVENT, ':\n\n', 100), 'upstream_timeout'],
  ['a byte of an event now and then', thenDrip(head(SSE_TYPE) + EVENT, 'd', 100), 'upstream_timeout'],
  ['nothing after an event', (s) => s.write(head(SSE_TYPE) + EVENT), 'upstream_timeout'],
  [
    'a cut after an event',
    (s) => s.end(head(`${SSE_TYPE}${CHUNKED}connection: close\r\n`) + inChunk(EVENT)),
    'upstream_cut',
  ],
  [
    'bytes that are no UTF-8',
    (s) => s.write(Buffer.from(`${head(SSE_TYPE)}${EVENT}data: z\xffrblax\n\n`, 'latin1')),
    'upstream_invalid',
  ],
  ['NULs', lines(`${EVENT}data: \0\n\n`), 'upstream_invalid'],
  ['wrong chunks', (s) => s.write(`${head(SSE_TYPE + CHUNKED) + inChunk(EVENT)}zorblax\r\n`), 'upstream_invalid'],
];

describe('a stream', () => {
  it.each(told(STREAMS))('of %s ends as an error, in time', async (_what, behave, code) => {
    const model = await hostile(behave);
    const answer = await askOnce(model, true);
    expect(answer.body).toContain(`"code":"${code}"`);
    expect(answer.body).not.toMatch(/zorblax|DONE|"finish_reason":"/);
    expect(model.server.records.map(({ type }) => type)).toContain('upstream.failed');
  });

  it('whose total time is up ends then, although nothing comes', async () => {
    const options = { timeouts: { headersMs: 5_000, idleMs: 60_000, totalMs: 500 } };
    const { server } = await hostile((s) => s.write(head(SSE_TYPE) + EVENT), options);
    const started = performance.now();
    const answer = await post(server, CHAT, ask('hello', { stream: true }));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(answer.body).toContain('within 500 ms');
    expect(answer.body).toContain('"code":"upstream_timeout"');
  });
});

describe('a stream of very many events', () => {
  const COUNT = 40_000;
  const event = (body: object) => `data: ${JSON.stringify(body)}\n\n`;
  const short = (id: string) => ({ id, choices: [{ index: 0, delta: { content: 'a' }, finish_reason: null }] });
  const last = `${event(chunk(0, {}, 'stop'))}data: [DONE]\n\n`;
  const calls = Array.from({ length: 8_000 }, (_, at) => {
    const call = { index: Math.floor(at / 128), function: { arguments: 'a' } };
    return event({ choices: [{ index: at % 128, delta: { tool_calls: [call] }, finish_reason: null }] });
  });

  it.each<[string, (at: number) => string, readonly string[], object]>([
    ['that are held', () => event(short('a')), [], { 'x-tyrian-audience': 'child' }],
    ['each under a name of its own', (at) => event(short(`a${at}`)), [], {}],
    ['beside very many texts', () => event(short('a')), calls, {}],
  ])(
    '%s takes time in proportion',
    async (_what, make, before, headers) => {
      const took = async (count: number): Promise<number> => {
        const pieces = [...before, ...Array.from({ length: count }, (_, at) => make(at)), last];
        const server = await startServer({
          upstream: scriptedUpstream([pieces.join('')], { type: 'text/event-stream' }),
        });
        Object.assign(server.guard.checked, { push: () => 0 });
        const started = performance.now();
        const answer = await post(server, CHAT, ask('hello', { stream: true }), { ...headers });
        expect(answer.body).toContain('[DONE]');
        return performance.now() - started;
      };
      const few = await took(COUNT / 8);
      // In proportion 8 times as long, squared 64 times.
      expect(await took(COUNT)).toBeLessThan(25 * Math.max(few, 100));
    },
    60_000,
  );
});
