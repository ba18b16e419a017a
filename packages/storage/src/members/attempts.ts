import type { SignInAttempts } from '@tyrian/contracts';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

const FIRST_WAIT_MS = 1_000;
/** 2^20 seconds are longer than any wait; more would overflow. */
const MOST_DOUBLINGS = 20;

export function createAttempts({ database: { db } }: { database: Database }): SignInAttempts {
  return {
    async take(subjects, { now, free, longestMs }) {
      const asked = [...new Set(subjects)].sort();
      // One statement, so that tries that come together on many machines cannot all find it free. The second look at
      // next_at is for those that began before the first of them was in.
      const tries = sql`sign_in_attempts.tries + 1`;
      const taken = await sql<{ subject: string }>`
        insert into sign_in_attempts (subject, tries, last_at, next_at)
        select subject, 1, ${now}::bigint, ${now}::bigint + ${free < 1 ? FIRST_WAIT_MS : 0}::bigint
        from unnest(${asked}::text[]) as subject
        where not exists (select from sign_in_attempts as other where other.subject = any(${asked}::text[]) and other.next_at > ${now}::bigint)
        order by subject
        on conflict (subject) do update set tries = ${tries}, last_at = ${now}::bigint,
          next_at = ${now}::bigint + case when ${tries} <= ${free}::int then 0
            else least(${longestMs}::bigint, (${FIRST_WAIT_MS}::int * power(2, least(${tries} - ${free}::int - 1, ${MOST_DOUBLINGS}::int)))::bigint) end
        where sign_in_attempts.next_at <= ${now}::bigint
        returning subject`.execute(db);
      if (taken.rows.length === asked.length) return undefined;
      const { until } = await db
        .selectFrom('sign_in_attempts')
        .select(({ fn }) => fn.max<number | null>('next_at').as('until'))
        .where('subject', 'in', asked)
        .executeTakeFirstOrThrow();
      // Where many came at once, none of them waits yet for what all together were refused.
      return Number(until ?? 0) > now ? Number(until) : now + FIRST_WAIT_MS;
    },

    async succeeded(forgotten, takenBack) {
      if (forgotten.length > 0)
        await db
          .deleteFrom('sign_in_attempts')
          .where('subject', 'in', [...forgotten])
          .execute();
      if (takenBack.length > 0)
        await db
          .updateTable('sign_in_attempts')
          .set({ tries: sql`greatest(tries - 1, 0)`, next_at: 0 })
          .where('subject', 'in', [...takenBack])
          .execute();
    },

    async forget(before) {
      const { numDeletedRows } = await db
        .deleteFrom('sign_in_attempts')
        .where('last_at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
