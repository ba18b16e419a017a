import { type Case, type CaseId, type CaseWorker, errors, type Scope } from '@tyrian/contracts';
import type { Kysely, Transaction, Updateable } from 'kysely';
import type { Tables } from '../database/tables.js';
import { caseFromRow } from './rows.js';
import { within } from './scope.js';

const EVERYTHING: Scope = { tenant: null, childSafety: true };

export async function findCase(
  db: Kysely<Tables>,
  id: CaseId,
  now: number,
  scope: Scope = EVERYTHING,
): Promise<Case | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).where(within(scope)).executeTakeFirst();
  return row && caseFromRow(row, now);
}

/** The case, locked for what is done with it. Throws NOT_FOUND also for what the worker does not see. */
export async function lockCase(trx: Transaction<Tables>, id: CaseId, { scope, at }: CaseWorker): Promise<Case> {
  const row = await trx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', id)
    .where(within(scope))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw errors.NOT_FOUND([`case ${id}`]);
  return caseFromRow(row, at);
}

export function requireOpen({ id, status }: Case): void {
  if (status !== 'open') throw errors.CASE_CLOSED([id, status]);
}

/** What somebody decides is theirs: held by them and not escalated, or they lead. */
export function requireTheirs({ id, lease, escalated }: Case, { by, isLead }: CaseWorker): void {
  if (isLead) return;
  if (escalated) throw errors.CASE_ESCALATED([id]);
  if (lease?.by !== by) throw errors.CASE_NOT_HELD([id]);
}

export async function updateCase(
  trx: Transaction<Tables>,
  id: CaseId,
  change: Updateable<Tables['cases']>,
  now: number,
): Promise<Case> {
  const row = await trx.updateTable('cases').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  return caseFromRow(row, now);
}
