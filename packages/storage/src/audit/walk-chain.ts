import type { ChainedRecord } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import { fromHex } from '../chain/bytes.js';
import { CHAIN_START, entryHash, payloadCommitment } from '../chain/entry-hash.js';
import type { Tables } from '../database/tables.js';
import { RECORD_COLUMNS, recordFromRow } from '../records/rows.js';
import { findUnexplainedErasures } from './erasures.js';
import type { Faults } from './faults.js';

/** Few enough that a batch is a moment's work for the database and for this thread. */
const BATCH = 250;

export interface Walk {
  readonly records: number;
  readonly erased: number;
  /** Seq and hash of the last entry that is there. */
  readonly last: { readonly seq: number; readonly hash: string };
}

/** Walks a chain up to `until` in batches, recomputing everything that can be. What is written meanwhile is left for next time. */
export async function walkChain(
  db: Kysely<Tables>,
  chain: { readonly writer: string; readonly until: number },
  faults: Faults,
  signal: AbortSignal | undefined,
): Promise<Walk> {
  let last = { seq: 0, hash: CHAIN_START };
  let records = 0;
  let erased = 0;
  for (;;) {
    signal?.throwIfAborted();
    const rows = await db
      .selectFrom('records')
      .select([...RECORD_COLUMNS, 'erased_by'])
      .where('writer', '=', chain.writer)
      .where('seq', '>', last.seq)
      .where('seq', '<=', chain.until)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const record = recordFromRow(row);
      checkEntry(record, last, faults);
      last = { seq: record.seq, hash: record.hash };
    }
    const emptied = rows.filter((row) => row.payload === null || row.salt === null);
    for (const row of await findUnexplainedErasures(db, emptied)) {
      faults.add('changed', 'the payload is gone, and no record of an erasure says why', {
        writer: row.writer,
        seq: row.seq,
      });
    }
    records += rows.length;
    erased += emptied.length;
    if (rows.length < BATCH) return { records, erased, last };
  }
}

function checkEntry(record: ChainedRecord, before: { seq: number; hash: string }, faults: Faults): void {
  const place = { writer: record.writer, seq: record.seq };
  const expected = before.seq + 1;
  if (record.seq !== expected) {
    const gap = record.seq - 1 === expected ? `entry ${expected} is` : `entries ${expected} to ${record.seq - 1} are`;
    faults.add('missing', `${gap} missing`, { writer: record.writer, seq: expected });
  } else if (record.previous !== before.hash) {
    faults.add('reordered', 'the entry does not follow the one before it', place);
  }
  if (entryHash(record) !== record.hash) faults.add('changed', 'the entry is not as it was hashed', place);
  if (record.payload !== null && record.salt !== null) {
    const commitment = payloadCommitment(fromHex(record.salt), record.payload);
    if (commitment !== record.commitment)
      faults.add('changed', 'the payload is not the one that was committed to', place);
  } else if (record.payload !== null || record.salt !== null) {
    faults.add('changed', 'only one of salt and payload is there', place);
  }
}
