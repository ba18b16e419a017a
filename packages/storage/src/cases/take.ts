import { type Case, type CaseId, type CasePlace, type CaseWorker, errors, type TakeQuery } from '@tyrian/contracts';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';
import { lockCase, requireOpen, updateCase } from './find.js';
import { addCaseEvents } from './journal.js';
import { queuePage } from './queue-page.js';
import { caseFromRow } from './rows.js';
import { within } from './scope.js';

/** Looked at together: some may be locked by another process that takes one of them now. */
const CANDIDATES = 20;

/** The first case that is free for somebody, after the one that they hold already. */
export async function takeNextIn(
  trx: Transaction<Tables>,
  worker: CaseWorker,
  query: TakeQuery,
): Promise<Case | undefined> {
  const held = await heldBy(trx, worker, query.queue);
  if (held) return held;
  for (let after: CasePlace | undefined; ; ) {
    const page = await queuePage(
      trx,
      { scope: worker.scope, now: worker.at, queue: query.queue, after, limit: CANDIDATES },
      free(worker, query),
    );
    const ids = page.map(({ id }) => id);
    const [locked] = ids.length === 0 ? [] : await lockFirst(trx, ids, worker);
    if (locked) return lease(trx, locked as CaseId, worker, query.until);
    const last = page.at(-1);
    if (!last || page.length < CANDIDATES) return undefined;
    after = placeOf(last);
  }
}

/** This case, for whoever leads also out of another's hands. */
export async function takeIn(trx: Transaction<Tables>, id: CaseId, worker: CaseWorker, until: number): Promise<Case> {
  const found = await lockCase(trx, id, worker);
  requireOpen(found);
  if (!worker.isLead) {
    if (found.escalated) throw errors.CASE_ESCALATED([id]);
    if (found.lease && found.lease.by !== worker.by)
      throw errors.CASE_TAKEN([id, new Date(found.lease.until).toISOString()]);
  }
  return lease(trx, id, worker, until, found.lease?.by);
}

export function placeOf({ priority, dueAt, expiresAt, id }: Case): CasePlace {
  return { priority, until: Math.min(dueAt ?? expiresAt, expiresAt), id };
}

async function heldBy(
  trx: Transaction<Tables>,
  { by, at, scope }: CaseWorker,
  queue: string | undefined,
): Promise<Case | undefined> {
  let select = trx
    .selectFrom('cases')
    .selectAll()
    .where('status', '=', 'open')
    .where('lease_by', '=', by)
    .where('lease_until', '>', at)
    .where(within(scope));
  if (queue !== undefined) select = select.where('queue', '=', queue);
  const row = await select.orderBy('urgency').orderBy('urgent_at').orderBy('id').limit(1).executeTakeFirst();
  return row && caseFromRow(row, at);
}

function free({ by, isLead, at }: CaseWorker, { languages }: TakeQuery): RawBuilder<unknown> {
  const all = [
    sql`coalesce(lease_until, 0) <= ${at}`,
    sql`expires_at > ${at}`,
    sql`not exists (select from case_events where case_id = cases.id and case_events.type = 'skipped' and by_whom = ${by})`,
  ];
  if (!isLead) all.push(sql`escalated_at is null`);
  if (languages.length > 0) all.push(sql`(language is null or language = any (${[...languages]}::text[]))`);
  return sql.join(all, sql` and `);
}

async function lockFirst(trx: Transaction<Tables>, ids: readonly string[], { at }: CaseWorker): Promise<string[]> {
  const rows = await trx
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', [...ids])
    .where('status', '=', 'open')
    .where(sql<boolean>`coalesce(lease_until, 0) <= ${at}`)
    .orderBy('urgency')
    .orderBy('urgent_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}

async function lease(
  trx: Transaction<Tables>,
  id: CaseId,
  { by, at }: CaseWorker,
  until: number,
  from?: string,
): Promise<Case> {
  const taken = await updateCase(trx, id, { lease_by: by, lease_until: until }, at);
  const details = { until, ...(from !== undefined && from !== by && { from }) };
  await addCaseEvents(trx, [[taken, { type: 'taken', at, by, details }]]);
  return taken;
}
