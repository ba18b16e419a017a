import type { Actor, Scope, TenantId } from '@tyrian/contracts';
import type { Asker } from '@tyrian/review';

/** Of a member what their roles allow; of the owner of the data folder, who has everything already, all. */
export function scopeOf({ actor }: { readonly actor?: Actor | undefined }): Scope {
  if (!actor) return { tenant: null, childSafety: true };
  return { tenant: actor.tenant, childSafety: actor.capabilities.has('child-safety.see') };
}

/** The tenant that is asked about, within those that the asker sees; undefined: all. */
export function tenantWithin({ tenant }: Scope, wanted?: TenantId | undefined): TenantId | undefined {
  return tenant ?? wanted;
}

/** Who asks for something about cases, under the name that goes on record. */
export function askerOf(context: { readonly actor?: Actor | undefined }, by: string): Asker {
  const { actor } = context;
  const isLead = actor?.capabilities.has('cases.lead') ?? true;
  return { by: actor?.name ?? by, scope: scopeOf(context), isLead, languages: actor?.languages ?? [] };
}
