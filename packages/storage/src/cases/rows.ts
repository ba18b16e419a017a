import { Case } from '@tyrian/contracts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

/** A lease that has ended by now is none. */
export function caseFromRow(row: Selectable<Tables['cases']>, now: number): Case {
  const isHeld = row.lease_by !== null && row.lease_until !== null && row.lease_until > now;
  return Case.parse({
    id: row.id,
    tenant: row.tenant,
    kind: row.kind,
    status: row.status,
    verdict: row.verdict,
    evidence: row.evidence,
    fingerprint: row.fingerprint,
    rules: row.rules,
    queue: row.queue,
    priority: row.priority,
    language: row.language,
    cluster: row.cluster,
    isChildSafety: row.child_safety,
    subject: row.subject,
    lease: isHeld ? { by: row.lease_by, until: row.lease_until } : null,
    escalated:
      row.escalated_at === null ? null : { by: row.escalated_by, at: row.escalated_at, why: row.escalated_why },
    openedAt: row.opened_at,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.note,
    rule: row.rule,
    statement: row.statement,
    batch: row.batch,
    ...(row.quiet && { quiet: true }),
  });
}

export function rowFromCase(opened: Case): Insertable<Tables['cases']> {
  return {
    id: opened.id,
    tenant: opened.tenant,
    kind: opened.kind,
    status: opened.status,
    verdict: opened.verdict,
    evidence: opened.evidence,
    fingerprint: opened.fingerprint,
    rules: JSON.stringify(opened.rules),
    queue: opened.queue,
    priority: opened.priority,
    language: opened.language,
    cluster: opened.cluster,
    child_safety: opened.isChildSafety,
    subject: opened.subject,
    lease_by: opened.lease?.by ?? null,
    lease_until: opened.lease?.until ?? null,
    escalated_by: opened.escalated?.by ?? null,
    escalated_at: opened.escalated?.at ?? null,
    escalated_why: opened.escalated?.why ?? null,
    opened_at: opened.openedAt,
    due_at: opened.dueAt,
    expires_at: opened.expiresAt,
    decision: opened.decision,
    decided_by: opened.decidedBy,
    decided_at: opened.decidedAt,
    note: opened.reason,
    rule: opened.rule,
    statement: opened.statement,
    batch: opened.batch,
    quiet: opened.quiet ?? false,
  };
}
