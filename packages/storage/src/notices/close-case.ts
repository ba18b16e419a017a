import {
  type CaseDecision,
  type CaseId,
  errors,
  memberNameKey,
  type TenantId,
  type VerdictId,
} from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import { addCaseEvents, noteCase, told } from '../cases/journal.js';
import type { Note, Tell } from '../chain/chain-writer.js';
import { stopClocks } from '../clocks/running.js';
import type { Tables } from '../database/tables.js';

export interface Closing {
  readonly decision: CaseDecision;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
  readonly keepUntil: number;
}

/** A notice or an appeal as it is decided: its own row, locked. */
interface Open {
  readonly id: string;
  readonly tenant: string;
  readonly case_id: string;
  readonly evidence: string;
  readonly child_safety: boolean;
}

/** Decides the case of a notice or an appeal, and stops its clocks. Throws NOT_FOUND while its event is on its way. */
export async function closeCase(
  trx: Transaction<Tables>,
  { note, tell }: { readonly note: Note; readonly tell: Tell },
  { id, tenant, case_id, evidence, child_safety }: Open,
  { decision, by, at, reason, keepUntil }: Closing,
): Promise<void> {
  const held = await trx.selectFrom('cases').selectAll().where('id', '=', case_id).forUpdate().executeTakeFirst();
  const { lease_by: holder = null, lease_until: until = null } = held ?? {};
  if (holder !== null && holder !== by && until !== null && until > at)
    throw errors.CASE_TAKEN([case_id, new Date(until).toISOString()]);
  const closed = await trx
    .updateTable('cases')
    .set({
      ...{ status: 'decided', decision, decided_by: by, decided_at: at, note: reason },
      ...{ lease_by: null, lease_until: null },
    })
    .where('id', '=', case_id)
    .where('status', '=', 'open')
    .returning('id')
    .execute();
  if (closed.length === 0) throw errors.NOT_FOUND([`case of ${id} yet; it opens within seconds`]);
  await stopClocks(trx, id, at);
  // It can be appealed against for as long as any other decision.
  await trx
    .updateTable('evidence')
    .set({ expires_at: sql<number>`greatest(expires_at, ${keepUntil}::bigint)` })
    .where('id', '=', evidence)
    .execute();
  await addCaseEvents(trx, [
    [
      { id: case_id as CaseId, tenant: tenant as TenantId },
      { type: 'decided', at, by, details: { decision, reason } },
    ],
  ]);
  const about = { id: case_id as CaseId, tenant: tenant as TenantId, verdict: id as VerdictId };
  noteCase(note, 'case.decided', { ...about, isChildSafety: child_safety }, { at, decision, by });
  tell({ type: 'case.decided', ...told({ ...about, ...(child_safety && { quiet: true }) }), decision, at });
}

/** Whether somebody of this name is among these; members sign in with names whose case does not count. */
export function isNamed(by: string, names: readonly string[]): boolean {
  return names.some((name) => memberNameKey(name) === memberNameKey(by));
}
