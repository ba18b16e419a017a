import { errors, idFloor, RecordId, type Store, SYSTEM_TENANT, TyrianError } from '@tyrian/contracts';
import type { LoadedPolicy } from '@tyrian/guard';
import { type PolicyStatus, policyStatuses } from './policy-status.js';
import { type Proposal, proposeEnforcement } from './proposal.js';

const DAY = 86_400_000;
const RULES_MAX = 40;

export interface ProposalsOptions {
  readonly store: Store;
  readonly configured: LoadedPolicy;
  readonly observeDays: number;
  readonly now: () => number;
  readonly onProposal: (proposal: Proposal) => void;
}

/** Proposes to enforce what has only watched for long enough, once for each policy; returns how many it proposed. */
export async function openProposals(options: ProposalsOptions): Promise<number> {
  const { store, configured, observeDays, now } = options;
  let opened = 0;
  for (const status of await policyStatuses(store, configured)) {
    const { since, policy, tenant } = status;
    if (policy.mode !== 'observe' && policy.mode !== 'shadow') continue;
    if (since === null || now() - since < observeDays * DAY) continue;
    const id = proposalId(status, since);
    if (await store.records.find(id)) continue;
    const proposal = await proposeEnforcement(store, configured, { tenant, since });
    if (await record(store, id, proposal, now())) {
      opened++;
      options.onProposal(proposal);
    }
  }
  return opened;
}

/** The same for all machines and for good, so that a policy is proposed once. */
function proposalId({ policy, tenant }: PolicyStatus, since: number): RecordId {
  const tenantPart = tenant === null ? '' : Buffer.from(tenant).toString('hex').slice(0, 32);
  return RecordId.parse(`${idFloor('record', since)}${policy.hash.slice(0, 16)}${tenantPart}`);
}

/** False where another machine was first. */
async function record(
  store: Store,
  id: RecordId,
  { tenant, policy, since, report }: Proposal,
  at: number,
): Promise<boolean> {
  const { records, changed, generations, accounts, inexact } = report;
  const byRule = report.byRule.slice(0, RULES_MAX);
  const payload = { ...policy, since, records, changed, generations, accounts, inexact, byRule };
  try {
    await store.records.append({
      records: [{ id, type: 'policy.proposed', at, tenant: tenant ?? SYSTEM_TENANT, payload }],
      events: [
        {
          type: 'policy.proposed',
          tenant: tenant ?? SYSTEM_TENANT,
          record: id,
          policy: { id: policy.id, version: policy.version, hash: policy.hash },
          at,
        },
      ],
    });
    return true;
  } catch (fault) {
    if (fault instanceof TyrianError && fault.code === errors.INVALID_INPUT.definition.code) return false;
    throw fault;
  }
}
