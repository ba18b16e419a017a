import type { FeedbackId, KeptFeedback, NewFeedback, RecordId } from '@tyrian/contracts';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

export type FeedbackRow = Selectable<Tables['feedback']>;

export function isSaidAgain(standing: FeedbackRow, { record }: NewFeedback): boolean {
  return standing.says === record.says && standing.rating === (record.rating ?? null);
}

/** Whether it brings the text, or the note, where there was none yet. */
export function bringsMore(standing: FeedbackRow, { evidence, hasText }: NewFeedback): boolean {
  return (hasText && !standing.has_text) || (evidence !== undefined && standing.evidence === null);
}

/** What stands then. The text stays the same whatever is said of it, so what was sealed of it still counts. */
export function rowAfter(
  standing: FeedbackRow | undefined,
  { tenant, at, reporter, record, evidence, hasText }: NewFeedback,
  { record: said, isSame }: { readonly record: RecordId; readonly isSame: boolean },
): FeedbackRow {
  return {
    tenant,
    verdict: record.verdict,
    by_whom: record.by,
    reporter,
    id: standing && isSame ? standing.id : record.feedback,
    record: said,
    says: record.says,
    rating: record.rating ?? null,
    rules: [...record.rules],
    policy_id: record.policy.id,
    policy_version: record.policy.version,
    judged_at: record.judgedAt,
    at,
    evidence: evidence?.id ?? standing?.evidence ?? null,
    has_text: hasText || (standing?.has_text ?? false),
  };
}

export function keptFromRow({ id, has_text }: FeedbackRow): KeptFeedback {
  return { id: id as FeedbackId, hasText: has_text };
}
