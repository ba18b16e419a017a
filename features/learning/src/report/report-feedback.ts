import type { FeedbackCount, Feedbacks, Records, TenantId } from '@tyrian/contracts';
import { type Share, shareOf } from '@tyrian/guard';
import { decisionsByRule } from './decisions-by-rule.js';

export interface FeedbackRow extends FeedbackCount {
  /** Of the verdicts that the rule decided, those that somebody says this of. */
  readonly share: Share;
}

/** What people say of the verdicts of a time, rule by rule. */
export interface FeedbackReport {
  readonly tenant: TenantId | null;
  /** When the verdicts were given, in milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
  /** Verdicts that were counted; 0 where nothing was said, since none is counted then. */
  readonly records: number;
  readonly unreadable: number;
  readonly rows: readonly FeedbackRow[];
}

/**
 * Counts feedback by rule, saying, speaker and version of the policy, each as a share of all that the rule decided.
 *
 * @example
 * const report = await reportFeedback(store, { since: Date.now() - 30 * 24 * 3_600_000, until: Date.now() });
 */
export async function reportFeedback(
  { feedback, records }: { readonly feedback: Pick<Feedbacks, 'count'>; readonly records: Pick<Records, 'scan'> },
  scope: { readonly tenant?: TenantId | undefined; readonly since: number; readonly until: number },
  onProgress: (records: number) => void = () => undefined,
): Promise<FeedbackReport> {
  const { tenant = null, since, until } = scope;
  const counts = await feedback.count(scope);
  if (counts.length === 0) return { tenant, since, until, records: 0, unreadable: 0, rows: [] };
  const decisions = await decisionsByRule(records, scope, onProgress);
  // What was erased since can no longer be counted among the decisions.
  const rows = counts.map((one) => ({
    ...one,
    share: shareOf(one.verdicts, Math.max(one.verdicts, decisions.of(one))),
  }));
  return { tenant, since, until, records: decisions.records, unreadable: decisions.unreadable, rows };
}
