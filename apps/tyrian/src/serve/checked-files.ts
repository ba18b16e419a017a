import type { Belongings, Keys, TenantId } from '@tyrian/contracts';
import type { CheckedFiles } from '@tyrian/gateway';
import { z } from 'zod';
import { keyedName } from './pseudonyms.js';

/** Longer than model servers keep batches; every look at a batch begins it anew. */
const KEPT_MS = 90 * 24 * 3_600_000;
const Server = { server: z.string().optional() };
const OwnedFile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('batch-input'), endpoint: z.string(), ...Server }),
  z.object({ kind: z.literal('upload'), ...Server }),
  z.object({ kind: z.literal('batch'), endpoint: z.string(), ...Server }),
  z.object({ kind: z.literal('batch-output'), endpoint: z.string(), ...Server }),
]);

/** Whose files and batches are whose, in the database: on all machines, and after a restart. */
export function storedCheckedFiles(parts: { belongings: Belongings; keys: Keys; now?: () => number }): CheckedFiles {
  const { belongings, keys, now = Date.now } = parts;
  // The key of canaries is never rotated: what somebody has uploaded stays theirs.
  const nameOf = (tenant: TenantId, id: string) => keyedName(keys.current('canary'), ['belonging', tenant, id]);
  return {
    add: (tenant, id, file) => belongings.add(nameOf(tenant, id), file, now() + KEPT_MS),
    async find(tenant, id) {
      const found = await belongings.find(nameOf(tenant, id));
      return found === undefined ? undefined : OwnedFile.parse(found);
    },
    remove: (tenant, id) => belongings.remove(nameOf(tenant, id)),
  };
}
