import { errors, type TenantId, TyrianError } from '@tyrian/contracts';
import type { Guard } from '@tyrian/guard';

/** Guards of keys that are bound to a policy. */
export interface BoundGuards {
  /** Throws KEY_POLICY_UNLOADABLE where it was not made. */
  get(tenant: TenantId, policy: string): Guard;
  has(tenant: TenantId, policy: string): boolean;
  /** Makes the guard of one more binding. Throws KEY_POLICY_UNLOADABLE. */
  add(tenant: TenantId, policy: string, make: MakeBound): Promise<void>;
  /** Makes all of them again; one that cannot be made is missing then, and holds up no other. */
  renewed(make: MakeBound): Promise<BoundGuards>;
}

export type MakeBound = (tenant: TenantId, policy: string) => Promise<Guard>;

interface Binding {
  readonly tenant: TenantId;
  readonly policy: string;
}

/** After a failure it is not tried again for so long, however many requests come. */
const RETRY_MS = 2_000;

export function boundGuards(onFault: (details: object) => void, bindings: readonly Binding[] = []): BoundGuards {
  const made = new Map<string, Guard>();
  const wanted = new Map(bindings.map((binding) => [nameOf(binding), binding]));
  const failed = new Map<string, { readonly fault: TyrianError; readonly until: number }>();

  async function add(tenant: TenantId, policy: string, make: MakeBound): Promise<void> {
    const name = nameOf({ tenant, policy });
    wanted.set(name, { tenant, policy });
    const before = failed.get(name);
    if (before && before.until > Date.now()) throw before.fault;
    try {
      made.set(name, await make(tenant, policy));
      failed.delete(name);
    } catch (cause) {
      onFault({ tenant, policy, code: cause instanceof TyrianError ? cause.code : 'INTERNAL' });
      const fault = errors.KEY_POLICY_UNLOADABLE([policy], { cause, retryAfter: RETRY_MS / 1000 });
      failed.set(name, { fault, until: Date.now() + RETRY_MS });
      throw fault;
    }
  }

  return {
    get(tenant, policy) {
      const guard = made.get(nameOf({ tenant, policy }));
      if (!guard) throw errors.KEY_POLICY_UNLOADABLE([policy]);
      return guard;
    },
    has: (tenant, policy) => made.has(nameOf({ tenant, policy })),
    add,
    async renewed(make) {
      const next = boundGuards(onFault, [...wanted.values()]);
      for (const { tenant, policy } of wanted.values()) await next.add(tenant, policy, make).catch(() => undefined);
      return next;
    },
  };
}

function nameOf({ tenant, policy }: Binding): string {
  return `${policy} ${tenant}`;
}
