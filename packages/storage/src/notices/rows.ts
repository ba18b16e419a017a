import { type NewNotice, Notice } from '@tyrian/contracts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

export function noticeFromRow(row: Selectable<Tables['notices']>): Notice {
  return Notice.parse({
    ...row,
    case: row.case_id,
    receivedAt: row.received_at,
    isChildSafety: row.child_safety,
    isUnfounded: row.unfounded,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  });
}

export function rowFromNotice(
  { notice, codeHash }: NewNotice,
  linked: readonly string[],
): Insertable<Tables['notices']> {
  const { id, tenant, kind, jurisdiction, evidence, verdict, model, copies, language, reporter, flagger } = notice;
  return {
    ...{ id, tenant, kind, jurisdiction, evidence, verdict, model, copies, language, reporter, flagger },
    case_id: notice.case,
    linked: JSON.stringify(linked),
    received_at: notice.receivedAt,
    child_safety: notice.isChildSafety,
    priority: notice.priority,
    code_hash: codeHash,
  };
}
