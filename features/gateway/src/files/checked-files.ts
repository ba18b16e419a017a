import type { TenantId } from '@tyrian/contracts';

/** Something at the model server that belongs to a tenant, and what was checked about it. */
export type OwnedFile = (
  | /** Every line was checked as a request to this endpoint. */
  { readonly kind: 'batch-input'; readonly endpoint: string }
  /** A file for anything else. */
  | { readonly kind: 'upload' }
  | { readonly kind: 'batch'; readonly endpoint: string }
  /** Its lines are answers (or errors) of this endpoint, and are checked as they are read. */
  | { readonly kind: 'batch-output'; readonly endpoint: string }
) & {
  /** Which of several model servers has it: the others know nothing of it. */
  readonly server?: string | undefined;
};

/** Knows whose files and batches are whose: the model server sees one key for all tenants, and would show each the others'. */
export interface CheckedFiles {
  add(tenant: TenantId, id: string, file: OwnedFile): Promise<void>;
  find(tenant: TenantId, id: string): Promise<OwnedFile | undefined>;
  remove(tenant: TenantId, id: string): Promise<void>;
}

/** In memory, the newest `max`: what is forgotten, by age or by a restart, has to be uploaded again. */
export function memoryCheckedFiles(max: number = 50_000): CheckedFiles {
  const files = new Map<string, OwnedFile>();
  const key = (tenant: TenantId, id: string) => `${tenant} ${id}`;
  return {
    async add(tenant, id, file) {
      files.delete(key(tenant, id));
      files.set(key(tenant, id), file);
      for (const oldest of files.keys()) {
        if (files.size <= max) break;
        files.delete(oldest);
      }
    },
    find: async (tenant, id) => files.get(key(tenant, id)),
    async remove(tenant, id) {
      files.delete(key(tenant, id));
    },
  };
}
