import { GenerationRecord } from '@tyrian/contracts';
import fc from 'fast-check';
import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { Upstream } from '../src/upstream/upstream.js';
import { createTestGuard } from './_guard.js';
import { AUTH, ask, chunk, post, scriptedUpstream, startServer, type TestServer } from './_server.js';

const CHAT = '/v1/chat/completions';
const SSE = { type: 'text/event-stream' };
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function event(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** A model server whose words the test lets go one by one. */
function spokenByHand() {
  const waiting: ((text: string | undefined) => void)[] = [];
  const said: (string | undefined)[] = [];
  let aborted = false;
  const upstream: Upstream = {
    send: async ({ signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true;
        for (const resolve of waiting.splice(0)) resolve(undefined);
      });
      async function* body(): AsyncGenerator<Uint8Array> {
        for (;;) {
          const text = said.length > 0 ? said.shift() : await new Promise<string | undefined>((r) => waiting.push(r));
          if (text === undefined) return;
          yield Buffer.from(text);
        }
      }
      return { status: 200, headers: { 'content-type': SSE.type }, body: body() };
    },
    close: async () => undefined,
  };
  function say(text: string | undefined): void {
    const next = waiting.shift();
    if (next) next(text);
    else said.push(text);
  }
  return { upstream, say, isAborted: () => aborted };
}

/** Opens a stream over a real connection; `next` gives what has come since. */
async function openStream(server: TestServer, body: object, headers: Record<string, string> = {}) {
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  closers.push(() => server.app.close());
  const abort = new AbortController();
  const answer = await request(`${url}${CHAT}`, {
    method: 'POST',
    headers: { ...AUTH, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: abort.signal,
  });
  const chunks = answer.body[Symbol.asyncIterator]();
  let text = '';
  async function until(part: string): Promise<string> {
    while (!text.includes(part)) {
      const got = await chunks.next();
      if (got.done) throw new Error(`ended without ${part}: ${text}`);
      text += Buffer.from(got.value).toString('utf8');
    }
    return text;
  }
  return { until, abort };
}

function outputs({ records }: TestServer): GenerationRecord[] {
  return records
    .filter(({ type }) => type === 'generation.output')
    .map(({ payload }) => GenerationRecord.parse(payload));
}

describe('a stream in a window', () => {
  it('lets a word leave as soon as nothing can make it part of a finding', async () => {
    const model = spokenByHand();
    const server = await startServer({ upstream: model.upstream });
    model.say(event(chunk(0, { role: 'assistant', content: 'The garden ' })));
    const stream = await openStream(server, ask('hello', { stream: true }));
    await stream.until('The garden');
    model.say(event(chunk(0, { content: 'of zor' })));
    model.say(event(chunk(0, { content: 'ro' })));
    expect(await stream.until('"ro"')).toContain('of zor');
    model.say(`${event(chunk(0, {}, 'stop'))}data: [DONE]\n\n`);
    model.say(undefined);
    await stream.until('[DONE]');
    expect(outputs(server)).toMatchObject([{ decision: 'allow', streamed: { mode: 'window', left: 19 } }]);
  });

  it('holds what may become a finding, cuts there, and stops the model server', async () => {
    const model = spokenByHand();
    const server = await startServer({ upstream: model.upstream });
    model.say(event(chunk(0, { content: 'fine so far ' })));
    const stream = await openStream(server, ask('hello', { stream: true }));
    await stream.until('fine so far');
    model.say(event(chunk(0, { content: 'zorbl' })));
    model.say(event(chunk(0, { content: 'ax and more' })));
    const text = await stream.until('[DONE]');
    expect(text).not.toContain('zorb');
    expect(text).toContain('"finish_reason":"content_filter"');
    expect(model.isAborted()).toBe(true);
    expect(outputs(server)).toMatchObject([{ decision: 'refuse', streamed: { mode: 'window', left: 12 } }]);
    expect(server.evidence).toHaveLength(1);
  });

  it('holds the finish until the whole is checked and its record is stored', async () => {
    const server = await startServer({
      upstream: scriptedUpstream([event(chunk(0, { content: 'all well' })), event(chunk(0, {}, 'stop'))], SSE),
    });
    server.setStorage(async ({ records = [] }) => {
      if (records.some(({ type }) => type === 'generation.output')) throw new Error('no room');
    });
    const answer = await post(server, CHAT, ask('hello', { stream: true }));
    expect(answer.body).not.toMatch(/"finish_reason":"|DONE/);
  });

  it('waits for all where it is for a child', async () => {
    const model = spokenByHand();
    const server = await startServer({ upstream: model.upstream });
    model.say(event(chunk(0, { content: 'A tale ' })));
    const answer = post(server, CHAT, ask('hello', { stream: true }), { 'x-tyrian-audience': 'child' });
    model.say(event(chunk(0, { content: 'of zorblax' })) + event(chunk(0, {}, 'stop')));
    model.say(undefined);
    const { body } = await answer;
    expect(body).not.toContain('A tale');
    expect(body).toContain('content_filter');
    expect(outputs(server)).toMatchObject([{ streamed: { mode: 'buffer', left: 0, checks: 0 } }]);
  });

  it('annotates where the policy says so, but for locked rules', async () => {
    const guard = createTestGuard();
    Object.assign(guard.policy.policy, { streaming: { child: 'buffer', teen: 'annotate', adult: 'annotate' } });
    const say = (word: string) =>
      scriptedUpstream([event(chunk(0, { content: `I say ${word} now` })), event(chunk(0, {}, 'stop'))], SSE);
    const told = await post(
      await startServer({ guard, upstream: say('zorblax') }),
      CHAT,
      ask('hello', { stream: true }),
    );
    expect(told.body).toContain('I say zorblax now');
    expect(told.body).toContain('"finish_reason":"stop"');
    expect(told.body).toMatch(/"tyrian":\[\{"choice":0,"verdict":"[^"]+","decision":"refuse","hazards":\["S2"\]\}\]/);
    const cut = await post(
      await startServer({ guard, upstream: say('lockrix') }),
      CHAT,
      ask('hello', { stream: true }),
    );
    expect(cut.body).not.toContain('lockrix');
    expect(cut.body).toContain('content_filter');
  });

  it('stops the model server when the client goes away, and records that', async () => {
    const model = spokenByHand();
    const server = await startServer({ upstream: model.upstream });
    model.say(event(chunk(0, { content: 'on and on ' })));
    const stream = await openStream(server, ask('hello', { stream: true }));
    await stream.until('on and on');
    stream.abort.abort();
    await expect.poll(model.isAborted).toBe(true);
    await expect.poll(() => server.records.map(({ type }) => type)).toContain('upstream.failed');
  });

  it('reads no faster than the client does', async () => {
    let pulled = 0;
    // Many small events: more bytes than there are buffers on the way, few characters.
    const batch = Buffer.from(event(chunk(0, { content: 'a ' })).repeat(200));
    async function* body(): AsyncGenerator<Uint8Array> {
      for (; pulled < 900; pulled++) yield batch;
    }
    const upstream: Upstream = {
      send: async () => ({ status: 200, headers: { 'content-type': SSE.type }, body: body() }),
      close: async () => undefined,
    };
    const server = await startServer({ upstream });
    const stream = await openStream(server, ask('hello', { stream: true }));
    let before = -1;
    // Nobody reads: what was pulled comes to a stop once the buffers between here and there are full.
    await expect
      .poll(
        () => {
          const stands = pulled === before && pulled > 0;
          before = pulled;
          return stands;
        },
        { interval: 200, timeout: 20_000 },
      )
      .toBe(true);
    expect(pulled).toBeLessThan(900);
    stream.abort.abort();
  });
});

const WORDS = ['zorblax', 'quibblex', 'garden', 'zor', 'quib', ' ', '. ', 'é😀', 'か', '"', '\\', '\n'];
const channels = ['content', 'refusal', 'reasoning_content'] as const;
const said = fc.record({
  choice: fc.nat({ max: 1 }),
  channel: fc.constantFrom(...channels),
  text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join('')),
});

interface Said {
  readonly choice: number;
  readonly channel: (typeof channels)[number];
  readonly text: string;
}

function cutText({ choice, channel, text }: Said, size: number): Said[] {
  const pieces: Said[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push({ choice, channel, text: text.slice(at, at + size) });
  return pieces;
}

function read(body: string): { texts: Map<string, string>; finishes: Map<number, string[]> } {
  const texts = new Map<string, string>();
  const finishes = new Map<number, string[]>();
  for (const line of body.split('\n\n')) {
    if (!line.startsWith('data: {')) continue;
    for (const { index, delta, finish_reason } of JSON.parse(line.slice(6)).choices) {
      for (const channel of channels) {
        const key = `${index} ${channel}`;
        if (typeof delta[channel] === 'string') texts.set(key, (texts.get(key) ?? '') + delta[channel]);
      }
      if (finish_reason) finishes.set(index, [...(finishes.get(index) ?? []), finish_reason]);
    }
  }
  return { texts, finishes };
}

describe('every channel of every choice, however the stream is cut', () => {
  it('lets no byte of a finding leave, and all else as it came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (turns, textSize, byteSize, newline) => {
          const pieces = turns.flatMap((turn) => cutText(turn, textSize));
          const all = [
            ...pieces.map(({ choice, channel, text }) => chunk(choice, { [channel]: text })),
            chunk(0, {}, 'stop'),
            chunk(1, {}, 'stop'),
          ];
          const wire = Buffer.from(
            `${all.map((one) => `data: ${JSON.stringify(one)}${newline}${newline}`).join('')}data: [DONE]${newline}${newline}`,
          );
          const bytes = [...Array(Math.ceil(wire.length / byteSize)).keys()].map((at) =>
            wire.subarray(at * byteSize, (at + 1) * byteSize),
          );
          const server = await startServer({ upstream: scriptedUpstream(bytes, SSE) });
          const { body } = await post(server, CHAT, ask('hello', { stream: true, n: 2 }));
          const { texts, finishes } = read(body);
          const whole = new Map<string, string>();
          for (const { choice, channel, text } of pieces) {
            whole.set(`${choice} ${channel}`, (whole.get(`${choice} ${channel}`) ?? '') + text);
          }
          for (const index of [0, 1]) {
            const own = [...whole].filter(([key]) => key.startsWith(`${index} `));
            const isRefused = own.some(([, text]) => text.includes('zorblax'));
            expect(finishes.get(index)).toEqual([isRefused ? 'content_filter' : 'stop']);
            for (const [key, text] of own) {
              const got = texts.get(key) ?? '';
              const wanted = text.replaceAll('quibblex', '[out]');
              if (!isRefused) expect(got).toBe(wanted);
              // The replacement is the last thing that a refused answer says.
              else expect(got === '' || wanted.startsWith(got) || key.endsWith('refusal')).toBe(true);
              expect(got).not.toContain('zorbl');
              expect(got).not.toContain('quibbl');
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
