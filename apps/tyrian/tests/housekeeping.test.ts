import type { Review } from '@tyrian/review';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepHouse } from '../src/serve/housekeeping.js';
import { evidenceOf, heldEvent } from './_held.js';
import { openInMemory } from './_in-memory.js';

const HOUR = 3_600_000;
let platform: Awaited<ReturnType<typeof openInMemory>>;
let house: ReturnType<typeof keepHouse> | undefined;

beforeAll(async () => {
  platform = await openInMemory(() => Date.now());
});
afterEach(async () => {
  vi.useRealTimers();
  await house?.stop();
  house = undefined;
});
afterAll(() => platform.store.close());

const never = (task: string, fault: unknown) => {
  throw new Error(`housekeeping failed at ${task}`, { cause: fault });
};
const opened = (verdict: Parameters<typeof platform.store.cases.findByVerdict>[0]) =>
  vi.waitFor(async () => expect(await platform.store.cases.findByVerdict(verdict)).toMatchObject({ status: 'open' }));

/** Something held, as the gateway commits it. */
async function commitHeld(at = Date.now()) {
  const evidence = evidenceOf('hold', at, at + HOUR);
  await platform.store.records.append({ evidence: [evidence], events: [heldEvent(evidence, at + HOUR)] });
  return evidence;
}

describe('housekeeping', () => {
  it('opens the cases of events that waited from before the start, and of new ones at once', async () => {
    const before = await commitHeld();
    house = keepHouse(platform, { onFault: never });
    await opened(before.verdict);
    const after = await commitHeld();
    await opened(after.verdict);
    await vi.waitFor(async () => expect(await platform.store.outbox.pending()).toBe(0));
  });

  it('closes what nobody decided and destroys what has expired, a minute after the start', async () => {
    const past = Date.now() - 2 * HOUR;
    const [expired, kept] = [evidenceOf('hold', past, past + HOUR), evidenceOf('hold', past, past + 9 * HOUR)];
    await platform.store.records.append({ evidence: [expired, kept] });
    await platform.review.take(heldEvent(expired, past + HOUR));
    await platform.review.take(heldEvent(kept, past + 9 * HOUR));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    house = keepHouse(platform, { onFault: never });
    vi.advanceTimersByTime(59_000);
    await house.stop();
    expect(await platform.store.vault.find(expired.id)).toBeDefined();

    house = keepHouse(platform, { onFault: never });
    vi.advanceTimersByTime(61_000);
    await house.stop();
    const { cases, vault, records } = platform.store;
    expect(await cases.findByVerdict(expired.verdict)).toMatchObject({ status: 'expired' });
    expect(await vault.find(expired.id)).toBeUndefined();
    expect(await cases.findByVerdict(kept.verdict)).toMatchObject({ status: 'open' });
    expect(await vault.find(kept.id)).toBeDefined();
    const [said] = await records.list({ type: 'evidence.expired', limit: 1 });
    expect(said?.payload).toContain(expired.id);
  });

  it('keeps to retention every minute, in every round', async () => {
    let rounds = 0;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    house = keepHouse(platform, { onFault: never, keepPrivate: async () => rounds++ });
    vi.advanceTimersByTime(61_000);
    await vi.waitFor(() => expect(rounds).toBe(1));
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(rounds).toBe(2));
  });

  it('signs a checkpoint every ten minutes, where something was written', async () => {
    const { verdict } = await commitHeld();
    const before = await platform.store.audit.latest();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    house = keepHouse(platform, { onFault: never });
    await opened(verdict);
    expect(await platform.store.audit.latest()).toEqual(before);
    vi.advanceTimersByTime(10 * 60_000);
    await vi.waitFor(async () => expect(await platform.store.audit.latest()).not.toEqual(before));
  });

  it('leaves nothing undelivered and nothing unsigned when it stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    house = keepHouse(platform, { onFault: never });
    const all = await Promise.all(Array.from({ length: 5 }, () => commitHeld()));
    await house.stop();
    expect(await platform.store.outbox.pending()).toBe(0);
    for (const { verdict } of all) expect(await platform.store.cases.findByVerdict(verdict)).toBeDefined();
    expect(await platform.store.audit.verify()).toMatchObject({ intact: true, uncheckpointed: 0 });
  });

  it('keeps an event that could not be taken, and takes it later', async () => {
    const failing: Review = { ...platform.review, take: () => Promise.reject(new Error('not now')) };
    house = keepHouse({ ...platform, review: failing }, { onFault: never });
    const { verdict } = await commitHeld();
    await house.stop();
    expect(await platform.store.outbox.pending()).toBe(1);
    expect(await platform.store.cases.findByVerdict(verdict)).toBeUndefined();
    const soon = Date.now() + 5_000;
    vi.useFakeTimers({ toFake: ['Date'], now: soon });
    house = keepHouse(platform, { onFault: never });
    await opened(verdict);
  });

  it('says which task failed, and goes on with the others', async () => {
    const faults: string[] = [];
    const { store } = platform;
    const broken: Review = { ...platform.review, expire: () => Promise.reject(new Error('no database')) };
    const before = (await store.audit.checkpoint()) ?? (await store.audit.latest());
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    house = keepHouse({ store, review: broken }, { onFault: (task) => faults.push(task) });
    const { verdict } = await commitHeld();
    await opened(verdict);
    vi.advanceTimersByTime(10 * 60_000);
    await vi.waitFor(async () => expect(await store.audit.latest()).not.toEqual(before));
    expect(new Set(faults)).toEqual(new Set(['expiry']));
  });
});
