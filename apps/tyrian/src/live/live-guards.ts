import { errors, type Store, type TenantId, TyrianError } from '@tyrian/contracts';
import type { Guard } from '@tyrian/guard';
import { periodically } from '../serve/periodic.js';
import { type InForce, inForceFor, tenantsOf } from './in-force.js';

/** The guards of a server, which follow what is in force. */
export interface LiveGuards {
  /** What is in flight keeps the guard that it got. */
  guardFor(tenant: TenantId): Guard;
  /** Puts into force what was activated since, here and now. */
  reload(): Promise<void>;
  /** The revision that is in force in this process. */
  revision(): number;
  stop(): Promise<void>;
}

export interface LiveGuardsOptions {
  readonly store: Pick<Store, 'activations' | 'policies'>;
  readonly build: (inForce: InForce) => Promise<Guard>;
  readonly log: { info(details: object, message: string): void; error(details: object, message: string): void };
  /** How often other processes' changes are looked for; a second unless given. */
  readonly everyMs?: number;
}

interface Generation {
  readonly revision: number;
  readonly forAll: Guard;
  readonly byTenant: ReadonlyMap<string, Guard>;
}

const POLL_MS = 1_000;

/**
 * Builds the guards that are in force and keeps them so: all tenants change at once, and where something new cannot be
 * loaded the last good ones stay. Throws ACTIVATION_UNLOADABLE where there are none yet.
 */
export async function openLiveGuards({
  store: { activations, policies },
  build,
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

  async function load(): Promise<Generation> {
    const { revision, entries } = await activations.current();
    const used = new Set<string>();
    const forAll = await guardOf(inForceFor(entries, null), used);
    const byTenant = new Map<string, Guard>();
    for (const tenant of tenantsOf(entries)) byTenant.set(tenant, await guardOf(inForceFor(entries, tenant), used));
    for (const key of built.keys()) if (!used.has(key)) built.delete(key);
    return { revision, forAll, byTenant };
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

  function reload(): Promise<void> {
    turn = turn.catch(() => undefined).then(follow);
    return turn;
  }

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
    reload,
    revision: () => (current ?? first).revision,
    stop: () => polling.stop(),
  };
}

function codeOf(fault: unknown): string {
  return fault instanceof TyrianError ? fault.code : fault instanceof Error ? fault.name : 'unknown';
}
