import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';

/** Deletes the notices and appeals of cases with their clocks. */
export async function deleteMatters(trx: Transaction<Tables>, cases: readonly string[]): Promise<void> {
  await trx.deleteFrom('clocks').where('case_id', 'in', cases).execute();
  await trx.deleteFrom('appeals').where('case_id', 'in', cases).execute();
  await trx.deleteFrom('notices').where('case_id', 'in', cases).execute();
}
