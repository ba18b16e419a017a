import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';

type Work<Result> = (trx: Transaction<Tables>) => Promise<Result>;

/** Runs `work` on the database as it is at one moment, whatever is written meanwhile. */
export function onSnapshot<Result>(database: Database, work: Work<Result>): Promise<Result> {
  return inOneTransaction(database, async (trx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    return work(trx);
  });
}

/** Runs `work` on a connection of its own: what it stores is there as a whole, or not at all. */
export async function inOneTransaction<Result>(database: Database, work: Work<Result>): Promise<Result> {
  const session = await database.openSession();
  try {
    return await session.db.transaction().execute(work);
  } finally {
    await session.close();
  }
}
