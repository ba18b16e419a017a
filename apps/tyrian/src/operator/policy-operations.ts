import { errors, type NewActivation, PolicyMode, TenantId } from '@tyrian/contracts';
import { type LoadedPolicy, restorePolicy, withMode } from '@tyrian/guard';
import { z } from 'zod';
import { shippedPolicyYaml } from '../assets.js';
import { storedPolicy } from '../live/build-guard.js';
import { namePolicy, nextStep, policyInForce, policyStatuses } from '../live/policy-status.js';
import { proposeEnforcement } from '../live/proposal.js';
import { replayRecords } from '../live/replay-records.js';
import { Attribution, activate } from './activate.js';
import { operation } from './operation.js';

/** A policy as it travels: its exact JSON, so that the hash can be checked. */
const SentPolicy = { json: z.string().max(900_000), hash: z.string() };
const Percent = z.number().gt(0).max(100);
const Time = z.number().int().nonnegative();

type PolicyStep = Extract<NewActivation['change'], { kind: 'policy' }>['step'];

function policyChange(loaded: LoadedPolicy, step: PolicyStep): Pick<NewActivation, 'change' | 'files'> {
  return { change: { kind: 'policy', policy: namePolicy(loaded), step }, files: { policy: loaded.policy } };
}

/** What an operator can ask about policies while the server runs. */
export const POLICY_OPERATIONS = {
  'policy.activate': operation(
    z.object({ ...SentPolicy, ...Attribution }),
    async (context, { json, hash, ...attribution }) => {
      const loaded = restorePolicy(json, hash, shippedPolicyYaml);
      return activate(context, { ...attribution, ...policyChange(loaded, 'activated') });
    },
  ),

  'policy.promote': operation(
    z.object({ ...Attribution, to: PolicyMode.optional(), canary: Percent.optional() }),
    async (context, { to, canary, ...attribution }) => {
      const before = await policyInForce(context.store, attribution.tenant, context.configured());
      const { mode, canaryPercent } = before.policy;
      const isWider = mode === 'canary' && to === undefined && canary !== undefined && canary > canaryPercent;
      const next = withMode(before, to ?? (isWider ? 'canary' : nextStep(mode)), canary);
      if (next.hash === before.hash) throw errors.ACTIVATION_INVALID([`it is in ${mode} mode already`]);
      return activate(context, { ...attribution, ...policyChange(next, 'promoted') });
    },
  ),

  'policy.rollback': operation(
    z.object({ ...Attribution, to: z.string().min(6).max(64).optional() }),
    async (context, { to, ...attribution }) => {
      const { store } = context;
      const past = await store.activations.history({ tenant: attribution.tenant, kind: 'policy', limit: 1_000 });
      const hashes = past.map(({ change }) => (change.kind === 'policy' ? (change.policy?.hash ?? null) : null));
      if (hashes.length === 0)
        throw errors.ACTIVATION_INVALID(['nothing was activated, so there is nothing to go back to']);
      const target =
        to === undefined ? hashBefore(past.map(({ change }) => change)) : hashes.find((hash) => hash?.startsWith(to));
      if (target === undefined) throw errors.ACTIVATION_INVALID([`no policy ${to} was ever active here`]);
      if (target === null)
        return activate(context, { ...attribution, change: { kind: 'policy', policy: null, step: 'rolled-back' } });
      return activate(context, { ...attribution, ...policyChange(await storedPolicy(store, target), 'rolled-back') });
    },
  ),

  'policy.active': operation(z.object({}), async ({ store, configured, live }) => ({
    revision: await store.activations.revision(),
    /** What this server has in force; null where none runs here. */
    applied: live?.revision() ?? null,
    policies: await policyStatuses(store, configured()),
  })),

  'policy.history': operation(
    z.object({ tenant: TenantId.nullable().optional(), limit: z.number().int().min(1).max(1_000) }),
    ({ store }, query) => store.activations.history(query),
  ),

  'policy.replay': operation(
    z.object({
      ...SentPolicy,
      tenant: TenantId.optional(),
      since: Time.optional(),
      until: Time.optional(),
      limit: z.number().int().positive().optional(),
    }),
    ({ store, onProgress }, { json, hash, ...scope }) =>
      replayRecords(store.records, restorePolicy(json, hash, shippedPolicyYaml), scope, onProgress),
  ),

  'policy.proposal': operation(
    z.object({ tenant: TenantId.nullable().default(null), since: Time.optional() }),
    ({ store, configured, onProgress }, { tenant, since }) =>
      proposeEnforcement(store, configured(), { tenant, since }, onProgress),
  ),
} as const;

/** Before what was activated last, past what was itself gone back from; null: what the configuration names. */
function hashBefore(newestFirst: readonly NewActivation['change'][]): string | null {
  const stack: (string | null)[] = [null];
  for (const change of [...newestFirst].reverse()) {
    if (change.kind !== 'policy') continue;
    const hash = change.policy?.hash ?? null;
    const at = change.step === 'rolled-back' ? stack.lastIndexOf(hash) : -1;
    if (at >= 0) stack.length = at + 1;
    else stack.push(hash);
  }
  return stack.at(-2) ?? null;
}
