import type { Kysely } from 'kysely';
import { fromHex } from '../chain/bytes.js';
import { entryHash, payloadCommitment } from '../chain/entry-hash.js';
import type { Tables } from '../database/tables.js';
import { RECORD_COLUMNS, recordFromRow } from '../records/rows.js';

interface Emptied {
  readonly id: string;
  readonly writer: string;
  readonly seq: number;
  readonly erased_by: string | null;
}

/** Of entries without a payload, those that no genuine `record.erased` entry names. */
export async function findUnexplainedErasures(
  db: Kysely<Tables>,
  emptied: readonly Emptied[],
): Promise<readonly Emptied[]> {
  const namedBy = [...new Set(emptied.flatMap((row) => row.erased_by ?? []))];
  if (namedBy.length === 0) return emptied;
  const rows = await db.selectFrom('records').select(RECORD_COLUMNS).where('id', 'in', namedBy).execute();
  const erased = new Map<string, ReadonlySet<string>>();
  for (const row of rows) {
    const record = recordFromRow(row);
    if (record.type !== 'record.erased' || record.payload === null || record.salt === null) continue;
    // Its own chain is walked as well; checked here too, so that a loose row beside the chains explains nothing.
    if (entryHash(record) !== record.hash) continue;
    if (payloadCommitment(fromHex(record.salt), record.payload) !== record.commitment) continue;
    erased.set(record.id, new Set(erasedIds(record.payload)));
  }
  return emptied.filter((row) => row.erased_by === null || !erased.get(row.erased_by)?.has(row.id));
}

/** Empty for whatever is not the payload of an erasure. */
function erasedIds(payload: string): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    // A forged entry names nothing.
    return [];
  }
  const ids: unknown = typeof parsed === 'object' && parsed !== null && 'ids' in parsed ? parsed.ids : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
