import { type AppealRuling, type CaseId, errors, newId } from '@tyrian/contracts';
import type { Selectable, Transaction } from 'kysely';
import type { Note, Tell } from '../chain/chain-writer.js';
import { startClocks } from '../clocks/running.js';
import type { Tables } from '../database/tables.js';
import { noteNotice, receivedEvent } from '../notices/notices.js';
import { noticeFromRow } from '../notices/rows.js';

/** Takes back what an appeal was against. */
export async function reverse(
  trx: Transaction<Tables>,
  told: { readonly note: Note; readonly tell: Tell },
  { verdict, notice }: Selectable<Tables['appeals']>,
  ruling: AppealRuling,
): Promise<void> {
  // The same content by the same account is let through by the case of the appeal, which bears its fingerprint.
  if (verdict !== null) await trx.deleteFrom('strikes').where('verdict', '=', verdict).execute();
  if (notice !== null) await reopenNotice(trx, told, notice, ruling);
}

/** A notice is looked at anew, in a case of its own, by somebody who has not decided it yet. */
async function reopenNotice(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  id: string,
  { by, at, clocksAgain }: AppealRuling,
): Promise<void> {
  const before = await trx.selectFrom('notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!before) throw errors.NOT_FOUND([`notice ${id}`]);
  const opened: CaseId = newId('case', at);
  const row = await trx
    .updateTable('notices')
    .set({
      ...{ status: 'open', case_id: opened, outcome: null, unfounded: false },
      ...{ decided_by: null, decided_at: null, reason: null, statement: null },
      not_by: JSON.stringify([...before.not_by, ...(before.decided_by === null ? [] : [before.decided_by])]),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const notice = noticeFromRow(row);
  await startClocks(trx, { ...notice, case: opened, at }, clocksAgain);
  noteNotice(note, 'notice.reopened', notice, { at, by });
  tell(receivedEvent(notice, Math.min(...clocksAgain.map(({ dueAt }) => dueAt)), at));
}
