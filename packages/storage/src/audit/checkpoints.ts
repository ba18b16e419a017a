import { type ChainHead, type Checkpoint, CheckpointBody, type Key } from '@tyrian/contracts';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { toHex } from '../chain/bytes.js';
import { WRITERS_LOCKS } from '../chain/claim.js';
import { CHAIN_START } from '../chain/entry-hash.js';
import type { Tables } from '../database/tables.js';
import { checkpointHash, signCheckpoint } from './checkpoint-signature.js';

/** A number that no writer has: it locks the list of checkpoints. */
const CHECKPOINTS = -1;

export function checkpointFromRow(row: Selectable<Tables['checkpoints']>): Checkpoint {
  return { body: row.body, signature: row.signature, keyId: row.key_id, publicKey: row.public_key };
}

export async function latestCheckpoint(db: Kysely<Tables>): Promise<Checkpoint | undefined> {
  const row = await db.selectFrom('checkpoints').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && checkpointFromRow(row);
}

/** Signs the heads of all chains as they stand at one moment; undefined when they stand where they stood. */
export async function addCheckpoint(trx: Transaction<Tables>, key: Key, at: number): Promise<Checkpoint | undefined> {
  await sql`select pg_advisory_xact_lock(${WRITERS_LOCKS}, ${CHECKPOINTS}::int)`.execute(trx);
  const heads = await readHeads(trx);
  const before = await latestCheckpoint(trx);
  const last = before && CheckpointBody.parse(JSON.parse(before.body));
  if (heads.length === 0 || JSON.stringify(last?.heads) === JSON.stringify(heads)) return undefined;
  const body: CheckpointBody = {
    schemaVersion: 1,
    number: (last?.number ?? 0) + 1,
    at,
    previous: before ? checkpointHash(before) : CHAIN_START,
    heads,
  };
  const checkpoint = signCheckpoint(body, key);
  await trx
    .insertInto('checkpoints')
    .values({
      number: body.number,
      body: checkpoint.body,
      signature: checkpoint.signature,
      key_id: checkpoint.keyId,
      public_key: checkpoint.publicKey,
    })
    .execute();
  return checkpoint;
}

/** Where every chain stands, by the number of its writer. */
export async function readHeads(trx: Kysely<Tables>): Promise<ChainHead[]> {
  const rows = await trx
    .selectFrom('writers')
    .select(['name', 'seq', 'hash'])
    .where('seq', '>', 0)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ writer: row.name, seq: row.seq, hash: toHex(row.hash) }));
}
