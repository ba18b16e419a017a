import { isAbsolute } from 'node:path';
import { newId, RecordType, SYSTEM_TENANT } from '@tyrian/contracts';
import { z } from 'zod';
import { operation } from './operation.js';

/** What a backup and a move need of whoever has the store open. */
export const BACKUP_OPERATIONS = {
  /** Copies an embedded database as it is now; false on PostgreSQL, which is read as it is at one moment instead. */
  'backup.copy': operation(
    z.object({ folder: z.string().max(4_096).refine(isAbsolute, 'must be an absolute path') }),
    async ({ store }, { folder }) => ({ copied: await store.copyTo(folder) }),
  ),
  /** Puts on record that data left, or came. */
  'backup.note': operation(
    z.object({
      type: RecordType.extract(['backup.created', 'backup.restored', 'database.moved']),
      details: z.record(z.string().max(40), z.union([z.string().max(300), z.number(), z.boolean()])),
    }),
    async ({ store }, { type, details: payload }) => {
      const at = Date.now();
      await store.records.append({ records: [{ id: newId('record', at), type, at, tenant: SYSTEM_TENANT, payload }] });
      return { at };
    },
  ),
} as const;
