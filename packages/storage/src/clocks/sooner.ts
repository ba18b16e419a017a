import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';

/** How much sooner a matter comes with each warning; what is overdue comes first of all. */
const STEP = 15;
const FIRST = 100;

/** Brings a notice or an appeal forward, with its case. */
export async function comesSooner(
  trx: Transaction<Tables>,
  { about, case_id }: { readonly about: string; readonly case_id: string },
  isOverdue: boolean,
): Promise<{ readonly isChildSafety: boolean }> {
  const priority = isOverdue ? sql<number>`${FIRST}::int` : sql<number>`least(priority + ${STEP}::int, ${FIRST}::int)`;
  const change = async (table: 'notices' | 'appeals') =>
    trx.updateTable(table).set({ priority }).where('id', '=', about).returning('child_safety').execute();
  const changed = [...(await change('notices')), ...(await change('appeals'))];
  await trx.updateTable('cases').set({ priority }).where('id', '=', case_id).where('status', '=', 'open').execute();
  return { isChildSafety: changed.some(({ child_safety }) => child_safety) };
}
