import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';

/** How much sooner a matter comes with each warning; what is overdue comes first of all. */
const STEP = 15;
const FIRST = 100;

export async function comesSooner(
  trx: Transaction<Tables>,
  { about, case_id: opened }: { readonly about: string; readonly case_id: string },
  isOverdue: boolean,
): Promise<void> {
  const priority = isOverdue ? sql<number>`${FIRST}::int` : sql<number>`least(priority + ${STEP}::int, ${FIRST}::int)`;
  await trx.updateTable('notices').set({ priority }).where('id', '=', about).execute();
  await trx.updateTable('cases').set({ priority }).where('id', '=', opened).execute();
  await trx.updateTable('appeals').set({ priority }).where('id', '=', about).execute();
}
