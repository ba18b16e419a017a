import { Appeal, type NewAppeal } from '@tyrian/contracts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

export function appealFromRow(row: Selectable<Tables['appeals']>): Appeal {
  return Appeal.parse({
    ...row,
    case: row.case_id,
    receivedAt: row.received_at,
    isChildSafety: row.child_safety,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  });
}

/** What an appeal is against, as it stands when the appeal comes in. */
export interface Against {
  readonly fingerprint: string;
  /** Who decided it; they must not decide again. */
  readonly deciders: readonly string[];
}

export function rowFromAppeal(
  { appeal, codeHash }: NewAppeal,
  { fingerprint, deciders }: Against,
): Insertable<Tables['appeals']> {
  const { id, tenant, verdict, notice, evidence, judged, language, reporter, priority } = appeal;
  return {
    ...{ id, tenant, verdict, notice, evidence, judged, language, reporter, priority, fingerprint },
    case_id: appeal.case,
    not_by: JSON.stringify(deciders),
    received_at: appeal.receivedAt,
    child_safety: appeal.isChildSafety,
    code_hash: codeHash,
  };
}
