import { idFloor, type RecordScan, type ScannedRecord } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { SCANNED_COLUMNS, scannedFromRow } from './rows.js';

const BATCH = 500;

/**
 * Each batch begins behind the last id of the one before, so that no batch reads what another has read. The database
 * looks for nothing but ids: given more, a planner without statistics sorts the whole table for each batch.
 */
export async function* scanRecords(
  db: Kysely<Tables>,
  { types, tenant, since = 0, until, batch = BATCH }: RecordScan,
): AsyncGenerator<readonly ScannedRecord[]> {
  const wanted = new Set(types);
  const end = until === undefined ? '~' : idFloor('record', until);
  let after = idFloor('record', since);
  for (;;) {
    const rows = await db
      .selectFrom('records')
      .select(SCANNED_COLUMNS)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    const found = rows.filter(
      ({ id, type, tenant: whose }) => wanted.has(type) && id < end && (tenant === undefined || whose === tenant),
    );
    if (found.length > 0) yield found.map(scannedFromRow);
    const last = rows.at(-1);
    if (!last || rows.length < batch || last.id >= end) return;
    after = last.id;
  }
}
