import type { TenantId } from '@tyrian/contracts';

/** Ids by the tenant that they belong to, since a record belongs to one tenant. */
export function idsByTenant(
  rows: readonly { readonly id: string; readonly tenant: string }[],
): Map<TenantId, string[]> {
  const groups = new Map<TenantId, string[]>();
  for (const row of rows) {
    const tenant = row.tenant as TenantId;
    const ids = groups.get(tenant);
    if (ids) ids.push(row.id);
    else groups.set(tenant, [row.id]);
  }
  return groups;
}
