import type { Scope } from '@tyrian/contracts';
import { type RawBuilder, sql } from 'kysely';

/** Conditions on cases, notices or appeals: what is not within is not there, in no page, count or search. */
export function within(
  { tenant, childSafety }: Scope,
  table: 'cases' | 'notices' | 'appeals' = 'cases',
): RawBuilder<boolean> {
  const ofTenant = tenant === null ? sql`true` : sql`${sql.ref(`${table}.tenant`)} = ${tenant}`;
  return childSafety
    ? sql<boolean>`${ofTenant}`
    : sql<boolean>`${ofTenant} and not ${sql.ref(`${table}.child_safety`)}`;
}

/** The parts that an index keeps apart, of those that may be seen. */
export function parts({ childSafety }: Scope): RawBuilder<unknown> {
  return childSafety ? sql`(values (false), (true))` : sql`(values (false))`;
}

/** Names of queues with open cases: one step of the index each, however many cases there are. */
export function openQueues({ tenant }: Scope): RawBuilder<unknown> {
  const ofTenant = tenant === null ? sql`true` : sql`tenant = ${tenant}`;
  return sql`walk as (
    (select queue from cases where status = 'open' and ${ofTenant} order by queue limit 1)
    union all
    select (select cases.queue from cases where status = 'open' and ${ofTenant} and cases.queue > walk.queue
      order by cases.queue limit 1)
    from walk where walk.queue is not null
  )`;
}
