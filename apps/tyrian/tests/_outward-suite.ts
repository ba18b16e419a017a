import type { AlarmEvent, Event, Store } from '@tyrian/contracts';
import {
  createOutward,
  createWebhook,
  type Endpoint,
  type Outward,
  type Received,
  startWebhookReceiver,
} from '@tyrian/outward';
import { type Asker, createReview, type Review } from '@tyrian/review';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { evidenceOf, heldEvent } from './_held.js';

const HOUR = 3_600_000;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OWNER: Asker = { by: 'ana', scope: { tenant: null, childSafety: true }, isLead: true, languages: [] };
const TYPES = ['verdict.held', 'case.decided', 'alarm.raised'] as const;

export interface Machines {
  /** The same database, as another machine opens it; one is all that an embedded one has. */
  readonly stores: readonly Store[];
  /** Moves the clock of all. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  close(): Promise<void>;
}

/** How what happened gets outside, from the commit to the acknowledgement, on whatever database. */
export function outwardSuite(title: string, open: () => Promise<Machines>): void {
  describe(title, () => {
    let machines: Machines;
    let store: Store;
    let review: Review;
    let received: Received[] = [];
    let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
    let outwards: Outward[] = [];
    const alarms: AlarmEvent[] = [];

    beforeAll(async () => {
      machines = await open();
      [store] = machines.stores as [Store];
      review = createReview({ ...store, now: machines.now });
      receiver = await startWebhookReceiver({
        secret: SECRET,
        port: 0,
        onMessage: (one) => received.push(one),
        now: machines.now,
      });
    }, 120_000);
    afterEach(async () => {
      for (const outward of outwards) await outward.stop();
      outwards = [];
      received = [];
      alarms.length = 0;
      receiver.behave({});
    });
    afterAll(async () => {
      await receiver.close();
      await machines.close();
    });

    const hook = (name = 'hook', url = receiver.url): Endpoint =>
      createWebhook({ name, url, events: TYPES, secrets: [SECRET], allowPrivate: true, now: machines.now });
    function machine(at: number, endpoints: readonly Endpoint[] = [hook()]): Outward {
      const outward = createOutward({
        deliveries: (machines.stores[at] ?? store).deliveries,
        endpoints,
        onAlarm: (alarm) => alarms.push(alarm),
        onUndelivered: () => undefined,
        now: machines.now,
        random: () => 0.5,
      });
      outwards.push(outward);
      return outward;
    }
    async function commit(): Promise<string> {
      const evidence = evidenceOf('hold', machines.now(), machines.now() + HOUR);
      await store.records.append({ evidence: [evidence], events: [heldEvent(evidence, machines.now() + HOUR)] });
      return evidence.verdict;
    }
    const handOver = (outward: Outward, from: Store = store) =>
      from.outbox.deliver(100, async (event: Event) => {
        await review.take(event);
        await outward.take(event);
      });
    const ids = () => received.map(({ message }) => message.id).sort();

    it('tells what was held and what was decided', async () => {
      const outward = machine(0);
      const verdict = await commit();
      await handOver(outward);
      const found = (await review.list(OWNER.scope, 'open', 100)).find((one) => one.verdict === verdict);
      await review.decide(found?.id as never, OWNER, { decision: 'release', reason: 'zorblax' });
      await handOver(outward);
      await outward.deliver();
      const messages = received.map(({ message }) => message).sort((a, b) => (a.type < b.type ? -1 : 1));
      expect(messages).toMatchObject([
        { type: 'case.decided', data: { verdict, case: found?.id, decision: 'release' } },
        { type: 'verdict.held', data: { verdict } },
      ]);
      expect(JSON.stringify(received)).not.toMatch(/ana|zorblax|fp-|evd_/);
    });

    it('tells it again, with the same id, when nobody knows whether it was taken', async () => {
      const outward = machine(0);
      const verdict = await commit();
      await store.outbox.deliver(1, async (event) => {
        await outward.take(event);
        throw new Error('killed before the event was taken out');
      });
      await outward.deliver();
      machines.pass(61_000);
      await handOver(outward);
      await outward.deliver();
      expect(ids()).toEqual([`held_${verdict}`]);
      receiver.behave({ status: 500 });
      const second = await commit();
      await handOver(outward);
      await outward.deliver();
      receiver.behave({});
      machines.pass(5_000);
      await outward.deliver();
      expect(received.slice(1).map(({ message, repeated }) => [message.id, repeated])).toEqual([
        [`held_${second}`, 0],
        [`held_${second}`, 1],
      ]);
    });

    it('gives up after a day, raises an alarm to the others, and sends again when asked', async () => {
      const silent = hook('silent', 'http://127.0.0.1:9/');
      const outward = machine(0, [silent, hook()]);
      const verdict = await commit();
      await handOver(outward);
      for (let hours = 0; hours < 27; hours++) {
        await outward.deliver();
        machines.pass(HOUR);
      }
      await handOver(outward);
      await outward.deliver();
      expect(alarms).toMatchObject([{ alarm: 'undelivered', ids: { endpoint: 'silent' } }]);
      expect(ids()).toEqual([expect.stringMatching(/^alarm_undelivered_\d+_endpoint_silent$/), `held_${verdict}`]);
      expect(await store.deliveries.failing()).toEqual(['silent']);
      await outward.stop();
      received = [];
      expect(await store.deliveries.resend('silent')).toBe(1);
      await machine(0, [hook('silent')]).deliver();
      expect(ids()).toEqual([`held_${verdict}`]);
      expect(await store.deliveries.failing()).toEqual([]);
    });

    it('switches off who is gone, and says so', async () => {
      const outward = machine(0, [hook('leaving'), hook('staying')]);
      receiver.behave({ status: 410 });
      await commit();
      await handOver(outward);
      await outward.deliver();
      receiver.behave({});
      await handOver(outward);
      expect(alarms.map(({ alarm, ids }) => `${alarm} ${ids.endpoint}`).sort()).toEqual(
        ['leaving', 'staying'].flatMap((name) => [`endpoint-off ${name}`, `undelivered ${name}`]).sort(),
      );
      received = [];
      await outward.deliver();
      expect(received).toEqual([]);
      for (const name of ['leaving', 'staying']) await store.deliveries.resend(name);
      await outward.deliver();
      expect(received.length).toBeGreaterThan(0);
    });

    it('leaves alone for as long as it is asked', async () => {
      const outward = machine(0);
      receiver.behave({ status: 429, headers: { 'retry-after': '600' } });
      await commit();
      await handOver(outward);
      await outward.deliver();
      receiver.behave({});
      await commit();
      await handOver(outward);
      machines.pass(599_000);
      await outward.deliver();
      expect(received).toHaveLength(1);
      machines.pass(1_001);
      await outward.deliver();
      expect(received).toHaveLength(3);
    });

    it('does not let one that fails hold up another', async () => {
      const slow = createWebhook({
        name: 'slow',
        url: receiver.url,
        events: TYPES,
        secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
        allowPrivate: true,
        now: machines.now,
      });
      const outward = machine(0, [slow, hook()]);
      for (let count = 0; count < 20; count++) await commit();
      await handOver(outward);
      await outward.deliver();
      expect(received).toHaveLength(20);
    });

    it('is shared by the machines, each event by one of them', async () => {
      const [a, b] = [machine(0), machine(1)];
      const verdicts = [];
      for (let count = 0; count < 30; count++) verdicts.push(await commit());
      await Promise.all([handOver(a), handOver(b, machines.stores[1] ?? store)]);
      await Promise.all([a.deliver(), b.deliver(), a.deliver(), b.deliver()]);
      expect(ids()).toEqual(verdicts.map((verdict) => `held_${verdict}`).sort());
    });
  });
}
