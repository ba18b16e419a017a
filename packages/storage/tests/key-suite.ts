import type { ApiKeyId, KeyUse, Store } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, freshStore } from './harness.js';
import { newApiKey, tick } from './things.js';

/** What is kept of bound keys and of what they use, on whatever engine. */
export function keySuite(openEngine: () => Promise<Engine>): void {
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await openEngine();
    ({ store } = await freshStore(engine));
  });
  afterAll(() => store.close());

  async function newest(type: 'key.created' | 'key.revoked' | 'key.rotated') {
    const [record] = await store.records.list({ type, limit: 1 });
    return JSON.parse(record?.payload ?? 'null');
  }

  it('gives a key back with what it is bound to, and the records say it', async () => {
    const bound = {
      policy: 'children',
      upstream: 'local',
      dialect: 'azure',
      budget: { requestsPerMinute: 60, charactersPerDay: 1_000_000 },
      claimed: 'adult',
      expiresAt: 2_000_000_000_000,
    } as const;
    const key = newApiKey(bound);
    await store.apiKeys.insert(key);
    expect(await store.apiKeys.findByHash(key.hash)).toEqual(key);
    expect(await store.apiKeys.find(key.id)).toEqual(key);
    expect(await newest('key.created')).toMatchObject({ key: key.id, ...bound });
    await store.apiKeys.revoke(key.id, tick());
    expect(await newest('key.revoked')).toMatchObject({ key: key.id, ...bound });
  });

  it('finds a rotated key by its new secret and by the one before, and by none older', async () => {
    const key = newApiKey();
    await store.apiKeys.insert(key);
    const at = tick();
    const rotated = await store.apiKeys.rotate(key.id, { hash: `${key.id} 2`, hint: 'tyr_two', at, until: at + 50 });
    expect(rotated).toEqual({
      ...key,
      hash: `${key.id} 2`,
      hint: 'tyr_two',
      previous: { hash: key.hash, until: at + 50 },
    });
    for (const hash of [key.hash, `${key.id} 2`]) expect(await store.apiKeys.findByHash(hash)).toEqual(rotated);
    expect(await newest('key.rotated')).toEqual({ key: key.id, name: key.name, overlapUntil: at + 50 });
    await store.apiKeys.rotate(key.id, { hash: `${key.id} 3`, hint: 'tyr_thr', at, until: at });
    expect(await store.apiKeys.findByHash(key.hash)).toBeUndefined();
    await store.apiKeys.revoke(key.id, at);
    expect(await store.apiKeys.rotate(key.id, { hash: 'x', hint: 'y', at, until: at })).toBeUndefined();
    expect(await store.apiKeys.rotate(newApiKey().id, { hash: 'x', hint: 'y', at, until: at })).toBeUndefined();
  });

  it('counts together what machines add at the same time, in whatever order they name it', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(fc.nat(5), fc.nat(1_000)), { minLength: 2, maxLength: 3 }), { maxLength: 6 }),
        async (machines) => {
          const startsAt = ++round * 60_000;
          const use = (index: number, requests = 0, characters = 0): KeyUse => ({
            key: `key_${index}` as ApiKeyId,
            window: 'minute',
            startsAt,
            requests,
            characters,
          });
          await Promise.all(
            machines.map((uses, turn) => {
              const named = uses.map(([requests, characters], index) => use(index, requests, characters));
              return store.keyUsages.add(turn % 2 === 0 ? named : named.reverse());
            }),
          );
          for (const index of [0, 1, 2]) {
            const sum = (at: 0 | 1) => machines.reduce((total, uses) => total + (uses[index]?.[at] ?? 0), 0);
            expect(await store.keyUsages.add([use(index)])).toEqual([use(index, sum(0), sum(1))]);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('says how many streams are open on other machines that still live', async () => {
    const key = 'key_s' as ApiKeyId;
    const other = 'key_t' as ApiKeyId;
    const note = (machine: string, open: number, freshMs = 60_000) =>
      store.keyUsages.noteStreams(machine, [{ key, open }], freshMs);
    expect(await note('a', 3)).toEqual(new Map());
    expect(await note('b', 2)).toEqual(new Map([[key, 3]]));
    expect(await note('a', 1)).toEqual(new Map([[key, 2]]));
    expect(await note('c', 0)).toEqual(new Map([[key, 3]]));
    expect(await note('c', 0, -60_000)).toEqual(new Map());
    expect(await store.keyUsages.noteStreams('a', [{ key: other, open: 1 }], 60_000)).toEqual(new Map());
    expect(await store.keyUsages.noteStreams('a', [], 60_000)).toEqual(new Map());
  });

  it('forgets old windows alone', async () => {
    const use = (startsAt: number, requests: number): KeyUse => ({
      key: 'key_f' as ApiKeyId,
      window: 'day',
      startsAt,
      requests,
      characters: 0,
    });
    await store.keyUsages.add([use(0, 5), use(86_400_000, 5)]);
    await store.keyUsages.forget(86_400_000);
    expect(await store.keyUsages.add([use(0, 0)])).toEqual([use(0, 0)]);
    expect(await store.keyUsages.add([use(86_400_000, 0)])).toEqual([use(86_400_000, 5)]);
    expect(await store.keyUsages.add([])).toEqual([]);
  });
}
