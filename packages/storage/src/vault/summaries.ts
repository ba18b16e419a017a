import type { EvidenceId, EvidenceSummary, TenantId, VerdictId } from '@tyrian/contracts';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Cover } from '../legal/cover.js';

/** What can be known about evidence without opening it. */
export function summariesOf(db: Kysely<Tables>) {
  return db
    .selectFrom('evidence')
    .select(['id', 'tenant', 'kind', 'verdict', 'at', 'expires_at', 'legal_hold', 'jurisdiction', 'key_id', 'subject'])
    .select(sql<number>`length(sealed)`.as('bytes'));
}

type SummaryRow = Omit<Selectable<Tables['evidence']>, 'sealed' | 'wrapped_key'> & {
  readonly bytes: number;
};

export function summaryFromRow(row: SummaryRow, cover: Cover): EvidenceSummary {
  return {
    id: row.id as EvidenceId,
    tenant: row.tenant as TenantId,
    kind: row.kind,
    verdict: row.verdict as VerdictId,
    at: row.at,
    expiresAt: row.expires_at,
    legalHold: row.legal_hold || cover.covers(row),
    jurisdiction: row.jurisdiction,
    keyId: row.key_id,
    bytes: row.bytes,
  };
}
