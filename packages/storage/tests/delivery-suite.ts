import { type AlarmEvent, type Delivery, type Event, eventId, type Store, SYSTEM_TENANT } from '@tyrian/contracts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import type { Engine } from './harness.js';
import { heldEvent, lead, newCase, newEvidence, resolved, TENANT } from './things.js';

const HOUR = 3_600_000;
const LEASE = 30_000;

/** What waits to be told outside, on whatever engine. `isShared`: two stores can be open on it at a time. */
export function deliverySuite(openEngine: () => Promise<Engine>, isShared: boolean): void {
  let engine: Engine;
  let database: Database;
  let store: Store;
  let time = 1_795_000_000_000;
  const open: Store[] = [];
  const opened = async (on: Database) => {
    const one = await createStore(on, { keys: memoryKeys(), clock: () => time });
    open.push(one);
    return one;
  };
  const start = async () => {
    database = await engine.fresh();
    store = await opened(database);
    return store.deliveries;
  };
  const held = () => heldEvent(newEvidence());
  const claim = (limit = 10) => store.deliveries.claim('hook', limit, LEASE);
  async function told(): Promise<Event[]> {
    const seen: Event[] = [];
    while ((await store.outbox.deliver(100, async (event) => void seen.push(event))) > 0);
    return seen;
  }
  const only = (claimed: readonly Delivery[]): Delivery => {
    expect(claimed).toHaveLength(1);
    return claimed[0] as Delivery;
  };

  beforeAll(async () => {
    engine = await openEngine();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  describe('deliveries', () => {
    it('are one an endpoint and event, however often it is added', async () => {
      const deliveries = await start();
      const event = held();
      await deliveries.add(event, ['hook', 'other']);
      await deliveries.add(event, ['hook', 'other']);
      const first = only(await claim());
      expect(first).toEqual({ endpoint: 'hook', id: eventId(event), event, attempt: 1, since: time });
      await deliveries.settle(first, { state: 'delivered', code: '200' });
      await deliveries.add(event, ['hook', 'other']);
      expect(await claim()).toEqual([]);
      expect(await deliveries.status()).toMatchObject([
        { endpoint: 'hook', waiting: 0, delivered: 1, undelivered: 0, lastCode: null },
        { endpoint: 'other', waiting: 1, delivered: 0, undelivered: 0, offAt: null },
      ]);
    });

    it('are claimed by one, and by another when the first never came back', async () => {
      const deliveries = await start();
      await deliveries.add(held(), ['hook']);
      const lost = only(await claim());
      expect(await claim()).toEqual([]);
      time += LEASE;
      const found = only(await claim());
      expect(found).toMatchObject({ id: lost.id, attempt: 2 });
      await deliveries.settle(found, { state: 'delivered', code: '200' });
      await deliveries.settle(lost, { state: 'undelivered', code: 'timeout' });
      expect(await deliveries.status()).toMatchObject([{ delivered: 1, undelivered: 0 }]);
    });

    it('come again when they are due, oldest first', async () => {
      const deliveries = await start();
      const [a, b] = [held(), held()];
      await deliveries.add(a, ['hook']);
      time += 1;
      await deliveries.add(b, ['hook']);
      expect((await claim(1)).map(({ event }) => event)).toEqual([a]);
      const second = only(await claim());
      await deliveries.settle(second, { state: 'waiting', code: '503', at: time + HOUR });
      time += LEASE;
      expect((await claim()).map(({ event }) => event)).toEqual([a]);
      expect(await deliveries.status()).toMatchObject([{ waiting: 2, lastCode: '503' }]);
      time += HOUR;
      expect((await claim()).map(({ event }) => event)).toEqual([a, b]);
    });

    it('raise one alarm an hour for an endpoint that does not take them, and none about that alarm', async () => {
      const deliveries = await start();
      time = Math.ceil(time / HOUR) * HOUR;
      for (let count = 0; count < 3; count++) await deliveries.add(held(), ['hook']);
      for (const one of await claim()) await deliveries.settle(one, { state: 'undelivered', code: '500' });
      const alarm: AlarmEvent = {
        type: 'alarm.raised',
        tenant: SYSTEM_TENANT,
        alarm: 'undelivered',
        at: time,
        ids: { endpoint: 'hook' },
      };
      expect(await told()).toEqual([alarm]);
      await deliveries.add(alarm, ['mail']);
      await deliveries.add(held(), ['hook']);
      await deliveries.settle(only(await claim()), { state: 'undelivered', code: '500' });
      expect(await told()).toEqual([]);
      const mail = only(await deliveries.claim('mail', 10, LEASE));
      await deliveries.settle(mail, { state: 'undelivered', code: 'ETIMEDOUT' });
      expect(await told()).toEqual([]);
      time += HOUR;
      await deliveries.add(held(), ['hook']);
      await deliveries.settle(only(await claim()), { state: 'undelivered', code: '500' });
      expect(await told()).toEqual([{ ...alarm, at: time }]);
    });

    it('stop for an endpoint that is switched off, with an alarm, and go on when it is asked to resend', async () => {
      const deliveries = await start();
      await deliveries.add(held(), ['hook']);
      await deliveries.settle(only(await claim()), { state: 'undelivered', code: '410' });
      await deliveries.switchOff('hook');
      await deliveries.switchOff('hook');
      expect((await told()).map((event) => 'alarm' in event && event.alarm)).toEqual(['undelivered', 'endpoint-off']);
      await deliveries.add(held(), ['hook']);
      expect(await claim()).toEqual([]);
      expect(await deliveries.status()).toMatchObject([{ waiting: 1, undelivered: 1, offAt: time, lastCode: '410' }]);
      expect(await deliveries.failing()).toEqual(['hook']);
      expect(await deliveries.resend('hook')).toBe(1);
      expect(await deliveries.failing()).toEqual([]);
      expect((await claim()).map(({ attempt }) => attempt)).toEqual([1, 1]);
      expect(await deliveries.status()).toMatchObject([{ waiting: 2, undelivered: 0, offAt: null }]);
    });

    it('give a turn to one in so long', async () => {
      const deliveries = await start();
      const turns = await Promise.all([1, 2, 3].map(() => deliveries.takeTurn('mail', 60_000)));
      expect(turns.filter(Boolean)).toHaveLength(1);
      time += 59_999;
      expect(await deliveries.takeTurn('mail', 60_000)).toBe(false);
      time += 1;
      expect(await deliveries.takeTurn('mail', 60_000)).toBe(true);
    });

    it('give up what nobody takes any more, and forget what has ended', async () => {
      const deliveries = await start();
      const started = time;
      await deliveries.add(held(), ['gone']);
      await deliveries.add(held(), ['hook']);
      await deliveries.settle(only(await claim()), { state: 'delivered', code: '200' });
      time += HOUR;
      await deliveries.add(held(), ['gone']);
      await deliveries.sweep({ giveUpBefore: started + 1, forgetBefore: started });
      expect(await deliveries.status()).toMatchObject([
        { endpoint: 'gone', waiting: 1, undelivered: 1, lastCode: 'abandoned' },
        { endpoint: 'hook', delivered: 1 },
      ]);
      await deliveries.sweep({ giveUpBefore: started, forgetBefore: time + 1 });
      expect(await deliveries.status()).toMatchObject([{ endpoint: 'gone', waiting: 1, undelivered: 0 }]);
    });

    it.runIf(isShared)('are shared by two processes, each to one of them', async () => {
      const deliveries = await start();
      const other = (await opened(await engine.again(database))).deliveries;
      const events = Array.from({ length: 40 }, held);
      for (const event of events) await deliveries.add(event, ['hook']);
      const claims = await Promise.all(
        [deliveries, other, deliveries, other].map((one) => one.claim('hook', 15, LEASE)),
      );
      const ids = claims.flat().map(({ id }) => id);
      expect(ids.sort()).toEqual(events.map(eventId).sort());
    });
  });

  describe('the events of cases', () => {
    it('tell in the same commit what was decided and what has expired, and keep quiet what is quiet', async () => {
      await start();
      const { cases } = store;
      const [decided, quiet, late] = [newCase(), newCase({ quiet: true }), newCase({ expiresAt: time })];
      for (const one of [decided, quiet, late]) await cases.open({ ...one, expiresAt: one === late ? time : time + 1 });
      let woken = 0;
      store.outbox.onCommitted(() => woken++);
      for (const { id } of [decided, quiet]) await cases.decide(id, lead('ana', time), resolved('release', 'zorblax'));
      await cases.expire(time);
      expect(woken).toBe(3);
      const of = ({ id, verdict }: typeof decided) => ({ tenant: TENANT, case: id, verdict, at: time });
      expect(await told()).toEqual([
        { type: 'case.decided', ...of(decided), decision: 'release' },
        { type: 'case.decided', ...of(quiet), decision: 'release', quiet: true },
        { type: 'case.expired', ...of(late) },
      ]);
      expect(await cases.find(quiet.id)).toMatchObject({ quiet: true });
      await expect(cases.decide(late.id, lead('ana', time), resolved('release'))).rejects.toThrow();
      expect(await told()).toEqual([]);
    });
  });
}
