import type { FeedbackCount, FeedbackQuery } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';

interface CountRow {
  readonly rule: string | null;
  readonly says: FeedbackCount['says'];
  readonly by_whom: FeedbackCount['by'];
  readonly policy_id: string;
  readonly policy_version: string;
  readonly count: number;
  readonly verdicts: number;
}

/** What several rules decided counts for each of them; what none decided, under null. */
export async function countFeedback(
  db: Kysely<Tables>,
  { tenant, since, until }: FeedbackQuery,
): Promise<readonly FeedbackCount[]> {
  const { rows } = await sql<CountRow>`
    select rule, says, by_whom, policy_id, policy_version, count(*) as count, count(distinct verdict) as verdicts
    from feedback left join lateral jsonb_array_elements_text(rules) as rule on true
    where judged_at >= ${since} and judged_at < ${until} ${tenant === undefined ? sql`` : sql`and tenant = ${tenant}`}
    group by rule, says, by_whom, policy_id, policy_version
    order by count desc, rule collate "C", says, by_whom, policy_id, policy_version
  `.execute(db);
  return rows.map(({ rule, says, by_whom, policy_id, policy_version, count, verdicts }) => ({
    rule,
    says,
    by: by_whom,
    policy: { id: policy_id, version: policy_version },
    count,
    verdicts,
  }));
}
