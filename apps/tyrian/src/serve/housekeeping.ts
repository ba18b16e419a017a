import type { Store } from '@tyrian/contracts';
import type { Review } from '@tyrian/review';
import { type Periodic, periodically } from './periodic.js';

const OUTBOX_MS = 5_000;
const EXPIRY_MS = 60_000;
const CHECKPOINT_MS = 10 * 60_000;
const PROPOSAL_MS = 60 * 60_000;
const EVENTS_AT_ONCE = 100;

type OnFault = (task: string, fault: unknown) => void;

/**
 * What servers and workers do by themselves: deliver events, close what nobody decided, destroy what has expired, propose,
 * sign checkpoints. Of all processes on a database one at a time is at each task; events are claimed one by one instead.
 */
export function keepHouse(
  { store, review }: { store: Store; review: Review },
  onFault: OnFault,
  propose: () => Promise<unknown> = async () => undefined,
): { stop(): Promise<void> } {
  const task = (name: string, everyMs: number, work: () => Promise<unknown>): Periodic =>
    periodically(everyMs, work, (fault) => onFault(name, fault));
  const shift = (name: string, everyMs: number, work: () => Promise<unknown>): Periodic =>
    task(name, everyMs, () => store.shifts.take(name, work));

  const outbox = task('outbox', OUTBOX_MS, () => deliverAll(store, review));
  store.outbox.onCommitted(() => outbox.soon());
  outbox.soon();
  const proposal = shift('proposal', PROPOSAL_MS, propose);
  proposal.soon();
  const tasks = [
    outbox,
    shift('expiry', EXPIRY_MS, async () => {
      await review.expire();
      await store.vault.expire(Date.now());
    }),
    proposal,
    shift('checkpoint', CHECKPOINT_MS, () => store.audit.checkpoint()),
  ];

  return {
    async stop() {
      await Promise.all(tasks.map((one) => one.stop()));
      await deliverAll(store, review);
      await store.audit.checkpoint();
    },
  };
}

async function deliverAll({ outbox }: Store, review: Review): Promise<void> {
  while ((await outbox.deliver(EVENTS_AT_ONCE, (event) => review.take(event))) > 0);
}
