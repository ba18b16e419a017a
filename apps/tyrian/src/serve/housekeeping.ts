import type { Conduct } from '@tyrian/access';
import type { Event, Store } from '@tyrian/contracts';
import type { Outward } from '@tyrian/outward';
import type { Review } from '@tyrian/review';
import { type Periodic, periodically } from './periodic.js';

const OUTBOX_MS = 5_000;
/** With the time of the look itself, every process follows a step or its end within 2 s. */
const CONDUCT_MS = 1_000;
const EXPIRY_MS = 60_000;
const DELIVERY_MS = 5_000;
const TRAFFIC_MS = 5_000;
/** As far back as the console shows. */
const TRAFFIC_KEPT_MS = 35 * 24 * 3_600_000;
const SWEEP_MS = 10 * 60_000;
const CHECKPOINT_MS = 10 * 60_000;
const PROPOSAL_MS = 60 * 60_000;
const EVENTS_AT_ONCE = 100;

type OnFault = (task: string, fault: unknown) => void;

export interface HouseWork {
  readonly onFault: OnFault;
  /** Proposes policies that have only watched for long. */
  readonly propose?: () => Promise<unknown>;
  /** Lets go of what is kept no longer. */
  readonly keepPrivate?: () => Promise<unknown>;
  readonly outward?: Outward;
  readonly conduct?: Conduct | undefined;
  /** Ends sessions of members whose time is over. */
  readonly endSessions?: () => Promise<unknown>;
}

const nothing = async (): Promise<void> => undefined;

/**
 * What servers and workers do by themselves: deliver events, tell those outside, close what nobody decided, destroy what
 * has expired, propose, sign checkpoints. Of all processes on a database one at a time is at each task; events are
 * claimed one by one instead.
 */
export function keepHouse(
  { store, review }: { store: Store; review: Review },
  { onFault, propose = nothing, outward, conduct, keepPrivate = nothing, endSessions = nothing }: HouseWork,
): { stop(): Promise<void> } {
  const task = (name: string, everyMs: number, work: () => Promise<unknown>): Periodic =>
    periodically(everyMs, work, (fault) => onFault(name, fault));
  const shift = (name: string, everyMs: number, work: () => Promise<unknown>): Periodic =>
    task(name, everyMs, () => store.shifts.take(name, work));

  const delivery = outward && task('delivery', DELIVERY_MS, () => outward.deliver());
  const outbox = task('outbox', OUTBOX_MS, () =>
    deliverAll(store, review, conduct, outward).then(() => delivery?.soon()),
  );
  store.outbox.onCommitted(() => outbox.soon());
  outbox.soon();
  const proposal = shift('proposal', PROPOSAL_MS, propose);
  proposal.soon();
  const tasks = [
    outbox,
    shift('expiry', EXPIRY_MS, async () => {
      await review.expire();
      await store.clocks.advance(Date.now());
      await store.vault.expire(Date.now());
      await conduct?.expire();
      await store.traffic.forget(Date.now() - TRAFFIC_KEPT_MS);
      await endSessions();
    }),
    shift('retention', EXPIRY_MS, keepPrivate),
    shift('traffic', TRAFFIC_MS, () => store.traffic.count(Date.now())),
    ...(conduct ? [followConduct(conduct, onFault)] : []),
    proposal,
    ...(outward && delivery ? [delivery, shift('sweep', SWEEP_MS, () => outward.sweep())] : []),
    shift('checkpoint', CHECKPOINT_MS, () => store.audit.checkpoint()),
  ];

  return {
    async stop() {
      // What is under way to somebody slow is told again at the next start.
      await outward?.stop();
      await Promise.all(tasks.map((one) => one.stop()));
      await deliverAll(store, review, conduct, outward);
      await store.audit.checkpoint();
    },
  };
}

/** Steps that other processes have taken hold here too: every process that serves follows them, whoever keeps house. */
export function followConduct(conduct: Conduct, onFault: OnFault): Periodic {
  return periodically(
    CONDUCT_MS,
    () => conduct.follow(),
    (fault) => onFault('conduct', fault),
  );
}

async function deliverAll(
  { outbox }: Store,
  review: Review,
  conduct: Conduct | undefined,
  outward: Outward | undefined,
): Promise<void> {
  const take = async (event: Event) => {
    await conduct?.take(event);
    await review.take(event);
    await outward?.take(event);
  };
  while ((await outbox.deliver(EVENTS_AT_ONCE, take)) > 0);
}
