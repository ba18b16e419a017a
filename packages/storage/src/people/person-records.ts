import { idFloor, type PersonPage, type RecordType } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { SCANNED_COLUMNS } from '../records/rows.js';

/** What a person's own doing left. Steps are told from their own table, without those about child safety. */
export const OWN_RECORDS: readonly RecordType[] = [
  'generation.input',
  'generation.output',
  'request.rejected',
  'upstream.failed',
  'feedback.given',
];

/** The next records of a person that still say something. */
export function personRecords(db: Kysely<Tables>, { names, after, limit, since, until }: PersonPage) {
  let select = db
    .selectFrom('records')
    .select(SCANNED_COLUMNS)
    .where('subject', 'in', [...names.names])
    .where('tenant', '=', names.tenant)
    .where('type', 'in', OWN_RECORDS)
    .where('payload', 'is not', null)
    .where('id', '>', after);
  if (since !== undefined) select = select.where('id', '>=', idFloor('record', since));
  if (until !== undefined) select = select.where('id', '<', idFloor('record', until + 1));
  return select.orderBy('id').limit(limit);
}
