import type { ChainHead } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import { toHex } from '../chain/bytes.js';
import type { Tables } from '../database/tables.js';
import type { Faults } from './faults.js';

/** Heads that were vouched for must stand in the chains exactly as they were. */
export async function checkHeads(
  db: Kysely<Tables>,
  heads: readonly ChainHead[],
  by: string,
  faults: Faults,
): Promise<void> {
  for (const head of heads) {
    if (head.seq === 0) continue;
    const row = await db
      .selectFrom('records')
      .select('hash')
      .where('writer', '=', head.writer)
      .where('seq', '=', head.seq)
      .executeTakeFirst();
    const place = { writer: head.writer, seq: head.seq };
    if (!row) faults.add('missing', `${by} vouches for this entry, and it is not there`, place);
    else if (toHex(row.hash) !== head.hash) faults.add('checkpoint-mismatch', `${by} vouches for another entry`, place);
  }
}

/** Every writer that is known from anywhere, so that a chain that was dropped as a whole, or put in, is noticed. */
export async function findWriters(db: Kysely<Tables>, vouched: readonly ChainHead[]): Promise<string[]> {
  const names = new Set(vouched.map((head) => head.writer));
  for (const row of await db.selectFrom('writers').select('name').execute()) names.add(row.name);
  // One step of the index a writer, not one a record.
  for (let after: string | null = ''; after !== null; ) {
    const step: { writer: string | null } = await db
      .selectFrom('records')
      .select((select) => select.fn.min<string | null>('writer').as('writer'))
      .where('writer', '>', after)
      .executeTakeFirstOrThrow();
    if (step.writer !== null) names.add(step.writer);
    after = step.writer;
  }
  return [...names].sort();
}

export interface StoredHead {
  readonly seq: number;
  readonly hash: string;
  /** The highest seq of the writer's entries. */
  readonly highest: number;
}

/** A writer's head and the end of its chain, as they were at one moment. */
export async function readStoredHead(db: Kysely<Tables>, writer: string): Promise<StoredHead | undefined> {
  const { rows } = await sql<{ seq: number; hash: Uint8Array; highest: number }>`
    select seq, hash, (select coalesce(max(records.seq), 0) from records where records.writer = writers.name) as highest
    from writers where name = ${writer}`.execute(db);
  const [row] = rows;
  return row && { seq: row.seq, hash: toHex(row.hash), highest: row.highest };
}
