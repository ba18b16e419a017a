import { type Activation, errors, type Store, type TenantId, TyrianError } from '@tyrian/contracts';
import type { Guard, LoadedPolicy } from '@tyrian/guard';
import { SHIPPED_POLICIES } from '../assets.js';
import { periodically } from '../serve/periodic.js';
import { type BoundGuards, boundGuards } from './bound-guards.js';
import { type InForce, inForceFor, tenantsOf } from './in-force.js';
import { findKeyPolicy } from './key-policy.js';

/** The guards of a server, which follow what is in force. */
export interface LiveGuards {
  /** What is in flight keeps the guard that it got. */
  guardFor(tenant: TenantId): Guard;
  /** Of a key that is bound to a policy, once it was prepared. Throws KEY_POLICY_UNLOADABLE. */
  guardBound(tenant: TenantId, policy: string): Guard;
  /** Makes the guard of such a key where there is none yet; from then on it follows what is in force. Throws the same. */
  prepare(tenant: TenantId, policy: string): Promise<void>;
  /** Puts into force what was activated since, here and now. */
  reload(): Promise<void>;
  /** The revision that is in force in this process. */
  revision(): number;
  stop(): Promise<void>;
}

export interface LiveGuardsOptions {
  readonly store: Pick<Store, 'activations' | 'policies'>;
  readonly build: (inForce: InForce) => Promise<Guard>;
  /** What the configuration names. */
  readonly configured: LoadedPolicy;
  readonly log: { info(details: object, message: string): void; error(details: object, message: string): void };
  /** How often other processes' changes are looked for; a second unless given. */
  readonly everyMs?: number;
}

interface Generation {
  readonly revision: number;
  readonly forAll: Guard;
  readonly byTenant: ReadonlyMap<string, Guard>;
  readonly bound: BoundGuards;
}

const POLL_MS = 1_000;

/**
 * Builds the guards that are in force and keeps them so: all tenants change at once, and where something new cannot be
 * loaded the last good ones stay. Throws ACTIVATION_UNLOADABLE where there are none yet.
 */
export async function openLiveGuards({
  store: { activations, policies },
  build,
  configured,
  log,
  everyMs = POLL_MS,
}: LiveGuardsOptions): Promise<LiveGuards> {
  const built = new Map<string, Guard>();
  let current: Generation | undefined;
  let failedRevision: number | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function guardOf(inForce: InForce, used: Set<string>): Promise<Guard> {
    const key = JSON.stringify(inForce);
    used.add(key);
    const known = built.get(key);
    if (known) return known;
    const guard = await build(inForce);
    await policies.save(guard.policy.hash, guard.policy.policy);
    built.set(key, guard);
    return guard;
  }

  /** The policy of a key takes the place of the one in force; all else that is in force for its tenant stays. */
  async function boundGuard(
    entries: readonly Activation[],
    tenant: TenantId,
    name: string,
    used: Set<string>,
  ): Promise<Guard> {
    const found = await findKeyPolicy({ activations }, { tenant, name, configured });
    if (!found) throw errors.POLICY_UNKNOWN([name, SHIPPED_POLICIES.join(', ')]);
    const { policy: _inForce, ...rest } = inForceFor(entries, tenant);
    const policy = found.from === 'activated' ? found.policy : undefined;
    return guardOf({ policy, ...(found.from === 'shipped' && { shipped: found.name }), ...rest }, used);
  }

  async function bind(tenant: TenantId, policy: string): Promise<void> {
    const { bound } = current ?? first;
    if (bound.has(tenant, policy)) return;
    const { entries } = await activations.current();
    await bound.add(tenant, policy, () => boundGuard(entries, tenant, policy, new Set()));
  }

  async function load(): Promise<Generation> {
    const { revision, entries } = await activations.current();
    const used = new Set<string>();
    const forAll = await guardOf(inForceFor(entries, null), used);
    const byTenant = new Map<string, Guard>();
    for (const tenant of tenantsOf(entries)) byTenant.set(tenant, await guardOf(inForceFor(entries, tenant), used));
    const bound = await (current?.bound ?? boundGuards(noteUnbound)).renewed((tenant, policy) =>
      boundGuard(entries, tenant, policy, used),
    );
    for (const key of built.keys()) if (!used.has(key)) built.delete(key);
    return { revision, forAll, byTenant, bound };
  }

  async function follow(): Promise<void> {
    const revision = await activations.revision();
    if (revision === current?.revision) return;
    try {
      current = await load();
      failedRevision = undefined;
      log.info({ revision: current.revision, policy: current.forAll.policy.hash }, 'in force');
    } catch (fault) {
      // Once for each revision: it is tried again every time.
      if (failedRevision !== revision)
        log.error({ revision, code: codeOf(fault) }, 'what was activated cannot be loaded: the last good one stays');
      failedRevision = revision;
      throw fault;
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.catch(() => undefined).then(work);
    return turn;
  }

  const reload = () => inTurn(follow);
  const noteUnbound = (details: object) => log.error(details, 'the policy that a key is bound to cannot be loaded');

  let first: Generation;
  try {
    first = await load();
  } catch (cause) {
    throw errors.ACTIVATION_UNLOADABLE([cause instanceof Error ? cause.message : String(cause)], { cause });
  }
  current = first;
  const polling = periodically(everyMs, reload, (fault) => {
    if (failedRevision === undefined) log.error({ code: codeOf(fault) }, 'what is in force cannot be looked up');
  });

  return {
    guardFor: (tenant) => {
      const { byTenant, forAll } = current ?? first;
      return byTenant.get(tenant) ?? forAll;
    },
    guardBound: (tenant, policy) => (current ?? first).bound.get(tenant, policy),
    async prepare(tenant, policy) {
      if (!(current ?? first).bound.has(tenant, policy)) await inTurn(() => bind(tenant, policy));
    },
    reload,
    revision: () => (current ?? first).revision,
    stop: () => polling.stop(),
  };
}

function codeOf(fault: unknown): string {
  return fault instanceof TyrianError ? fault.code : fault instanceof Error ? fault.name : 'unknown';
}
