import type { AccountHistory, Case, Scope, VerdictId } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import { stepFromRow } from '../conduct/rows.js';
import type { Tables } from '../database/tables.js';
import { caseFromRow } from './rows.js';
import { within } from './scope.js';

/** What the account of a case did before, as far as the asker may see it. */
export async function accountHistory(
  db: Kysely<Tables>,
  one: Case,
  { scope, limit, now }: { readonly scope: Scope; readonly limit: number; readonly now: number },
): Promise<AccountHistory> {
  const { subject, tenant } = one;
  if (subject === null) return { subject, cases: [], strikes: [], steps: [] };
  const names = await namesOf(db, tenant, subject);
  const cases = await db
    .selectFrom('cases')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('subject', 'in', names)
    .where('id', '<>', one.id)
    .where(within(scope))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  let strikes = db
    .selectFrom('strikes')
    .select(['verdict', 'at', 'decision', 'weight', 'rule'])
    .where('tenant', '=', tenant)
    .where(({ or, eb }) => or([eb('account', 'in', names), eb('account_before', 'in', names)]));
  let steps = db
    .selectFrom('conduct_steps')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('kind', '=', 'account')
    .where(({ or, eb }) => or([eb('subject', 'in', names), eb('before', 'in', names)]));
  if (!scope.childSafety) {
    strikes = strikes.where('is_silent', '=', false);
    steps = steps.where('is_silent', '=', false);
  }
  const [struck, stepped] = await Promise.all([
    strikes.orderBy('at', 'desc').limit(limit).execute(),
    steps.orderBy('started_at', 'desc').limit(limit).execute(),
  ]);
  return {
    subject,
    cases: cases.map((row) => caseFromRow(row, now)),
    strikes: struck.map(({ verdict, ...strike }) => ({ verdict: verdict as VerdictId, ...strike })),
    steps: stepped.map(stepFromRow),
  };
}

/** The pseudonym, and what the same account was called under the key before, or is under the key since. */
async function namesOf(db: Kysely<Tables>, tenant: string, subject: string): Promise<string[]> {
  const rows = await db
    .selectFrom('strikes')
    .select(['account', 'account_before'])
    .where('tenant', '=', tenant)
    .where('account_before', 'is not', null)
    .where(({ or, eb }) => or([eb('account', '=', subject), eb('account_before', '=', subject)]))
    .limit(20)
    .execute();
  return [...new Set([subject, ...rows.flatMap((row) => [row.account, row.account_before])])].filter(
    (name) => name !== null,
  );
}
