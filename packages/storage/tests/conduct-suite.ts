import {
  type CaseId,
  type Event,
  type NewConductStep,
  newId,
  type Store,
  type Strike,
  TenantId,
} from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { type Engine, freshStore } from './harness.js';
import { lead, newCase, newRecord, resolved, TENANT, tick } from './things.js';

const HOUR = 3_600_000;
let accounts = 0;
const newAccount = () => ({ value: `pseudo-${accounts++}`, keyId: 'pseudonym-1' });

function newStrike(fields: Partial<Strike> = {}): Strike {
  const at = tick();
  return {
    verdict: newId('verdict', at),
    generation: newId('generation', at),
    tenant: TENANT,
    at,
    decision: 'refuse',
    weight: 1,
    isSilent: false,
    rule: 'test.rule',
    key: newId('apiKey', at),
    account: newAccount(),
    address: null,
    range: null,
    likeness: null,
    ...fields,
  };
}

/** Strikes, and the steps that they have led to, on whatever engine; `isShared` where several processes may share it. */
export function conductSuite(openEngine: () => Promise<Engine>, isShared: boolean): void {
  let engine: Engine;
  let store: Store;
  let database: Database;

  beforeAll(async () => {
    engine = await openEngine();
    ({ store, database } = await freshStore(engine));
  });
  afterAll(() => store.close());

  async function strike(fields: Partial<Strike> = {}): Promise<Strike> {
    const struck = newStrike(fields);
    await store.records.append({ records: [newRecord()], strikes: [struck] });
    return struck;
  }
  const windowAt = (now: number) => ({ since: now - HOUR, campaignSince: now - HOUR, campaignAccounts: 3, now });
  const wanted = (of: Strike, more: Partial<NewConductStep> = {}): NewConductStep => ({
    kind: 'account',
    subject: of.account?.value ?? '',
    subjectKey: of.account?.keyId ?? null,
    before: of.account?.before ?? null,
    step: 'suspend',
    isSilent: false,
    until: of.at + HOUR,
    rules: [of.rule],
    opensCase: true,
    ...more,
  });
  const historyOf = async (of: Strike, by = store) => {
    let seen: Parameters<Parameters<Store['conduct']['settle']>[2]> | undefined;
    await by.conduct.settle(of.verdict, windowAt(tick()), (...given) => {
      seen = given;
      return [];
    });
    if (!seen) throw new Error('there is no such strike');
    return { account: seen[0].find(({ kind }) => kind === 'account'), histories: seen[0], campaigns: seen[1] };
  };
  const settle = (of: Strike, steps: NewConductStep[], by = store) =>
    by.conduct.settle(of.verdict, windowAt(tick()), () => steps);
  const openCase = (id: CaseId | null | undefined) =>
    store.cases.open(newCase({ id: id as CaseId, kind: 'conduct', evidence: null, fingerprint: '' }));
  const payloadsOf = async (type: 'conduct.stepped' | 'conduct.lifted' | 'lockdown.started' | 'lockdown.ended') =>
    (await store.records.list({ type, limit: 1_000 })).map(({ payload }) => JSON.parse(payload ?? 'null'));

  describe('a campaign', () => {
    it('is told when it has its size, and not again while its case is open or of that day', async () => {
      const likeness = 'like-zorblax';
      const told: Event[] = [];
      const deliver = () => store.outbox.deliver(100, async (event) => void told.push(event));
      const strikeAgain = async () => settle(await strike({ likeness, rule: 'test.campaign' }), []);
      await strikeAgain();
      await strikeAgain();
      await deliver();
      expect(told).toEqual([]);
      await strikeAgain();
      await deliver();
      expect(told).toMatchObject([
        { type: 'campaign.grown', by: 'content', rule: 'test.campaign', isChildSafety: false },
      ]);
      const [grown] = told;
      if (grown?.type !== 'campaign.grown') throw new Error('nothing has grown');
      const opened = newCase({ kind: 'campaign', fingerprint: grown.common });
      await store.cases.open(opened);
      await store.cases.open(newCase({ kind: 'campaign', fingerprint: grown.common }));
      await strikeAgain();
      await store.cases.decide(opened.id, lead('ana'), resolved('confirm'));
      await strikeAgain();
      await deliver();
      expect(told.filter(({ type }) => type === 'campaign.grown')).toHaveLength(1);
      const cases = await store.cases.list({ limit: 1_000 });
      expect(cases.filter(({ kind }) => kind === 'campaign')).toHaveLength(1);
    });
  });

  describe('strikes', () => {
    it('are stored with their commit, once for a verdict, and counted for each who is named', async () => {
      const account = newAccount();
      const first = await strike({ account, weight: 3 });
      const second = await strike({ account, isSilent: true });
      await store.records.append({ records: [newRecord()], strikes: [first] });
      const { account: found, histories } = await historyOf(second);
      expect(found?.strikes).toMatchObject([
        { at: first.at, weight: 3, isSilent: false, generation: first.generation },
        { at: second.at, isSilent: true },
      ]);
      expect(histories.map(({ kind, strikes }) => [kind, strikes.length])).toEqual([
        ['account', 2],
        ['key', 1],
        ['tenant', 0],
      ]);
      const other = await strike({ account, tenant: TenantId.parse('other') });
      expect((await historyOf(other)).account?.strikes).toHaveLength(1);
    });

    it('are not stored where their record is not', async () => {
      const struck = newStrike();
      const record = newRecord();
      await store.records.append({ records: [record] });
      await expect(store.records.append({ records: [record], strikes: [struck] })).rejects.toThrow();
      await expect(historyOf(struck)).rejects.toThrow('no such strike');
    });

    it('refuses what the database cannot hold', async () => {
      const bad = newStrike({ rule: 'a\u0000b' });
      await expect(store.records.append({ records: [newRecord()], strikes: [bad] })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    });

    it('count under the pseudonym of before a rotation and after it', async () => {
      const old = { value: `${newAccount().value}-old`, keyId: 'pseudonym-1' };
      const after = { value: `${old.value}-new`, keyId: 'pseudonym-2', before: old.value };
      await strike({ account: old });
      const late = await strike({ account: after });
      expect((await historyOf(late)).account?.strikes).toHaveLength(2);
      // A process that has not heard of the rotation yet.
      const lagging = await strike({ account: old });
      expect((await historyOf(lagging)).account?.strikes).toHaveLength(3);
    });

    it('go away with the release of what was held, and with time', async () => {
      const account = newAccount();
      const struck = await strike({ account, decision: 'hold' });
      const held = newCase({ verdict: struck.verdict });
      await store.cases.open(held);
      await store.cases.decide(held.id, lead('ana'), resolved('release'));
      await expect(historyOf(struck)).rejects.toThrow('no such strike');
      const old = await strike({ account });
      expect(await store.conduct.forget(old.at + 1)).toBeGreaterThan(0);
      await expect(historyOf(old)).rejects.toThrow('no such strike');
    });
  });

  describe('steps', () => {
    it('are taken with their record and an event for a case, and lengthened but never shortened', async () => {
      const struck = await strike();
      await store.outbox.deliver(100, async () => undefined);
      const [taken] = await settle(struck, [wanted(struck)]);
      expect(taken).toMatchObject({ kind: 'account', step: 'suspend', verdict: struck.verdict, liftedAt: null });
      const told: object[] = [];
      await store.outbox.deliver(10, async (event) => void told.push(event));
      expect(told).toMatchObject([{ type: 'conduct.stepped', case: taken?.case, step: 'suspend' }]);
      expect(await settle(struck, [wanted(struck), wanted(struck, { until: struck.at + 1 })])).toEqual([]);
      const [longer] = await settle(struck, [wanted(struck, { until: struck.at + 2 * HOUR })]);
      expect(longer).toMatchObject({ id: taken?.id, case: taken?.case, until: struck.at + 2 * HOUR });
      expect((await payloadsOf('conduct.stepped')).filter(({ step }) => step === taken?.id)).toHaveLength(2);
      expect((await historyOf(struck)).account?.steps.map(({ id }) => id)).toEqual([taken?.id]);
      expect(JSON.stringify(await payloadsOf('conduct.stepped'))).not.toContain(struck.account?.value);
    });

    it('are followed by their revision, each change once', async () => {
      const now = tick();
      const before = (await store.conduct.changes(0, now, 1_000)).at(-1)?.revision ?? 0;
      const struck = await strike();
      const [taken] = await settle(struck, [wanted(struck, { step: 'warn', opensCase: false })]);
      const changed = await store.conduct.changes(before, now, 1_000);
      expect(changed).toEqual([taken]);
      expect(await store.conduct.changes(taken?.revision ?? 0, now, 1_000)).toEqual([]);
      const later = struck.at + 2 * HOUR;
      expect((await store.conduct.changes(0, later, 1_000)).map(({ id }) => id)).not.toContain(taken?.id);
    });

    it('are lifted by whoever decides their case, in full, and earlier strikes count no more', async () => {
      const struck = await strike();
      const warn = wanted(struck, { step: 'warn', opensCase: false });
      const silent = wanted(struck, { isSilent: true });
      const steps = await settle(struck, [wanted(struck), warn, silent]);
      const suspended = steps.find(({ step, isSilent }) => step === 'suspend' && !isSilent);
      await openCase(suspended?.case);
      const decide = (decision: 'lift' | 'release') =>
        store.cases.decide(suspended?.case as CaseId, lead('ana'), resolved(decision));
      await expect(decide('release')).rejects.toMatchObject({ code: 'CASE_DECISION_UNFIT' });
      expect(await decide('lift')).toMatchObject({ status: 'decided', decision: 'lift' });
      const { account } = await historyOf(struck);
      expect(account?.strikes).toEqual([]);
      // Child safety is decided apart.
      expect(account?.steps.map(({ isSilent }) => isSilent)).toEqual([true]);
      const lifted = (await payloadsOf('conduct.lifted')).filter(({ by }) => by === 'ana');
      expect(lifted.map(({ name }) => name).sort()).toEqual(['suspend', 'warn']);
      const changed = await store.conduct.changes((suspended?.revision ?? 0) + 2, tick(), 10);
      expect(changed.map(({ step, liftedAt }) => [step, liftedAt !== null])).toEqual([
        ['suspend', true],
        ['warn', true],
      ]);
      const again = await strike({ account: struck.account });
      expect((await historyOf(again)).account?.strikes).toHaveLength(1);
    });

    it('leave the case of what was held its own', async () => {
      const struck = await strike({ decision: 'hold' });
      const held = newCase({ verdict: struck.verdict });
      await store.cases.open(held);
      const [taken] = await settle(struck, [wanted(struck, { step: 'hold' })]);
      await store.cases.open(newCase({ id: taken?.case as CaseId, kind: 'conduct', verdict: struck.verdict }));
      expect((await store.cases.findByVerdict(struck.verdict))?.id).toBe(held.id);
      expect((await store.cases.find(taken?.case as CaseId))?.kind).toBe('conduct');
    });

    it('of a lockdown end on record by themselves, once', async () => {
      const struck = await strike();
      const lockdown = wanted(struck, { kind: 'tenant', subject: TENANT, subjectKey: null, step: 'lockdown' });
      const [taken] = await settle(struck, [lockdown]);
      expect((await payloadsOf('lockdown.started')).map(({ step }) => step)).toEqual([taken?.id]);
      expect(await store.conduct.endLockdowns(struck.at + HOUR - 1)).toBe(0);
      expect(await store.conduct.endLockdowns(struck.at + HOUR)).toBe(1);
      expect(await store.conduct.endLockdowns(struck.at + HOUR)).toBe(0);
      expect((await payloadsOf('lockdown.ended')).map(({ step }) => step)).toEqual([taken?.id]);
      const told: object[] = [];
      await store.outbox.deliver(100, async (event) => void told.push(event));
      expect(told).toContainEqual(expect.objectContaining({ type: 'alarm.raised', alarm: 'lockdown', tenant: TENANT }));
    });
  });

  describe('campaigns', () => {
    it('are one rule with alike content, or from one range, by several accounts', async () => {
      const [likeness, range] = [`like-${tick()}`, `range-${tick()}`];
      const strikes = [
        await strike({ likeness, range }),
        await strike({ likeness, decision: 'hold' }),
        await strike({ likeness, rule: 'test.other' }),
        await strike({ range }),
        await strike({ range }),
      ];
      const [first, second] = strikes;
      const found = await store.conduct.campaigns({ tenant: TENANT, since: first?.at ?? 0, limit: 10 });
      expect(found).toEqual([
        { ...(found[0] ?? {}), by: 'range', rule: 'test.rule', accounts: 3, verdicts: 3, refusedShare: 1 },
        { ...(found[1] ?? {}), by: 'content', accounts: 2, firstAt: first?.at, lastAt: second?.at, refusedShare: 0.5 },
      ]);
      const { campaigns } = await historyOf(first as Strike);
      expect(campaigns.map(({ by, accounts }) => [by, accounts])).toEqual([
        ['content', 2],
        ['range', 3],
      ]);
      expect(await store.conduct.campaigns({ tenant: TenantId.parse('nobody'), since: 0, limit: 10 })).toEqual([]);
    });
  });

  it.runIf(isShared)('lets two processes settle one account one after another', async () => {
    const other = await createStore(await engine.again(database), { keys: memoryKeys(), clock: tick });
    const account = newAccount();
    const strikes = [await strike({ account }), await strike({ account })];
    const taken = await Promise.all(
      strikes.map((struck, index) => {
        const until = strikes[0]?.at ?? 0;
        return settle(struck, [wanted(struck, { until: until + HOUR })], index === 0 ? store : other);
      }),
    );
    expect(taken.map(({ length }) => length).sort()).toEqual([0, 1]);
    expect((await historyOf(strikes[0] as Strike, other)).account?.steps).toHaveLength(1);
    const seen = await other.conduct.changes(0, tick(), 1_000);
    expect(seen.filter(({ subject }) => subject === account.value)).toHaveLength(1);
    await other.close();
  });
}
