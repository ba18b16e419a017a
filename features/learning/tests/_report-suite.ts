import { FeedbackRecord, newId, type Store, TenantId, type VerdictId } from '@tyrian/contracts';
import { shareOf } from '@tyrian/guard';
import { expect, it } from 'vitest';
import { createLearning, type GivenFeedback, reportFeedback } from '../src/index.js';
import { recordOf } from './_verdicts.js';

const HOUR = 3_600_000;
/** Long before anything else that a test makes. */
const START = Date.UTC(2020, 0, 1);
const TENANT = TenantId.parse('counted');
const OTHER = TenantId.parse('other');

/** What is counted of what people say. */
export function reportSuite(open: () => Store): void {
  let time = START;
  const verdicts: Record<string, VerdictId[]> = { a: [], none: [], other: [], newer: [] };
  const scope = { tenant: TENANT, since: START, until: START + 100 * HOUR };

  it('says nothing where nothing was said, and looks at no record for it', async () => {
    const store = open();
    const looked: number[] = [];
    expect(await reportFeedback(store, scope, (records) => looked.push(records))).toEqual({
      ...scope,
      records: 0,
      unreadable: 0,
      rows: [],
    });
    expect(looked).toEqual([]);
  });

  it('counts opinions that stand as a share of what the rule decided in that time', async () => {
    const store = open();
    const made = (name: string, decided: Omit<Parameters<typeof recordOf>[0], 'at'>, count: number) =>
      Array.from({ length: count }, () => {
        const { verdict, record } = recordOf({ at: ++time, tenant: TENANT, ...decided });
        verdicts[name]?.push(verdict);
        return record;
      });
    const records = [
      ...made('a', { decision: 'refuse', rules: ['a', 'b'] }, 40),
      ...made('', { decision: 'refuse', rules: ['b'] }, 10),
      ...made('none', { decision: 'allow', watching: ['a'] }, 100),
      ...made('other', { decision: 'refuse', rules: ['a'], tenant: OTHER }, 5),
      ...made('newer', { decision: 'refuse', rules: ['a'], version: '2.0.0' }, 2),
    ];
    await store.records.append({ records });

    const learning = createLearning({
      ...store,
      pseudonyms: { account: (_tenant, account) => ({ value: account, keyId: 'pseudonym-1' }) },
      evidenceDays: 180,
      now: () => ++time,
    });
    const say = (at: VerdictId | undefined, says: GivenFeedback['says'], account: string, tenant = TENANT) =>
      learning.take(
        { verdict: at ?? newId('verdict', 0), says, by: 'user', account },
        { keyId: newId('apiKey'), tenant, requestId: 'req_1' },
      );
    for (const account of ['ana', 'ben', 'ana']) await say(verdicts.a?.[0], 'wrong-refusal', account);
    await say(verdicts.a?.[1], 'wrong-refusal', 'ana');
    await say(verdicts.none?.[0], 'wrong-rating', 'ana');
    await say(verdicts.none?.[0], 'wrong-pass', 'ana');
    await say(verdicts.other?.[0], 'wrong-refusal', 'ana', OTHER);
    await say(verdicts.newer?.[0], 'wrong-refusal', 'ana');

    const refusal = { says: 'wrong-refusal', by: 'user', policy: { id: 'test', version: '1.0.0' } };
    const newest = { id: 'test', version: '2.0.0' };
    const report = await reportFeedback(store, scope);
    expect(report).toMatchObject({ records: 152, unreadable: 0 });
    expect(report.rows).toEqual([
      { ...refusal, rule: 'a', count: 3, verdicts: 2, share: shareOf(2, 40) },
      { ...refusal, rule: 'b', count: 3, verdicts: 2, share: shareOf(2, 50) },
      { ...refusal, rule: 'a', policy: newest, count: 1, verdicts: 1, share: shareOf(1, 2) },
      { ...refusal, rule: null, says: 'wrong-pass', count: 1, verdicts: 1, share: shareOf(1, 100) },
    ]);
    const all = await reportFeedback(store, { ...scope, tenant: undefined });
    expect(all.rows[0]).toMatchObject({ rule: 'a', count: 4, share: shareOf(3, 45) });
    const later = await reportFeedback(store, { ...scope, since: time + 1 });
    expect(later.rows).toEqual([]);
  });

  it('has no share above one where what was decided is erased', async () => {
    const store = open();
    const [given] = (await store.records.list({ type: 'feedback.given', tenant: TENANT, limit: 100 }))
      .map(({ payload }) => FeedbackRecord.parse(JSON.parse(payload ?? 'null')))
      .filter(({ policy }) => policy.version === '2.0.0');
    const newer = await Promise.all((verdicts.newer ?? []).map((one) => store.records.findVerdict(TENANT, one)));
    expect(given?.verdict).toBe(verdicts.newer?.[0]);
    await store.records.erase(
      newer.flatMap((one) => one?.id ?? []),
      'asked for by the account',
    );
    const report = await reportFeedback(store, scope);
    expect(report.unreadable).toBe(2);
    expect(report.rows.find(({ policy }) => policy.version === '2.0.0')?.share).toEqual(shareOf(1, 1));
  });
}
