import { type Case, CaseEvent, type CaseId, newId, type RecordType } from '@tyrian/contracts';
import type { Kysely, Transaction } from 'kysely';
import type { Note } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';

export type About = Pick<Case, 'id' | 'tenant'>;
export type Happened = Pick<CaseEvent, 'type' | 'at' | 'by' | 'details'>;

/** Writes down what somebody did with cases, one entry each. */
export async function addCaseEvents(
  trx: Transaction<Tables>,
  entries: readonly (readonly [About, Happened])[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(([{ id, tenant }, { type, at, by, details }]) => ({
    ...{ id: newId('caseEvent', at), case_id: id, tenant, type, at, by_whom: by },
    details: JSON.stringify(details),
  }));
  await trx.insertInto('case_events').values(rows).execute();
}

/** Oldest first; entries of one millisecond in no order. */
export async function caseEvents(db: Kysely<Tables>, id: CaseId): Promise<readonly CaseEvent[]> {
  const rows = await db.selectFrom('case_events').selectAll().where('case_id', '=', id).orderBy('id').execute();
  return rows.map(({ case_id, by_whom: by, id: entry, type, at, details }) =>
    CaseEvent.parse({ id: entry, case: case_id, type, at, by, details }),
  );
}

/** Puts it on record as well. What people write may quote what was held: it stays with the case. */
export function noteCase(
  note: Note,
  type: RecordType,
  { id, tenant, verdict, isChildSafety }: Pick<Case, 'id' | 'tenant' | 'verdict' | 'isChildSafety'>,
  { at, ...details }: { readonly at: number; readonly [field: string]: unknown },
): void {
  note({
    id: newId('record', at),
    type,
    at,
    tenant,
    payload: { case: id, verdict, ...details, ...childSafetyMark(isChildSafety) },
  });
}

/** By which a record is known that those alone may see who work on child safety. */
export function childSafetyMark(isChildSafety: boolean): { readonly childSafety?: true } {
  return isChildSafety ? { childSafety: true } : {};
}

/** What outsiders may be told of a case. */
export function told({ tenant, id, verdict, quiet }: Pick<Case, 'id' | 'tenant' | 'verdict' | 'quiet'>) {
  return { tenant, case: id, verdict, ...(quiet && { quiet }) };
}
