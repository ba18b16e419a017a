import type { CaseId, EvidenceId, Judged, TenantId, VerdictId } from '@tyrian/contracts';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';

/** What became of a verdict, whoever's it is: whoever appeals knows its id and nothing else. */
export async function findJudged(
  db: Kysely<Tables>,
  verdict: VerdictId,
): Promise<(Judged & { readonly fingerprint: string }) | undefined> {
  const sealed = await db
    .selectFrom('evidence')
    .select(['id', 'tenant', 'kind', 'at'])
    .where('verdict', '=', verdict)
    .where('kind', 'in', ['refusal', 'hold', 'bank-match'])
    .orderBy('id')
    .executeTakeFirst();
  const held = await db
    .selectFrom('cases')
    .select([
      'tenant',
      'status',
      'evidence',
      'fingerprint',
      'decision',
      'decided_by',
      'decided_at',
      'expires_at',
      'child_safety',
    ])
    .where('verdict', '=', verdict)
    .where('kind', '=', 'hold')
    .executeTakeFirst();
  if (held) {
    const decidedAt = held.status === 'expired' ? held.expires_at : held.decided_at;
    return {
      tenant: held.tenant as TenantId,
      evidence: (sealed?.id ?? held.evidence) as EvidenceId | null,
      decidedAt,
      decidedBy: held.decided_by,
      isReleased: held.decision === 'release',
      isQuiet: held.child_safety,
      fingerprint: held.fingerprint,
    };
  }
  if (!sealed) return undefined;
  return {
    tenant: sealed.tenant as TenantId,
    evidence: sealed.id as EvidenceId,
    decidedAt: sealed.kind === 'hold' ? null : sealed.at,
    decidedBy: null,
    isReleased: false,
    isQuiet: sealed.kind === 'bank-match',
    fingerprint: '',
  };
}

/** Whether evidence is what the appeal of this case is about. */
export async function isJudgedIn(trx: Transaction<Tables>, id: EvidenceId, opened: CaseId): Promise<boolean> {
  const rows = await trx
    .selectFrom('appeals')
    .select('id')
    .where('case_id', '=', opened)
    .where('judged', '=', id)
    .execute();
  return rows.length > 0;
}
