import type { Actor, TenantId } from '@tyrian/contracts';

/** Whose matters an asker sees, and whether those of child safety: part of every query that a member asks. */
export interface Scope {
  /** Null: of all tenants. */
  readonly tenant: TenantId | null;
  readonly childSafety: boolean;
}

/** Of a member what their roles allow; of the owner of the data folder, who has everything already, all. */
export function scopeOf({ actor }: { readonly actor?: Actor | undefined }): Scope {
  if (!actor) return { tenant: null, childSafety: true };
  return { tenant: actor.tenant, childSafety: actor.capabilities.has('child-safety.see') };
}

/** The tenant that is asked about, within those that the asker sees; undefined: all. */
export function tenantWithin({ tenant }: Scope, wanted?: TenantId | undefined): TenantId | undefined {
  return tenant ?? wanted;
}
