import { type Budgets, createBudgets } from '@tyrian/access';
import type { Store } from '@tyrian/contracts';
import { periodically } from './periodic.js';

/** How long another machine may not know what was let through here. */
const FLUSH_MS = 1_000;

/** Budgets that are told to the store every second, and once more at the end. Failing is said once until it works again. */
export function keepBudgets(
  { keyUsages }: Pick<Store, 'keyUsages'>,
  onFault: (fault: unknown) => void,
): { readonly budgets: Budgets; stop(): Promise<void> } {
  const budgets = createBudgets({ usages: keyUsages });
  let isFailing = false;
  function fail(fault: unknown): void {
    if (!isFailing) onFault(fault);
    isFailing = true;
  }
  const flushing = periodically(
    FLUSH_MS,
    async () => {
      await budgets.flush();
      isFailing = false;
    },
    fail,
  );
  return {
    budgets,
    async stop() {
      await flushing.stop();
      await budgets.flush().catch(fail);
    },
  };
}
