import { errors } from '@tyrian/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Upstream, UpstreamAnswer, UpstreamRequest } from '../upstream.js';
import type { PoolMember } from './pooled-upstream.js';
import { createUpstreamPool, type UpstreamPool } from './upstream-pool.js';

type Behaviour = number | Error | 'hang' | 'cut';

/** A model server that does as it is told, and tells what it was asked. */
function server(name: string, ...script: Behaviour[]) {
  const asked: UpstreamRequest[] = [];
  const upstream: Upstream = {
    async send(request): Promise<UpstreamAnswer> {
      asked.push(request);
      const next = (script.length > 1 ? script.shift() : script[0]) ?? 200;
      if (next instanceof Error) throw next;
      return {
        status: typeof next === 'number' ? next : 200,
        headers: { from: name },
        body: body(next, request.signal),
      };
    },
    close: async () => undefined,
  };
  return {
    name,
    asked,
    upstream,
    apis: ['openai'] as const,
    tell: (...next: Behaviour[]) => script.splice(0, 99, ...next),
  };
}

async function* body(behaviour: Behaviour, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{');
  if (behaviour === 'cut') throw errors.UPSTREAM_CUT();
  signal.throwIfAborted();
  if (behaviour === 'hang')
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
  yield Buffer.from('}');
}

let pool: UpstreamPool | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await pool?.close();
  pool = undefined;
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const unreachable = () => errors.UPSTREAM_UNREACHABLE();

function open(upstreams: readonly PoolMember[], now: () => number = () => 0) {
  pool = createUpstreamPool({ upstreams, clock: { now }, log, drainMs: 100 });
  return pool;
}
const ask = (to: Partial<UpstreamRequest> = {}): UpstreamRequest => ({
  api: 'openai',
  method: 'POST',
  path: '/chat/completions',
  body: '{}',
  accept: 'application/json',
  signal: new AbortController().signal,
  ...to,
});
async function read(answer: UpstreamAnswer): Promise<string> {
  let text = '';
  for await (const piece of answer.body) text += Buffer.from(piece).toString();
  return text;
}
const from = async (request = ask()) => {
  const answer = await (pool as UpstreamPool).send(request);
  await read(answer);
  return answer.headers.from;
};

describe('a pool of model servers', () => {
  it('asks one that speaks the API, serves the model, and is the one that the key names', async () => {
    open([
      { ...server('small'), models: ['tiny-*'] },
      { ...server('large'), models: ['*-70b', 'big'] },
      { ...server('claude'), apis: ['anthropic', 'openai'], models: ['c'] },
    ]);
    expect(await from(ask({ model: 'tiny-1' }))).toBe('small');
    expect(await from(ask({ model: 'llama-70b' }))).toBe('large');
    expect(await from(ask({ api: 'anthropic' }))).toBe('claude');
    expect(await from(ask({ upstream: 'large' }))).toBe('large');
    await expect(from(ask({ model: 'other' }))).rejects.toMatchObject({ code: 'UPSTREAM_UNSERVED', param: 'model' });
    await expect(from(ask({ api: 'ollama' }))).rejects.toMatchObject({ code: 'UPSTREAM_UNSERVED' });
    await expect(from(ask({ model: 'big', upstream: 'small' }))).rejects.toMatchObject({ code: 'UPSTREAM_UNSERVED' });
  });

  it('asks the least busy for its weight, and takes turns among equals', async () => {
    open([{ ...server('a'), weight: 3 }, server('b')]);
    const held: UpstreamAnswer[] = [];
    for (let round = 0; round < 8; round++) held.push(await (pool as UpstreamPool).send(ask()));
    expect(held.filter(({ headers }) => headers.from === 'a')).toHaveLength(6);
    expect(pool?.upstreams().map(({ outstanding }) => outstanding)).toEqual([6, 2]);
    await Promise.all(held.map(read));
    expect(pool?.upstreams().map(({ outstanding }) => outstanding)).toEqual([0, 0]);
    const turns = [await from(), await from(), await from(), await from()];
    expect(turns.filter((name) => name === 'a')).toHaveLength(2);
  });

  it.each([
    ['it is not reached', unreachable()],
    ['it says 502', 502],
    ['it says 503', 503],
    ['it says 504', 504],
    ['it is too busy', 429],
  ])('asks another one where %s', async (_why, behaviour) => {
    const [broken, sound] = [server('broken', behaviour), server('sound')];
    open([broken, sound]);
    for (let round = 0; round < 3; round++) expect(await from()).toBe('sound');
    expect(broken.asked.every(({ body: sent }) => sent === '{}')).toBe(true);
  });

  it('asks each at most once, and passes on what the last one said', async () => {
    const [first, second] = [server('first', unreachable()), server('second', 503)];
    open([first, second]);
    const answer = await (pool as UpstreamPool).send(ask());
    expect([answer.status, await read(answer)]).toEqual([503, '{}']);
    expect([first.asked.length, second.asked.length]).toEqual([1, 1]);
  });

  it.each([
    ['refused it', 400],
    ['failed at it', 500],
  ])('does not ask again what a server has %s', async (_what, status) => {
    const [one, other] = [server('one', status), server('other')];
    open([one, other]);
    expect((await (pool as UpstreamPool).send(ask())).status).toBe(status);
    expect(other.asked).toEqual([]);
  });

  it('does not ask again what took too long, nor what broke off after it had begun', async () => {
    const [slow, other] = [server('slow', errors.UPSTREAM_TIMEOUT([10])), server('other', 'cut')];
    open([slow, other]);
    await expect(from()).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await expect(from()).rejects.toMatchObject({ code: 'UPSTREAM_CUT' });
    expect([slow.asked.length, other.asked.length]).toEqual([1, 1]);
  });

  it('leaves out what is down, tries it after a rest, and says so', async () => {
    let now = 0;
    const broken = server('broken', unreachable());
    open([broken, server('sound')], () => now);
    for (let round = 0; round < 8; round++) await from();
    expect(broken.asked).toHaveLength(3);
    expect(pool?.upstreams()).toMatchObject([
      { name: 'broken', state: 'down', outstanding: 0, lastFault: 'UPSTREAM_UNREACHABLE' },
      { name: 'sound', state: 'up', lastFault: null },
    ]);
    now = 10_000;
    broken.tell(200);
    expect([await from(), await from()].sort()).toEqual(['broken', 'sound']);
    expect(pool?.upstreams()[0]).toMatchObject({ state: 'up' });
  });

  it('fails at once where all are down', async () => {
    const only = server('only', unreachable());
    open([only]);
    for (let round = 0; round < 5; round++)
      await expect(from()).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE' });
    expect(only.asked).toHaveLength(3);
  });

  it('does not hold it against a server that a client went away', async () => {
    const hanging = server('hanging', 'hang');
    open([hanging]);
    for (let round = 0; round < 5; round++) {
      const client = new AbortController();
      const answer = await (pool as UpstreamPool).send(ask({ signal: client.signal }));
      const reading = read(answer);
      client.abort();
      await expect(reading).rejects.toThrow();
    }
    expect(pool?.upstreams()).toMatchObject([{ state: 'up', outstanding: 0 }]);
  });

  it('looks at each now and then, so that one that is back is asked again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const one = server('one', unreachable());
    open([one]);
    for (let round = 0; round < 3; round++) await vi.advanceTimersByTimeAsync(12_000);
    expect(one.asked.every(({ method, path }) => method === 'GET' && path === '/models')).toBe(true);
    expect(pool?.upstreams()[0]).toMatchObject({ state: 'down' });
    one.tell(200);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(pool?.upstreams()[0]).toMatchObject({ state: 'up' });
    expect(one.asked.at(-1)?.signal.aborted).toBe(true);
  });
});
