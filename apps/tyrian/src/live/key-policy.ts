import type { Activation, ActivePolicy, Store, TenantId } from '@tyrian/contracts';
import type { LoadedPolicy } from '@tyrian/guard';
import { SHIPPED_POLICIES } from '../assets.js';

/** Where the policy that a key names comes from: what was activated, or what the program or the configuration has. */
export type KeyPolicy =
  | { readonly from: 'activated'; readonly policy: ActivePolicy }
  | { readonly from: 'configured' }
  | { readonly from: 'shipped'; readonly name: string };

const HISTORY = 1_000;

/**
 * Finds what a key of a tenant means by a policy: the last one of this id that was activated for the tenant and not gone
 * back from, else for all, else the configured one, else a shipped one. Undefined where there is none.
 */
export async function findKeyPolicy(
  { activations }: Pick<Store, 'activations'>,
  { tenant, name, configured }: { readonly tenant: TenantId; readonly name: string; readonly configured: LoadedPolicy },
): Promise<KeyPolicy | undefined> {
  for (const scope of [tenant, null]) {
    const past = await activations.history({ tenant: scope, kind: 'policy', limit: HISTORY });
    const policy = standing(past).findLast(({ id }) => id === name);
    if (policy) return { from: 'activated', policy };
  }
  if (configured.policy.id === name) return { from: 'configured' };
  return SHIPPED_POLICIES.some((shipped) => shipped === name) ? { from: 'shipped', name } : undefined;
}

/** What was activated and not gone back from, the last one last. */
function standing(newestFirst: readonly Activation[]): readonly ActivePolicy[] {
  const stack: ActivePolicy[] = [];
  for (const { change } of [...newestFirst].reverse()) {
    if (change.kind !== 'policy') continue;
    const { policy, step } = change;
    if (step === 'rolled-back') stack.length = policy ? stack.findLastIndex(({ hash }) => hash === policy.hash) + 1 : 0;
    if (policy && stack.at(-1)?.hash !== policy.hash) stack.push(policy);
  }
  return stack;
}
