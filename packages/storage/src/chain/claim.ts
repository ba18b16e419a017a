import type { ChainHead } from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import type { Database, Session } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { fromHex, toHex } from './bytes.js';
import { CHAIN_START } from './entry-hash.js';

/** A chain that this process alone may write to, for as long as the session lives. */
export interface Claim {
  readonly session: Session;
  readonly head: ChainHead;
}

/**
 * Claims a writer by an advisory lock on a connection of its own: the first one that no living process holds, or a new
 * one. So there are never more chains than there were processes at once.
 */
export async function claimWriter(database: Database): Promise<Claim> {
  const session = await database.openSession();
  try {
    return { session, head: await session.db.transaction().execute(claimIn) };
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Where locks of ours lie: the id of the table keeps schemas of one database apart. */
export const WRITERS_LOCKS = sql`('writers'::regclass::oid::bigint - 2147483648)::int`;

async function claimIn(trx: Transaction<Tables>): Promise<ChainHead> {
  await sql`select pg_advisory_xact_lock(${WRITERS_LOCKS}, 0)`.execute(trx);
  const writers = await trx.selectFrom('writers').select(['number', 'name', 'seq', 'hash']).orderBy('number').execute();
  for (const writer of writers) {
    if (!(await tryLock(trx, writer.number))) continue;
    const head = { writer: writer.name, seq: writer.seq, hash: toHex(writer.hash) };
    if (await isHeadOfItsChain(trx, head)) return head;
    await sql`select pg_advisory_unlock(${WRITERS_LOCKS}, ${writer.number}::int)`.execute(trx);
  }
  const number = (writers.at(-1)?.number ?? 0) + 1;
  if (!(await tryLock(trx, number))) throw new Error(`writer ${number} is locked before it exists`);
  const head = { writer: `w${number}`, seq: 0, hash: CHAIN_START };
  await trx
    .insertInto('writers')
    .values({ number, name: head.writer, seq: 0, hash: fromHex(CHAIN_START) })
    .execute();
  return head;
}

async function tryLock(trx: Transaction<Tables>, number: number): Promise<boolean> {
  const result = await sql<{ locked: boolean }>`
    select pg_try_advisory_lock(${WRITERS_LOCKS}, ${number}::int) as locked`.execute(trx);
  return result.rows[0]?.locked === true;
}

/** A chain whose end somebody has tampered with is never continued; `verify` reports it. */
async function isHeadOfItsChain(trx: Transaction<Tables>, head: ChainHead): Promise<boolean> {
  const last = await trx
    .selectFrom('records')
    .select(['seq', 'hash'])
    .where('writer', '=', head.writer)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? last.seq === head.seq && toHex(last.hash) === head.hash : head.seq === 0 && head.hash === CHAIN_START;
}
