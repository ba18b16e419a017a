import { FeedbackRecord, type NewFeedback, type NewRecord, newId, type Store, TenantId } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { type Engine, freshStore } from './harness.js';
import { newEvidence, newRecord, TENANT, tick } from './things.js';

const OTHER = TenantId.parse('other');
const POLICY = { id: 'test', version: '1.0.0', hash: 'a', mode: 'enforce' } as const;
const subject = { value: 'pseudo-ana', keyId: 'pseudonym-1' };

type About = Partial<NewFeedback['record']>;

function said(about: About, more: Partial<NewFeedback> = {}): NewFeedback {
  const at = tick();
  const record = {
    feedback: newId('feedback', at),
    verdict: newId('verdict', at),
    generation: newId('generation', at),
    judgement: newId('record', at),
    judgedAt: at,
    says: 'wrong-pass' as const,
    by: 'user' as const,
    key: newId('apiKey', at),
    stage: 'input' as const,
    decision: 'allow' as const,
    policy: POLICY,
    rules: ['test.rule'],
    ...about,
  };
  const judged = { isChildSafety: false, hazards: [], subject: undefined };
  return { tenant: TENANT, at, reporter: subject.value, subject, record, about: judged, hasText: false, ...more };
}

/** The same opinion again, as another request would bring it. */
function again({ record, ...given }: NewFeedback, about: About = {}, more: Partial<NewFeedback> = {}): NewFeedback {
  const at = tick();
  return { ...given, at, record: { ...record, feedback: newId('feedback', at), ...about }, ...more };
}

/** What people say about verdicts, on whatever engine; `isShared` where several processes may have the database open. */
export function feedbackSuite(openEngine: () => Promise<Engine>, isShared: boolean): void {
  let engine: Engine;
  let store: Store;
  let database: Database;

  beforeAll(async () => {
    engine = await openEngine();
    ({ store, database } = await freshStore(engine));
  });
  afterAll(() => store.close());

  /** Oldest first. */
  async function recordsOf({ record: { verdict } }: NewFeedback) {
    const all = await store.records.list({ type: 'feedback.given', limit: 1_000 });
    return all
      .flatMap(({ payload, ...one }) =>
        payload === null ? [] : [{ ...one, payload: FeedbackRecord.parse(JSON.parse(payload)) }],
      )
      .filter(({ payload }) => payload.verdict === verdict)
      .reverse();
  }

  describe('an opinion', () => {
    it('is kept with its record and what is sealed with it, or not at all', async () => {
      const evidence = newEvidence({ kind: 'feedback' });
      const given = said({}, { evidence, hasText: true });
      expect(await store.feedback.give(given)).toEqual({ id: given.record.feedback, hasText: true });
      const [record, ...more] = await recordsOf(given);
      expect(more).toEqual([]);
      expect(record).toMatchObject({ tenant: TENANT, at: given.at, subject });
      expect(record?.payload).toEqual({ ...given.record, evidence: evidence.id });
      expect(await store.vault.find(evidence.id)).toMatchObject({ kind: 'feedback', verdict: evidence.verdict });

      const twice = said({}, { evidence, hasText: true });
      await expect(store.feedback.give(twice)).rejects.toThrow();
      expect(await recordsOf(twice)).toEqual([]);
      expect(await store.feedback.give(again(twice, {}, { evidence: undefined, hasText: false }))).toMatchObject({
        hasText: false,
      });
    });

    it('is told as an event when three call a refusal wrong, once, with what was sealed of it', async () => {
      const sealed = newEvidence({ kind: 'refusal' });
      await store.records.append({ evidence: [sealed] });
      const about = { isChildSafety: false, hazards: ['S2' as const], subject: 'judged' };
      const wrong = { says: 'wrong-refusal' as const, decision: 'refuse' as const, verdict: sealed.verdict };
      const first = said(wrong, { about });
      const told: unknown[] = [];
      const deliver = () => store.outbox.deliver(100, async (event) => void told.push(event));
      await deliver();
      told.length = 0;
      await store.feedback.give(first);
      await store.feedback.give(again(first));
      await store.feedback.give(again(first, {}, { reporter: 'second' }));
      await store.feedback.give(again(first, { says: 'wrong-rating', rating: 'teen' }, { reporter: 'fourth' }));
      await deliver();
      expect(told).toEqual([]);
      const third = again(first, {}, { reporter: 'third' });
      await store.feedback.give(third);
      await store.feedback.give(again(first, {}, { reporter: 'fifth' }));
      await deliver();
      expect(told).toEqual([
        {
          ...{ type: 'verdict.disputed', tenant: TENANT, verdict: sealed.verdict, evidence: sealed.id, at: third.at },
          ...{ rules: ['test.rule'], isChildSafety: false, hazards: ['S2'], subject: 'judged' },
        },
      ]);
    });

    it('is kept once, however often the same reporter gives it', async () => {
      const first = said({ says: 'wrong-rating', rating: 'teen' });
      const { id } = await store.feedback.give(first);
      const all = await Promise.all(Array.from({ length: 5 }, () => store.feedback.give(again(first))));
      expect(new Set(all.map((one) => one.id))).toEqual(new Set([id]));
      expect(await recordsOf(first)).toHaveLength(1);
    });

    it('takes the place of the one before, and both stay in the record', async () => {
      const first = said({ says: 'wrong-rating', rating: 'teen' });
      const { id } = await store.feedback.give(first);
      const other = await store.feedback.give(again(first, { rating: 'mature' }));
      expect(other.id).not.toBe(id);
      const records = await recordsOf(first);
      expect(records.map(({ payload }) => [payload.rating, payload.replaces])).toEqual([
        ['teen', undefined],
        ['mature', id],
      ]);
      expect(await store.feedback.give(again(first, { rating: 'mature' }))).toEqual(other);
    });

    it('brings its text later under the same id, and keeps it whatever is said then', async () => {
      const first = said({});
      const { id } = await store.feedback.give(first);
      const [note, text] = [newEvidence({ kind: 'feedback' }), newEvidence({ kind: 'feedback' })];
      expect(await store.feedback.give(again(first, {}, { evidence: note }))).toEqual({ id, hasText: false });
      expect(await store.feedback.give(again(first, {}, { evidence: text, hasText: true }))).toEqual({
        id,
        hasText: true,
      });
      const late = newEvidence({ kind: 'feedback' });
      expect(await store.feedback.give(again(first, {}, { evidence: late, hasText: true }))).toEqual({
        id,
        hasText: true,
      });
      expect(await store.vault.find(late.id)).toBeUndefined();
      expect((await recordsOf(first)).map(({ payload }) => [payload.feedback, payload.evidence])).toEqual([
        [id, undefined],
        [id, note.id],
        [id, text.id],
      ]);
      expect(await store.feedback.give(again(first, { says: 'wrong-rating' }))).toMatchObject({ hasText: true });
    });

    it('stands beside those of other reporters, and of the platform', async () => {
      const first = said({});
      const { id } = await store.feedback.give(first);
      const others = [
        again(first, {}, { reporter: 'pseudo-ben' }),
        again(first, { by: 'platform' }),
        again(first, {}, { tenant: OTHER }),
      ];
      const ids = await Promise.all(others.map((one) => store.feedback.give(one)));
      expect(new Set([id, ...ids.map((one) => one.id)]).size).toBe(4);
    });

    it('goes with its record when that is erased', async () => {
      const given = said({});
      const { id } = await store.feedback.give(given);
      const [record] = await recordsOf(given);
      expect(await store.records.erase(record ? [record.id] : [], 'asked for by the account')).toBe(1);
      const { verdict } = given.record;
      expect(await database.db.selectFrom('feedback').select('id').where('verdict', '=', verdict).execute()).toEqual(
        [],
      );
      expect((await store.feedback.give(again(given))).id).not.toBe(id);
      expect(await store.audit.verify()).toMatchObject({ intact: true });
    });

    it.runIf(isShared)('is kept once also when two processes bring it at once', async () => {
      const other = await createStore(await engine.again(database), { keys: memoryKeys(), clock: tick });
      const first = said({});
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? store : other).feedback.give(again(first))),
      );
      expect(new Set(all.map((one) => one.id)).size).toBe(1);
      expect(await recordsOf(first)).toHaveLength(1);
      await other.close();
    });
  });

  describe('counts', () => {
    it('are of what stands, by rule, saying, speaker and version, for the time of the verdicts', async () => {
      const tenant = TenantId.parse('counted');
      const since = tick();
      const verdict = newId('verdict', since);
      const first = said({ verdict, rules: ['a', 'b'] }, { tenant });
      const newer = { ...POLICY, version: '2.0.0' };
      await store.feedback.give(first);
      await store.feedback.give(again(first, {}, { reporter: 'pseudo-ben' }));
      await store.feedback.give(said({ rules: ['a'] }, { tenant }));
      await store.feedback.give(said({ rules: ['a'], policy: newer }, { tenant }));
      const changed = said({ rules: [], says: 'wrong-pass', by: 'platform' }, { tenant });
      await store.feedback.give(changed);
      await store.feedback.give(again(changed, { says: 'wrong-rating' }));
      const counted = { policy: { id: 'test', version: '1.0.0' }, says: 'wrong-pass', by: 'user' } as const;
      const last = { ...counted, says: 'wrong-rating', by: 'platform', rule: null, count: 1, verdicts: 1 };
      const until = tick();
      expect(await store.feedback.count({ tenant, since, until })).toEqual([
        { ...counted, rule: 'a', count: 3, verdicts: 2 },
        { ...counted, rule: 'b', count: 2, verdicts: 1 },
        { ...counted, rule: 'a', policy: { id: 'test', version: '2.0.0' }, count: 1, verdicts: 1 },
        last,
      ]);
      expect(await store.feedback.count({ tenant, since: changed.record.judgedAt, until })).toEqual([last]);
      expect(await store.feedback.count({ tenant, since, until: first.record.judgedAt })).toEqual([]);
      expect((await store.feedback.count({ since, until })).length).toBeGreaterThanOrEqual(4);
    });
  });

  describe('the record of a verdict', () => {
    const judged = (at: number, verdict = newId('verdict', at)): NewRecord =>
      newRecord({ id: newId('record', at), at, payload: { verdict, n: at } });

    it('is found among many, of its own tenant only', async () => {
      const at = tick();
      const verdict = newId('verdict', at);
      const crowd = Array.from({ length: 2_100 }, () => judged(at));
      const late = judged(at + 20_000, verdict);
      await store.records.append({ records: crowd });
      await store.records.append({ records: [late] });
      expect(await store.records.findVerdict(TENANT, verdict)).toEqual({
        id: late.id,
        type: 'generation.input',
        at: late.at,
        tenant: TENANT,
        subject: null,
        payload: JSON.stringify(late.payload),
      });
      expect(await store.records.findVerdict(OTHER, verdict)).toBeUndefined();
      expect(await store.records.findVerdict(TENANT, newId('verdict', at))).toBeUndefined();
    });

    it('is none that only names the verdict, or quotes it, or is erased', async () => {
      const at = tick();
      const verdict = newId('verdict', at);
      const quoting = newRecord({ payload: { quoted: `"verdict":"${verdict}"` } });
      const about = newRecord({ type: 'feedback.given', payload: { verdict } });
      const record = newRecord({ payload: { verdict } });
      await store.records.append({ records: [quoting, about] });
      expect(await store.records.findVerdict(TENANT, verdict)).toBeUndefined();
      await store.records.append({ records: [record] });
      expect((await store.records.findVerdict(TENANT, verdict))?.id).toBe(record.id);
      await store.records.erase([record.id], 'asked for by the account');
      expect(await store.records.findVerdict(TENANT, verdict)).toBeUndefined();
    });
  });
}
