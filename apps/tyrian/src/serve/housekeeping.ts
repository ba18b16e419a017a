import type { Store } from '@tyrian/contracts';
import type { Review } from '@tyrian/review';
import { type Periodic, periodically } from './periodic.js';

const OUTBOX_MS = 5_000;
const EXPIRY_MS = 60_000;
const CHECKPOINT_MS = 10 * 60_000;
const PROPOSAL_MS = 60 * 60_000;
const EVENTS_AT_ONCE = 100;

type OnFault = (task: string, fault: unknown) => void;

/** What the server does by itself: delivers events, closes what nobody decided, destroys what has expired, proposes, signs checkpoints. */
export function keepHouse(
  { store, review }: { store: Store; review: Review },
  onFault: OnFault,
  propose: () => Promise<unknown> = async () => undefined,
): { stop(): Promise<void> } {
  const task = (name: string, everyMs: number, work: () => Promise<unknown>): Periodic =>
    periodically(everyMs, work, (fault) => onFault(name, fault));

  const outbox = task('outbox', OUTBOX_MS, () => deliverAll(store, review));
  store.outbox.onCommitted(() => outbox.soon());
  outbox.soon();
  const proposal = task('proposal', PROPOSAL_MS, propose);
  proposal.soon();
  const tasks = [
    outbox,
    task('expiry', EXPIRY_MS, async () => {
      await review.expire();
      await store.vault.expire(Date.now());
    }),
    proposal,
    task('checkpoint', CHECKPOINT_MS, () => store.audit.checkpoint()),
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
