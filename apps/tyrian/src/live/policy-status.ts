import {
  type Activation,
  type ActivePolicy,
  errors,
  type PolicyMode,
  type Store,
  type TenantId,
} from '@tyrian/contracts';
import type { LoadedPolicy } from '@tyrian/guard';
import { storedPolicy } from './build-guard.js';
import { inForceFor, tenantsOf } from './in-force.js';

/** The policy of a tenant, or of all that have none of their own (null). */
export interface PolicyStatus {
  readonly tenant: TenantId | null;
  readonly policy: ActivePolicy;
  /** The configuration names it; nothing was activated. */
  readonly isConfigured: boolean;
  /** Since when it is in force; null where no server has had it yet. */
  readonly since: number | null;
  readonly by: string | null;
  readonly note: string | null;
}

type Needs = Pick<Store, 'activations' | 'policies'>;

export function namePolicy({ policy, hash }: LoadedPolicy): ActivePolicy {
  const { id, version, mode, canaryPercent } = policy;
  return { hash, id, version, mode, canaryPercent };
}

/** For all tenants first, then each tenant that has a policy of its own. */
export async function policyStatuses(store: Needs, configured: LoadedPolicy): Promise<readonly PolicyStatus[]> {
  const { entries } = await store.activations.current();
  const own = tenantsOf(entries.filter(({ change }) => change.kind === 'policy' && change.policy !== null));
  return Promise.all([null, ...own].map((tenant) => statusOf(store, entries, tenant, configured)));
}

/** The policy that is in force for a tenant, ready to be changed. */
export async function policyInForce(
  store: Needs,
  tenant: TenantId | null,
  configured: LoadedPolicy,
): Promise<LoadedPolicy> {
  const { entries } = await store.activations.current();
  const { policy } = inForceFor(entries, tenant);
  return policy ? storedPolicy(store, policy.hash) : configured;
}

async function statusOf(
  { policies }: Needs,
  entries: readonly Activation[],
  tenant: TenantId | null,
  configured: LoadedPolicy,
): Promise<PolicyStatus> {
  const last = entries.findLast(
    (entry) =>
      (entry.tenant === tenant || entry.tenant === null) && entry.change.kind === 'policy' && entry.change.policy,
  );
  const own = entries.findLast(
    (entry) => entry.tenant === tenant && entry.change.kind === 'policy' && entry.change.policy,
  );
  const from = own ?? last;
  if (from?.change.kind === 'policy' && from.change.policy) {
    const { at, by, note, change } = from;
    return { tenant, policy: change.policy ?? namePolicy(configured), isConfigured: false, since: at, by, note };
  }
  const since = (await policies.savedAt(configured.hash)) ?? null;
  return { tenant, policy: namePolicy(configured), isConfigured: true, since, by: null, note: null };
}

const STEPS = ['observe', 'shadow', 'canary', 'enforce'] as const satisfies readonly PolicyMode[];

/** The step after a mode. Throws ACTIVATION_INVALID where there is none. */
export function nextStep(mode: PolicyMode): PolicyMode {
  const next = STEPS[STEPS.indexOf(mode) + 1];
  if (next === undefined) throw errors.ACTIVATION_INVALID(['the policy enforces already; there is no next step']);
  return next;
}
