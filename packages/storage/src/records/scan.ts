import { idFloor, type RecordScan, type ScannedRecord } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';

const BATCH = 500;

/** Each batch begins behind the last id of the one before, so that no batch reads what another has read. */
export async function* scanRecords(
  db: Kysely<Tables>,
  { types, tenant, since = 0, until, batch = BATCH }: RecordScan,
): AsyncGenerator<readonly ScannedRecord[]> {
  let after = idFloor('record', since);
  for (;;) {
    let select = db
      .selectFrom('records')
      .select(['id', 'type', 'at', 'tenant', 'subject', 'subject_key', 'payload'])
      .where('id', '>', after)
      .where('type', 'in', [...types]);
    if (until !== undefined) select = select.where('id', '<', idFloor('record', until));
    if (tenant !== undefined) select = select.where('tenant', '=', tenant);
    const rows = await select.orderBy('id').limit(batch).execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ subject, subject_key: keyId, ...row }) => ({
      ...row,
      id: row.id as ScannedRecord['id'],
      tenant: row.tenant as ScannedRecord['tenant'],
      subject: subject === null ? null : { value: subject, keyId: keyId ?? '' },
    }));
    if (rows.length < batch) return;
    after = last.id;
  }
}
