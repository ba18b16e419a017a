import { newId, type RecordId } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { idsByTenant } from './by-tenant.js';

/** So many ids fit into the payload of one `record.erased` entry with room to spare. */
export const ERASED_PER_RECORD = 1_000;

/**
 * Deletes payload and salt of records, with the opinion that one of them says, and notes for each tenant which ones and why. What says that something was
 * erased is itself never erased.
 */
export async function eraseIn(
  trx: Transaction<Tables>,
  note: Note,
  erasure: { readonly ids: readonly RecordId[]; readonly why: string; readonly at: number },
): Promise<number> {
  if (erasure.ids.length === 0) return 0;
  const found = await trx
    .selectFrom('records')
    .select(['id', 'tenant'])
    .where('id', 'in', [...erasure.ids])
    .where('payload', 'is not', null)
    .where('type', '<>', 'record.erased')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const [tenant, ids] of idsByTenant(found)) {
    const id = newId('record', erasure.at);
    await trx.updateTable('records').set({ salt: null, payload: null, erased_by: id }).where('id', 'in', ids).execute();
    await trx.deleteFrom('feedback').where('record', 'in', ids).execute();
    note({
      id,
      type: 'record.erased',
      at: erasure.at,
      tenant,
      payload: { ids, count: ids.length, why: erasure.why },
    });
  }
  return found.length;
}
