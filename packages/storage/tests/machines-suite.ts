import { KEY_PURPOSES, newId, type Store, TenantId } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { type Engine, freshStore } from './harness.js';
import { heldEvent, newCase, newEvidence, TENANT, tick } from './things.js';

/** What several processes on one database agree on; `isShared` where two stores are two processes to the engine. */
export function machinesSuite(openEngine: () => Promise<Engine>, isShared: boolean): void {
  let engine: Engine;
  let database: Database;
  const keys = memoryKeys();
  const stores: Store[] = [];

  beforeAll(async () => {
    engine = await openEngine();
    const first = await freshStore(engine, { keys });
    database = first.database;
    stores.push(first.store, await createStore(await engine.again(database), { keys, clock: tick }));
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });
  const [one, other] = [() => stores[0] as Store, () => stores[1] as Store];

  describe('the cap of holds', () => {
    const place = (cap: number, tenant = TENANT) => ({ tenant, verdict: newId('verdict'), cap, since: 0 });

    it('lets as many through as it says, of many that come to all at once', async () => {
      const asked = Array.from({ length: 20 }, (_, at) => (at % 2 ? one() : other()).cases.takeHoldPlace(place(7)));
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(7);
      expect(await one().cases.takeHoldPlace(place(1, TenantId.parse('another')))).toBe(true);
    });

    it('counts nothing twice once its case is open, and no case that is too old', async () => {
      const tenant = TenantId.parse('once');
      const taken = place(2, tenant);
      expect(await one().cases.takeHoldPlace(taken)).toBe(true);
      await one().cases.open(newCase({ tenant, verdict: taken.verdict }));
      expect(await other().cases.takeHoldPlace(place(2, tenant))).toBe(true);
      expect(await one().cases.takeHoldPlace(place(2, tenant))).toBe(false);
      expect(await one().cases.takeHoldPlace({ ...place(1, tenant), since: tick() })).toBe(true);
    });

    it('forgets a place of which nothing came, but not one whose event still waits', async () => {
      const tenant = TenantId.parse('waits');
      let now = tick();
      const later = await createStore(await engine.again(database), { keys, clock: () => now });
      const [failed, waiting] = [place(2, tenant), place(2, tenant)];
      expect(await later.cases.takeHoldPlace(failed)).toBe(true);
      expect(await later.cases.takeHoldPlace(waiting)).toBe(true);
      const evidence = newEvidence({ tenant, verdict: waiting.verdict });
      await one().records.append({ evidence: [evidence], events: [heldEvent(evidence)] });
      now += 5 * 60_000 + 1;
      expect(await later.cases.takeHoldPlace(place(2, tenant))).toBe(true);
      expect(await later.cases.takeHoldPlace(place(2, tenant))).toBe(false);
      await later.close();
    });
  });

  describe('the outbox', () => {
    it('gives no event to two that claim at once', async () => {
      const tenant = TenantId.parse('claimed');
      while ((await one().outbox.deliver(100, async () => undefined)) > 0);
      const evidence = Array.from({ length: 40 }, () => newEvidence({ tenant, verdict: newId('verdict') }));
      await one().records.append({ evidence, events: evidence.map((sealed) => heldEvent(sealed)) });
      const taken: string[] = [];
      // As many as there are take what they can, each for a while, so that the others see it claimed.
      const takers = Array.from({ length: 8 }, (_, at) =>
        (at % 2 ? one() : other()).outbox.deliver(100, async (event) => {
          if ('verdict' in event) taken.push(event.verdict);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }),
      );
      expect((await Promise.all(takers)).reduce((sum, count) => sum + count, 0)).toBe(40);
      expect([...taken].sort()).toEqual(evidence.map(({ verdict }) => verdict).sort());
    });
  });

  describe('shifts', () => {
    it('are taken by one at a time, by name, and let go of also when the work fails', async () => {
      let finish: () => void = () => undefined;
      const begun = new Promise<void>((started) => {
        void one().shifts.take('tidy', () => {
          started();
          return new Promise<void>((resolve) => {
            finish = resolve;
          });
        });
      });
      await begun;
      const ran: string[] = [];
      const taken = (isShared ? other() : one()).shifts.take('tidy', async () => ran.push('tidy'));
      expect([await taken, ran]).toEqual([false, []]);
      expect(await other().shifts.take('sweep', async () => ran.push('sweep'))).toBe(true);
      finish();
      await expect.poll(() => other().shifts.take('tidy', async () => ran.push('again'))).toBe(true);
      await expect(one().shifts.take('tidy', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await other().shifts.take('tidy', async () => ran.push('after'))).toBe(true);
      expect(ran).toEqual(['sweep', 'again', 'after']);
    });
  });

  describe('keys', () => {
    const storeWith = async (held: typeof keys) =>
      createStore(await engine.again(database), { keys: held, clock: tick });

    it('are the same on all machines, or the store says which are not', async () => {
      await one().matchKeys();
      await other().matchKeys();
      const stranger = memoryKeys();
      const missing = await storeWith(stranger);
      await expect(missing.matchKeys()).rejects.toMatchObject({ code: 'KEYS_MISSING' });
      for (const purpose of KEY_PURPOSES) stranger.current(purpose);
      await expect(missing.matchKeys()).rejects.toMatchObject({ code: 'KEYS_DIFFER' });
      await missing.close();
    });

    it('that are rotated are missed where they are not', async () => {
      const before = memoryKeys();
      const { store, database: own } = await freshStore(engine, { keys: before });
      await store.matchKeys();
      const stale = { ...before, byId: before.byId };
      await before.rotate('vault');
      await store.matchKeys();
      const rows = await own.db.selectFrom('key_marks').select('id').orderBy('id').execute();
      expect(rows.map(({ id }) => id)).toEqual([...KEY_PURPOSES.map((purpose) => `${purpose}-1`), 'vault-2'].sort());
      expect(stale.byId('vault-2').id).toBe('vault-2');
      await store.close();
    });
  });
}
