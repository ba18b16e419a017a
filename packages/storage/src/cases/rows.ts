import { Case } from '@tyrian/contracts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

export function caseFromRow(row: Selectable<Tables['cases']>): Case {
  return Case.parse({
    id: row.id,
    tenant: row.tenant,
    kind: row.kind,
    status: row.status,
    verdict: row.verdict,
    evidence: row.evidence,
    fingerprint: row.fingerprint,
    rules: row.rules,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
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
    opened_at: opened.openedAt,
    expires_at: opened.expiresAt,
    decision: opened.decision,
    decided_by: opened.decidedBy,
    decided_at: opened.decidedAt,
    note: opened.note,
    quiet: opened.quiet ?? false,
  };
}
