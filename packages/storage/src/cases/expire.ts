import { CLOCKED_KINDS } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { Note, Tell } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { addCaseEvents, noteCase, told } from './journal.js';
import { caseFromRow } from './rows.js';

export const EXPIRED_AT_ONCE = 500;

/** Closes some of what nobody decided in time; returns how many. */
export async function expireSomeIn(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  { now, at }: { readonly now: number; readonly at: number },
): Promise<number> {
  const due = trx
    .selectFrom('cases')
    .select('id')
    .where('status', '=', 'open')
    // A duty with a clock does not end by itself.
    .where('kind', 'not in', [...CLOCKED_KINDS])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(EXPIRED_AT_ONCE)
    .forUpdate();
  const rows = await trx
    .updateTable('cases')
    .set({ status: 'expired', lease_by: null, lease_until: null })
    .where('id', 'in', due)
    .returningAll()
    .execute();
  const expired = rows.map((row) => caseFromRow(row, at));
  await addCaseEvents(
    trx,
    expired.map((one) => [one, { type: 'expired', at, by: null, details: {} }] as const),
  );
  for (const one of expired) {
    noteCase(note, 'case.expired', one, { at });
    tell({ type: 'case.expired', ...told(one), at });
  }
  return rows.length;
}
