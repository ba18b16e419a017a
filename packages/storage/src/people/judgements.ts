import type { RecordId, ScannedRecord } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { SCANNED_COLUMNS, scannedFromRow } from '../records/rows.js';

/** The judgement that each opinion among some records is about, by the opinion's id: what must stay of one must of both. */
export async function judgementsOf(
  db: Kysely<Tables>,
  records: readonly ScannedRecord[],
): Promise<ReadonlyMap<RecordId, ScannedRecord>> {
  const about = new Map(
    records.flatMap(({ id, type, payload }) => {
      const judgement =
        type === 'feedback.given' ? /"judgement":"(rec_[a-z0-9]+)"/.exec(payload ?? '')?.[1] : undefined;
      return judgement === undefined ? [] : [[id, judgement]];
    }),
  );
  if (about.size === 0) return new Map();
  const rows = await db
    .selectFrom('records')
    .select(SCANNED_COLUMNS)
    .where('id', 'in', [...new Set(about.values())])
    .execute();
  const found = new Map<string, ScannedRecord>(rows.map((row) => [row.id, scannedFromRow(row)]));
  return new Map(
    [...about].flatMap(([id, judgement]) => {
      const record = found.get(judgement);
      return record ? [[id, record]] : [];
    }),
  );
}
