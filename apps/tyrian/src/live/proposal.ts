import type { Store, TenantId } from '@tyrian/contracts';
import { errors } from '@tyrian/contracts';
import { type LoadedPolicy, type ReplayReport, withMode } from '@tyrian/guard';
import { policyInForce, policyStatuses } from './policy-status.js';
import { replayRecords } from './replay-records.js';

/** More than these are not replayed for a proposal. */
const RECORDS_MAX = 500_000;

/** What a policy that only watches would have refused, and how to have it enforced. */
export interface Proposal {
  readonly tenant: TenantId | null;
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string; readonly mode: string };
  readonly since: number | null;
  readonly report: ReplayReport;
  /** What switches the next step on. */
  readonly command: string;
}

/** Replays what a policy has judged as if it enforced. Throws ACTIVATION_INVALID where it enforces already. */
export async function proposeEnforcement(
  store: Store,
  configured: LoadedPolicy,
  { tenant, since: from }: { readonly tenant: TenantId | null; readonly since?: number | undefined },
  onProgress?: (records: number) => void,
): Promise<Proposal> {
  const watching = await policyInForce(store, tenant, configured);
  const { id, version, mode } = watching.policy;
  if (mode === 'enforce')
    throw errors.ACTIVATION_INVALID([`${id} ${version} enforces already: there is nothing to propose`]);
  const statuses = await policyStatuses(store, configured);
  const status = statuses.find((one) => one.tenant === tenant) ?? statuses[0];
  const since = from ?? status?.since ?? undefined;
  const scope = { since, limit: RECORDS_MAX, ...(tenant !== null && { tenant }) };
  const report = await replayRecords(store.records, withMode(watching, 'enforce'), scope, onProgress);
  return {
    tenant,
    policy: { id, version, hash: watching.hash, mode },
    since: since ?? null,
    report,
    command: `tyrian policy promote${tenant === null ? '' : ` --tenant ${tenant}`} --by NAME`,
  };
}
