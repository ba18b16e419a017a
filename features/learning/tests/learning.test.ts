import { FeedbackRecord, newId, type Store, TenantId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLearning, type GivenFeedback, type Learning, type LearningOptions } from '../src/index.js';
import { reportSuite } from './_report-suite.js';
import { recordOf, refusalOf, TENANT } from './_verdicts.js';

const DAY = 24 * 3_600_000;
const reporter = { keyId: newId('apiKey'), tenant: TENANT, requestId: 'req_1' };
const GENEROUS = { key: { count: 1_000, perMs: 1 }, account: { count: 1_000, perMs: 1 } };

let store: Store;
let learning: Learning;
let time = Date.now();
const now = () => ++time;

function open(more: Partial<LearningOptions> = {}): Learning {
  return createLearning({
    ...store,
    pseudonyms: {
      account: (tenant, account) => ({ value: `${tenant}-${[...account].reverse().join('')}`, keyId: 'pseudonym-1' }),
    },
    evidenceDays: 180,
    jurisdiction: 'DE',
    now,
    limits: GENEROUS,
    ...more,
  });
}

beforeAll(async () => {
  store = await openStore({ database: { kind: 'embedded-memory' }, keys: memoryKeys(), clock: now });
  learning = open();
});
afterAll(() => store.close());

async function decide(decided: Omit<Parameters<typeof recordOf>[0], 'at'>) {
  const at = now();
  const { verdict, record } = recordOf({ at, ...decided });
  const evidence = decided.decision === 'refuse' ? [refusalOf(verdict, at)] : [];
  await store.records.append({ records: [record], evidence });
  return { verdict, record };
}

async function lastRecord() {
  const [last] = await store.records.list({ type: 'feedback.given', limit: 1 });
  return { ...last, payload: FeedbackRecord.parse(JSON.parse(last?.payload ?? 'null')) };
}

const user = (verdict: GivenFeedback['verdict'], more: Partial<GivenFeedback> = {}): GivenFeedback => ({
  verdict,
  says: 'wrong-refusal',
  by: 'user',
  account: 'ana',
  ...more,
});

describe('feedback on a refusal', () => {
  it('is kept with the rules that decided, under a pseudonym, and says that the text is sealed', async () => {
    const { verdict, record } = await decide({
      decision: 'refuse',
      rules: ['r.one', 'r.one', 'r.two'],
      watching: ['w'],
    });
    const taken = await learning.take(user(verdict), reporter);
    expect(taken).toEqual({ id: expect.stringMatching(/^fbk_/), verdict, sealed: true });
    expect(await lastRecord()).toMatchObject({
      tenant: TENANT,
      subject: { value: 'acme-ana', keyId: 'pseudonym-1' },
      payload: {
        feedback: taken.id,
        judgement: record.id,
        judgedAt: record.at,
        says: 'wrong-refusal',
        by: 'user',
        key: reporter.keyId,
        decision: 'refuse',
        policy: { id: 'test', version: '1.0.0' },
        rules: ['r.one', 'r.two'],
      },
    });
  });

  it('counts for what the policy had decided, where a release or a cap made it another', async () => {
    const { verdict } = await decide({ decision: 'refuse', judged: 'hold', rules: ['r.hold'] });
    await learning.take(user(verdict), reporter);
    expect((await lastRecord()).payload.rules).toEqual(['r.hold']);
  });

  it('has no text to look at where it was only repaired, or where the evidence is gone', async () => {
    const { verdict } = await decide({ decision: 'repair', rules: ['r.repair'] });
    expect(await learning.take(user(verdict), reporter)).toMatchObject({ sealed: false });
    const refused = await decide({ decision: 'refuse' });
    await store.vault.expire(time + 1e10);
    expect(await learning.take(user(refused.verdict), reporter)).toMatchObject({ sealed: false });
  });

  it('is answered alike whatever it was refused for', async () => {
    const answers = [];
    for (const rule of ['child-safety', 'injection', 'r.one']) {
      const { verdict } = await decide({ decision: 'refuse', rules: [rule] });
      const taken = await learning.take(user(verdict, { note: 'why?' }), reporter);
      answers.push({ ...taken, id: taken.id.length, verdict: taken.verdict === verdict });
      expect((await lastRecord()).payload.rules).toEqual([rule]);
    }
    expect(answers).toEqual(Array(3).fill({ id: 29, verdict: true, sealed: true }));
  });

  it('does not take its own note for the text', async () => {
    const { verdict } = await decide({ decision: 'repair' });
    expect(await learning.take(user(verdict, { note: 'zorblax' }), reporter)).toMatchObject({ sealed: false });
  });
});

describe('feedback on what passed', () => {
  it('seals the text and the note in time, and keeps no word and no account in clear', async () => {
    const { verdict } = await decide({ decision: 'allow' });
    const given = user(verdict, {
      says: 'wrong-pass',
      account: 'ana-quibnark',
      note: 'zorblax note',
      generation: { prompt: 'zorblax prompt', output: 'zorblax output' },
    });
    expect(await learning.take(given, reporter)).toMatchObject({ sealed: true });
    const { payload, ...rest } = await lastRecord();
    expect(JSON.stringify([payload, rest])).not.toMatch(/zorblax|quibnark/);
    const evidence = payload.evidence && (await store.vault.find(payload.evidence));
    expect(evidence).toMatchObject({ kind: 'feedback', verdict, jurisdiction: 'DE', tenant: TENANT });
    expect((evidence?.expiresAt ?? 0) - (evidence?.at ?? 0)).toBe(180 * DAY);
    expect(await store.vault.findByVerdict(TENANT, verdict, ['refusal', 'hold'])).toBeUndefined();
    await learning.take({ ...given, generation: { prompt: 'x'.repeat(100_000) } }, reporter);
    expect((await lastRecord()).payload.evidence).toBe(payload.evidence);
  });

  it('says so where no text came along', async () => {
    const { verdict } = await decide({ decision: 'allow', watching: ['w'] });
    const given = user(verdict, { says: 'wrong-pass' });
    const first = await learning.take(given, reporter);
    expect(first.sealed).toBe(false);
    expect((await lastRecord()).payload).toMatchObject({ rules: [], decision: 'allow' });
    expect(await learning.take({ ...given, generation: { output: 'zorblax' } }, reporter)).toEqual({
      ...first,
      sealed: true,
    });
  });

  it('stands apart for each account, and as one for all of a key that name none', async () => {
    const { verdict } = await decide({ decision: 'allow' });
    const given = user(verdict, { says: 'wrong-rating', rating: 'teen' });
    const { account: _, ...nameless } = given;
    const ids = [];
    for (const one of [given, { ...given, account: 'benny' }, nameless, nameless])
      ids.push((await learning.take(one, reporter)).id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe(ids[3]);
    expect((await lastRecord()).subject).toBeNull();
  });
});

describe('what does not fit', () => {
  it.each([
    ['allow', 'wrong-refusal'],
    ['repair', 'wrong-pass'],
    ['hold', 'wrong-pass'],
    ['refuse', 'wrong-pass'],
  ] as const)('is that something with the decision %s was a %s', async (decision, says) => {
    const { verdict } = await decide({ decision });
    const before = await store.records.list({ type: 'feedback.given', limit: 1 });
    await expect(learning.take(user(verdict, { says }), reporter)).rejects.toMatchObject({
      code: 'FEEDBACK_UNFIT',
      status: 409,
    });
    expect(await store.records.list({ type: 'feedback.given', limit: 1 })).toEqual(before);
  });

  it('is a wrong refusal of what a rule only watched', async () => {
    const { verdict } = await decide({ decision: 'allow', watching: ['w'] });
    await expect(learning.take(user(verdict), reporter)).rejects.toMatchObject({ code: 'FEEDBACK_UNFIT' });
  });
});

describe('a verdict that there is not', () => {
  it('is told in the same words whoever it belongs to', async () => {
    const { verdict } = await decide({ decision: 'refuse', tenant: TenantId.parse('other') });
    const messages = [];
    for (const id of [verdict, newId('verdict', time), newId('verdict', time + DAY), 'zorblax', newId('record')]) {
      const fault = await learning.take(user(id as typeof verdict), reporter).catch((error: unknown) => error);
      expect(fault).toMatchObject({ code: 'NOT_FOUND', status: 404 });
      messages.push(String(fault));
    }
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).not.toContain('zorblax');
  });

  it('is told like one that there is once both are too old', async () => {
    const { verdict } = await decide({ decision: 'refuse' });
    const made = newId('verdict', time);
    const late = open({ now: () => time + 90 * DAY + 10 });
    for (const id of [verdict, made])
      await expect(late.take(user(id), reporter)).rejects.toMatchObject({ code: 'FEEDBACK_TOO_LATE', status: 409 });
    const inTime = open({ now: () => time + 89 * DAY });
    expect(await inTime.take(user(verdict), reporter)).toMatchObject({ verdict });
  });
});

describe('too much', () => {
  it('is refused by key and by account, before anything is looked up, with the time to wait', async () => {
    const { verdict } = await decide({ decision: 'refuse' });
    const key = { count: 4, perMs: 60_000 };
    const limited = open({ limits: { key, account: { count: 2, perMs: 3_600_000 } } });
    const made = newId('verdict', time);
    await expect(limited.take(user(made), reporter)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await limited.take(user(verdict), reporter);
    await expect(limited.take(user(verdict), reporter)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
      retryAfter: 1_800,
      message: expect.stringContaining('account'),
    });
    await limited.take(user(verdict, { account: 'benny' }), reporter);
    await expect(limited.take(user(verdict, { account: 'cem' }), reporter)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: 15,
      message: expect.stringContaining('key'),
    });
    const other = { ...reporter, keyId: newId('apiKey') };
    expect(await limited.take(user(verdict, { account: 'cem' }), other)).toMatchObject({ verdict });
  });
});

describe('the report', () => reportSuite(() => store));
