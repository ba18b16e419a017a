import { setMaxListeners } from 'node:events';
import type { AlarmEvent, Deliveries, Delivery, Event } from '@tyrian/contracts';
import { takes } from '../message/takes.js';
import type { Endpoint } from './endpoint.js';
import { nextAttemptAt } from './next-attempt.js';
import type { Outcome } from './outcome.js';

/** Longer than any attempt: after it somebody else may try. */
const LEASE_MS = 30_000;
const DAY_MS = 24 * 3_600_000;
/** What was delivered is remembered so long, so that an event told again is not sent again; what was not, can be sent again. */
const REMEMBER_MS = 7 * DAY_MS;
const ABANDONED_MS = 8 * DAY_MS;

export interface OutwardOptions {
  readonly deliveries: Deliveries;
  readonly endpoints: readonly Endpoint[];
  /** Called for every alarm, whether somebody outside is told or not. */
  readonly onAlarm: (alarm: AlarmEvent) => void;
  /** Called when an entry has been given up. */
  readonly onUndelivered: (entry: { endpoint: string; id: string; code: string }) => void;
  readonly now?: (() => number) | undefined;
  readonly random?: (() => number) | undefined;
}

export interface Outward {
  /** Takes an event from the outbox: puts it into the queue of each endpoint that wants it. The same twice is sent once. */
  take(event: Event): Promise<void>;
  /** Delivers what is due; an endpoint that fails is left until the next call. */
  deliver(): Promise<void>;
  /** Gives up and forgets what is too old. */
  sweep(): Promise<void>;
  /** Ends what is under way; what was not acknowledged stays in the queue. */
  stop(): Promise<void>;
}

/**
 * Tells endpoints what happened, each from a queue of its own, until they acknowledge it.
 *
 * @example
 * const outward = createOutward({ deliveries: store.deliveries, endpoints, onAlarm, onUndelivered });
 * await store.outbox.deliver(100, (event) => outward.take(event));
 * await outward.deliver();
 */
export function createOutward(options: OutwardOptions): Outward {
  const { deliveries, endpoints, onAlarm, onUndelivered, now = Date.now, random = Math.random } = options;
  const stopping = new AbortController();
  // Every attempt listens to it.
  setMaxListeners(0, stopping.signal);
  const restingUntil = new Map<Endpoint, number>();

  async function settle(endpoint: Endpoint, delivery: Delivery, outcome: Outcome): Promise<void> {
    const { code } = outcome;
    if (outcome.kind === 'acknowledged') return deliveries.settle(delivery, { state: 'delivered', code });
    const { giveUpMs } = endpoint;
    const { attempt, since } = delivery;
    const afterMs = outcome.kind === 'failed' ? outcome.afterMs : undefined;
    const at = nextAttemptAt({ attempt, since, giveUpMs, afterMs }, now(), random());
    if (outcome.kind === 'failed' && at !== undefined)
      return deliveries.settle(delivery, { state: 'waiting', code, at });
    await deliveries.settle(delivery, { state: 'undelivered', code });
    onUndelivered({ endpoint: delivery.endpoint, id: delivery.id, code });
  }

  /** True where more may follow at once. */
  async function deliverBatch(endpoint: Endpoint): Promise<boolean> {
    const { name } = endpoint.interest;
    if (endpoint.everyMs > 0 && !(await deliveries.takeTurn(name, endpoint.everyMs))) return false;
    const batch = await deliveries.claim(name, endpoint.batch, LEASE_MS);
    if (batch.length === 0) return false;
    const outcomes = await endpoint.send(batch, stopping.signal);
    // First of all, so that nobody sends to it what is claimed meanwhile.
    if (outcomes.some(({ kind }) => kind === 'gone')) await deliveries.switchOff(name);
    for (const [index, delivery] of batch.entries())
      await settle(endpoint, delivery, outcomes[index] ?? { kind: 'failed', code: 'unanswered' });
    const rest = Math.max(...outcomes.map((one) => (one.kind === 'failed' ? (one.afterMs ?? 0) : 0)));
    if (rest > 0) restingUntil.set(endpoint, now() + rest);
    return endpoint.everyMs === 0 && outcomes.every(({ kind }) => kind === 'acknowledged');
  }

  async function deliverTo(endpoint: Endpoint): Promise<void> {
    if ((restingUntil.get(endpoint) ?? 0) > now()) return;
    while (!stopping.signal.aborted && (await deliverBatch(endpoint)));
  }

  return {
    async take(event) {
      const wanted = endpoints.filter(({ interest }) => takes(interest, event));
      if (wanted.length > 0)
        await deliveries.add(
          event,
          wanted.map(({ interest }) => interest.name),
        );
      if (event.type === 'alarm.raised') onAlarm(event);
    },

    async deliver() {
      const results = await Promise.allSettled(endpoints.map(deliverTo));
      if (stopping.signal.aborted) return;
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },

    sweep: () => deliveries.sweep({ giveUpBefore: now() - ABANDONED_MS, forgetBefore: now() - REMEMBER_MS }),

    async stop() {
      stopping.abort();
      await Promise.all(endpoints.map((endpoint) => endpoint.close()));
    },
  };
}
