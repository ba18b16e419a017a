import type { People, ScannedRecord } from '@tyrian/contracts';
import { mustStay } from '@tyrian/privacy';

/** The records of which more may be given out than that they are there. */
export async function withoutStaying(
  people: Pick<People, 'judgements'>,
  records: readonly ScannedRecord[],
): Promise<readonly ScannedRecord[]> {
  const judgements = await people.judgements(records);
  return records.filter((record) => !mustStay(record, judgements.get(record.id)));
}
