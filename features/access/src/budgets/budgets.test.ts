import type { ApiKeyId, KeyBudget } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usagesInMemory } from './_usages-in-memory.js';
import { createBudgets } from './budgets.js';

const DAY = 86_400_000;
const holder = (budget: KeyBudget, keyId = 'key_1') => ({ keyId: keyId as ApiKeyId, budget });

function machines(count: number) {
  const store = usagesInMemory();
  const clock = { now: 20_000 * DAY };
  const open = () => createBudgets({ usages: store.usages, now: () => clock.now });
  return { store, clock, open, all: Array.from({ length: count }, open) };
}
function machine() {
  const { all, ...rest } = machines(1);
  const [budgets = rest.open()] = all;
  return { budgets, ...rest };
}

describe('budgets', () => {
  it('let through so many requests a minute, say what is left, and begin anew with the next', async () => {
    const { budgets, clock } = machine();
    const key = holder({ requestsPerMinute: 2 });
    clock.now += 45_500;
    expect(await budgets.take(key)).toEqual({
      allowances: [{ of: 'requests', limit: 2, remaining: 1, resetSeconds: 15 }],
    });
    expect((await budgets.take(key))?.exceeded).toBeUndefined();
    const shut = await budgets.take(key);
    expect(shut).toMatchObject({
      allowances: [{ remaining: 0 }],
      exceeded: { limit: 'requests per minute', retryAfter: 15 },
    });
    clock.now += 14_500;
    expect((await budgets.take(key))?.exceeded).toBeUndefined();
  });

  it('name the limit that takes longest to be there again', async () => {
    const { budgets } = machine();
    const key = holder({ requestsPerMinute: 1, requestsPerDay: 1, charactersPerDay: 10 });
    await budgets.take(key);
    expect((await budgets.take(key))?.exceeded).toEqual({ limit: 'requests per day', retryAfter: DAY / 1000 });
  });

  it('shut out the request after the characters of a day are used up', async () => {
    const { budgets, clock } = machine();
    const key = holder({ charactersPerDay: 100 });
    await budgets.take(key);
    budgets.add(key, { characters: 250 });
    expect(await budgets.take(key)).toMatchObject({
      allowances: [{ of: 'characters', limit: 100, remaining: 0 }],
      exceeded: { limit: 'characters per day' },
    });
    clock.now += DAY;
    expect((await budgets.take(key))?.exceeded).toBeUndefined();
  });

  it('keep nothing and ask nobody for a key without limits', async () => {
    const { budgets, store } = machine();
    expect(await budgets.take(holder({}))).toBeUndefined();
    budgets.add(holder({}), { characters: 9 });
    expect(await budgets.take({ keyId: 'key_2' as ApiKeyId })).toBeUndefined();
    expect(store.state.calls).toBe(0);
  });

  it('go on from what was used before a restart', async () => {
    const { budgets, open } = machine();
    const key = holder({ requestsPerDay: 3 });
    await budgets.take(key);
    await budgets.take(key);
    await budgets.flush();
    const restarted = open();
    expect(await restarted.take(key)).toMatchObject({ allowances: [{ remaining: 0 }] });
    expect((await restarted.take(key))?.exceeded).toBeDefined();
  });

  it('count together over two machines once both have told and heard', async () => {
    const { all, clock } = machines(2);
    const [a, b] = all;
    const key = holder({ requestsPerMinute: 4 });
    for (let i = 0; i < 2; i++) for (const one of [a, b]) await one?.take(key);
    await a?.flush();
    await b?.flush();
    expect((await b?.take(key))?.exceeded).toBeDefined();
    // What a machine has not heard of slips through until it asks.
    expect((await a?.take(key))?.exceeded).toBeUndefined();
    await a?.flush();
    expect((await a?.take(key))?.exceeded).toBeDefined();
    clock.now += 60_000;
    expect((await a?.take(key))?.exceeded).toBeUndefined();
  });

  it('never let one machine alone go over a limit, however its requests fall', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.constantFrom('take', 'flush', 'down', 'up'), { maxLength: 40 }),
        async (limit, steps) => {
          const { budgets, store } = machine();
          const key = holder({ requestsPerDay: limit });
          await budgets.take(key);
          let passed = 1;
          const running: Promise<void>[] = [];
          for (const step of steps) {
            if (step === 'take') running.push(budgets.take(key).then((one) => void (one?.exceeded ? 0 : passed++)));
            else if (step === 'flush') running.push(budgets.flush().catch(() => undefined));
            else store.state.isDown = step === 'down';
          }
          await Promise.all(running);
          expect(passed).toBe(Math.min(limit, 1 + steps.filter((step) => step === 'take').length));
          store.state.isDown = false;
          await budgets.flush();
          const total = [...store.counted.values()].find(({ window }) => window === 'day');
          expect(total?.requests).toBe(passed);
        },
      ),
    );
  });

  it('let no request in whose use before nobody can say, and try again', async () => {
    const { budgets, store } = machine();
    store.state.isDown = true;
    await expect(budgets.take(holder({ requestsPerDay: 1 }))).rejects.toThrow('down');
    store.state.isDown = false;
    expect((await budgets.take(holder({ requestsPerDay: 1 })))?.exceeded).toBeUndefined();
  });

  it('hold streams to so many at a time, those of other machines with them', async () => {
    const { all } = machines(2);
    const [a, b] = all;
    const key = holder({ streams: 2 });
    const close = a?.openStream(key);
    expect(b?.openStream(key)).toBeDefined();
    for (const one of [a, b, a]) await one?.flush();
    expect(a?.openStream(key)).toBeUndefined();
    close?.();
    close?.();
    for (const one of [a, b]) await one?.flush();
    expect(b?.openStream(key)).toBeDefined();
    expect(b?.openStream(key)).toBeUndefined();
    expect(a?.openStream(holder({}))).toBeDefined();
  });

  it('forget the windows of days ago', async () => {
    const { budgets, store, clock } = machine();
    await budgets.take(holder({ requestsPerDay: 5 }));
    await budgets.flush();
    expect(store.counted.size).toBe(2);
    clock.now += 4 * DAY;
    await budgets.flush();
    expect(store.counted.size).toBe(0);
  });
});
