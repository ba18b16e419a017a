import type { Case, CasePageQuery, QueueCount, Scope } from '@tyrian/contracts';
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import { caseFromRow } from './rows.js';
import { openQueues, parts, within } from './scope.js';

/** More than these are not counted. */
const COUNTED_MAX = 1_000;

/** What beside the query a page may ask for. */
export type Wanted = RawBuilder<unknown>;

/**
 * Open cases in their order. Each queue is read by its index up to the limit, and the pages of all are merged: so no more
 * is read than a page of each, however many cases wait.
 */
export async function queuePage(
  db: Kysely<Tables>,
  query: CasePageQuery,
  wanted: Wanted = sql`true`,
): Promise<readonly Case[]> {
  const { scope, queue, limit, now } = query;
  const queues =
    queue === undefined ? sql`(select queue from walk where queue is not null)` : sql`(values (${queue}::text))`;
  const { rows } = await sql<Selectable<Tables['cases']>>`
    with recursive ${openQueues(scope)}
    select found.* from ${queues} as named (queue)
    cross join ${parts(scope)} as part (child_safety)
    cross join lateral (
      select * from cases where status = 'open' and cases.queue = named.queue and cases.child_safety = part.child_safety
        and ${within(scope)} and ${conditions(query)} and ${wanted}
      order by urgency, urgent_at, id limit ${limit}
    ) as found
    order by urgency, urgent_at, id limit ${limit}`.execute(db);
  return rows.map((row) => caseFromRow(row, now));
}

function conditions({ kind, language, state, after, now }: CasePageQuery): RawBuilder<unknown> {
  const all = [sql`true`];
  if (kind !== undefined) all.push(sql`cases.kind = ${kind}`);
  if (language !== undefined) all.push(sql`cases.language = ${language}`);
  if (state !== undefined) all.push(STATES[state](now));
  if (after) all.push(sql`(urgency, urgent_at, cases.id) > (${100 - after.priority}, ${after.until}, ${after.id})`);
  return sql.join(all, sql` and `);
}

const STATES: Record<NonNullable<CasePageQuery['state']>, (now: number) => RawBuilder<unknown>> = {
  free: (now) => sql`escalated_at is null and coalesce(lease_until, 0) <= ${now}`,
  taken: (now) => sql`lease_until > ${now}`,
  escalated: () => sql`escalated_at is not null`,
};

export async function queueCounts(db: Kysely<Tables>, scope: Scope, now: number): Promise<readonly QueueCount[]> {
  const { rows } = await sql<{ queue: string; open: number; taken: number; escalated: number }>`
    with recursive ${openQueues(scope)}
    select walk.queue,
      (select sum(counted.open) from ${parts(scope)} as part (child_safety) cross join lateral (
        select count(*) as open from (
          select from cases where status = 'open' and cases.queue = walk.queue
            and cases.child_safety = part.child_safety and ${within(scope)} limit ${COUNTED_MAX + 1}
        ) as kept) as counted) as open,
      (select count(*) from cases where status = 'open' and lease_by is not null and lease_until > ${now}
        and cases.queue = walk.queue and ${within(scope)}) as taken,
      (select count(*) from (
        select from cases where status = 'open' and escalated_at is not null and cases.queue = walk.queue
          and ${within(scope)} limit ${COUNTED_MAX}) as kept) as escalated
    from walk where walk.queue is not null order by walk.queue`.execute(db);
  return rows
    .filter(({ open }) => Number(open) > 0)
    .map(({ queue, open, taken, escalated }) => ({
      queue,
      open: Math.min(Number(open), COUNTED_MAX),
      isMore: Number(open) > COUNTED_MAX,
      taken: Number(taken),
      escalated: Number(escalated),
    }));
}

export async function oldestAt(db: Kysely<Tables>, scope: Scope): Promise<number | null> {
  const { rows } = await sql<{ oldest: number | null }>`
    select min(first.opened_at) as oldest from ${parts(scope)} as part (child_safety) cross join lateral (
      select opened_at from cases where status = 'open' and cases.child_safety = part.child_safety and ${within(scope)}
      order by opened_at limit 1
    ) as first`.execute(db);
  const [row] = rows;
  return row?.oldest === null || row === undefined ? null : Number(row.oldest);
}
