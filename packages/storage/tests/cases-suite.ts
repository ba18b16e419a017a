import { type Case, type CaseWorker, newId, type Scope, type Store, TenantId } from '@tyrian/contracts';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../src/database/database.js';
import { type Engine, freshStore } from './harness.js';
import { lead, newCase, newRecord, resolved, TENANT } from './things.js';

const MINUTE = 60_000;
const ALL: Scope = { tenant: null, childSafety: true };
const OTHER = TenantId.parse('other');

/** Cases as a team works through them, on whatever engine. */
export function casesSuite(openEngine: () => Promise<Engine>): void {
  let engine: Engine;
  let store: Store;
  let database: Database;
  let now = 0;

  beforeEach(async () => {
    await store?.close();
    engine = await openEngine();
    now = 1_800_000_000_000;
    ({ store, database } = await freshStore(engine, { clock: () => now }));
  });
  afterAll(() => store.close());

  const as = (by: string, more: Partial<CaseWorker> = {}): CaseWorker => ({
    ...{ by, at: now, isLead: false, scope: { tenant: null, childSafety: false } },
    ...more,
  });
  const next = (worker: CaseWorker, more: { queue?: string; languages?: string[] } = {}) =>
    store.cases.takeNext(worker, { queue: undefined, languages: [], until: worker.at + 10 * MINUTE, ...more });
  async function open(fields: Partial<Case> = {}): Promise<Case> {
    const at = now++;
    const opened = newCase({ id: newId('case', at), openedAt: at, expiresAt: at + 1_000 * MINUTE, ...fields });
    await store.cases.open(opened);
    return opened;
  }
  const idsOf = (cases: readonly Case[]) => cases.map(({ id }) => id);
  const typesOf = async ({ id }: Case) => (await store.cases.events(id)).map(({ type }) => type);
  const records = async (type: 'case.undone' | 'case.moved' | 'case.escalated' | 'case.decided') =>
    (await store.records.list({ type, limit: 1_000 })).map(({ payload }) => JSON.parse(payload ?? 'null'));

  describe('a queue', () => {
    it('comes by priority, then by the time that is left, page by page, over all queues', async () => {
      const opened: Case[] = [];
      for (let number = 0; number < 23; number++)
        opened.push(
          await open({
            queue: ['general', 'urgent', 'german'][number % 3] as string,
            priority: [50, 80, 50][number % 3] as number,
            dueAt: number % 4 === 0 ? now + 100_000 - number * 1_000 : null,
            isChildSafety: number % 5 === 0,
          }),
        );
      const urgentAt = ({ dueAt, expiresAt }: Case) => Math.min(dueAt ?? expiresAt, expiresAt);
      const expected = opened.toSorted(
        (a, b) => b.priority - a.priority || urgentAt(a) - urgentAt(b) || (a.id < b.id ? -1 : 1),
      );
      const seen: Case[] = [];
      for (let after: Parameters<Store['cases']['page']>[0]['after']; ; ) {
        const page = await store.cases.page({ scope: ALL, now, after, limit: 5 });
        seen.push(...page.cases);
        if (!page.next) break;
        after = page.next;
      }
      expect(idsOf(seen)).toEqual(idsOf(expected));
      const german = await store.cases.page({ scope: ALL, now, queue: 'german', limit: 100 });
      expect(idsOf(german.cases)).toEqual(idsOf(expected.filter(({ queue }) => queue === 'german')));
    });

    it('shows, counts and finds only what is within the scope', async () => {
      const plain = await open();
      const child = await open({ isChildSafety: true, queue: 'child-safety', priority: 100 });
      const theirs = await open({ tenant: OTHER });
      const scopes: [Scope, Case[]][] = [
        [ALL, [child, plain, theirs]],
        [{ tenant: null, childSafety: false }, [plain, theirs]],
        [{ tenant: TENANT, childSafety: true }, [child, plain]],
        [{ tenant: OTHER, childSafety: false }, [theirs]],
      ];
      for (const [scope, expected] of scopes) {
        expect(idsOf((await store.cases.page({ scope, now, limit: 9 })).cases)).toEqual(idsOf(expected));
        const counts = await store.cases.counts(scope, now);
        expect(counts.reduce((sum, { open: count }) => sum + count, 0)).toBe(expected.length);
        expect(await store.cases.oldestAt(scope)).toBe(Math.min(...expected.map(({ openedAt }) => openedAt)));
        expect(new Set(idsOf(await store.cases.list({ scope, limit: 9 })))).toEqual(new Set(idsOf(expected)));
        for (const one of [plain, child, theirs])
          expect((await store.cases.find(one.id, scope))?.id).toBe(expected.includes(one) ? one.id : undefined);
      }
      const blind = as('ana');
      for (const refused of [
        store.cases.take(child.id, blind, now + 1),
        store.cases.act(child.id, blind, { type: 'commented', text: 'x' }),
        store.cases.decide(child.id, blind, resolved('refuse')),
      ])
        await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('tells what is free, taken and escalated', async () => {
      const [free, taken, escalated] = [await open(), await open(), await open()];
      await store.cases.take(taken.id, as('ana'), now + MINUTE);
      await store.cases.act(escalated.id, lead('kim', now), { type: 'escalated', why: 'hard' });
      const shown = async (state: 'free' | 'taken' | 'escalated') =>
        idsOf((await store.cases.page({ scope: ALL, now, state, limit: 9 })).cases);
      expect([await shown('free'), await shown('taken'), await shown('escalated')]).toEqual([
        [free.id],
        [taken.id],
        [escalated.id],
      ]);
      expect(await store.cases.counts(ALL, now)).toEqual([
        { queue: 'general', open: 3, isMore: false, taken: 1, escalated: 1 },
      ]);
    });
  });

  describe('a lease', () => {
    it('is one person’s, ends by itself, and comes back to whoever holds it', async () => {
      const [first, second] = [await open({ priority: 90 }), await open()];
      expect((await next(as('ana')))?.id).toBe(first.id);
      expect((await next(as('ana')))?.id).toBe(first.id);
      expect((await next(as('ben')))?.id).toBe(second.id);
      expect(await next(as('cleo'))).toBeUndefined();
      await expect(store.cases.take(first.id, as('cleo'), now + 1)).rejects.toMatchObject({ code: 'CASE_TAKEN' });
      now += 10 * MINUTE;
      expect((await store.cases.find(first.id))?.lease).toBeNull();
      await expect(store.cases.decide(first.id, as('ana'), resolved('refuse'))).rejects.toMatchObject({
        code: 'CASE_NOT_HELD',
      });
      expect((await next(as('cleo')))?.id).toBe(first.id);
      await expect(
        store.cases.act(first.id, as('ana'), { type: 'renewed', until: now + MINUTE }),
      ).rejects.toMatchObject({ code: 'CASE_NOT_HELD' });
    });

    it('is taken over by whoever leads, and let go of by both', async () => {
      const one = await open();
      await next(as('ana'));
      expect((await store.cases.take(one.id, lead('kim', now), now + MINUTE)).lease?.by).toBe('kim');
      await expect(store.cases.act(one.id, as('ana'), { type: 'handed-back' })).rejects.toMatchObject({
        code: 'CASE_NOT_HELD',
      });
      expect((await store.cases.act(one.id, as('kim'), { type: 'handed-back' })).lease).toBeNull();
      const events = await store.cases.events(one.id);
      expect(events.find(({ type, by }) => type === 'taken' && by === 'kim')?.details).toMatchObject({ from: 'ana' });
    });

    it('is not given again for what somebody skipped, nor for a language that they do not read', async () => {
      const [german, plain] = [await open({ language: 'de', priority: 90 }), await open()];
      expect((await next(as('ana'), { languages: ['en'] }))?.id).toBe(plain.id);
      await store.cases.act(plain.id, as('ana'), { type: 'skipped', why: 'I know them' });
      expect(await next(as('ana'), { languages: ['en'] })).toBeUndefined();
      expect((await next(as('ben'), { languages: ['en'] }))?.id).toBe(plain.id);
      expect((await next(as('ana'), { languages: ['en', 'de'] }))?.id).toBe(german.id);
    });
  });

  describe('what is done with a case', () => {
    it('leaves what is escalated to whoever leads', async () => {
      const one = await open();
      await next(as('ana'));
      const escalated = await store.cases.act(one.id, as('ana'), { type: 'escalated', why: 'a zorblax' });
      expect(escalated).toMatchObject({ lease: null, escalated: { by: 'ana', why: 'a zorblax' } });
      expect(await next(as('ben'))).toBeUndefined();
      await expect(store.cases.take(one.id, as('ben'), now + 1)).rejects.toMatchObject({ code: 'CASE_ESCALATED' });
      expect((await next(lead('kim', now)))?.id).toBe(one.id);
      await store.cases.decide(one.id, lead('kim', now), resolved('refuse'));
      expect(JSON.stringify(await records('case.escalated'))).not.toContain('zorblax');
      expect(await records('case.escalated')).toMatchObject([{ case: one.id, by: 'ana' }]);
    });

    it('is moved by whoever leads alone, with its record', async () => {
      const one = await open();
      const to = { type: 'moved', why: 'so', queue: 'urgent', priority: 80, dueAt: now + 5 } as const;
      await expect(store.cases.act(one.id, as('ana'), to)).rejects.toMatchObject({ code: 'CAPABILITY_MISSING' });
      expect(await store.cases.act(one.id, lead('kim', now), to)).toMatchObject({ queue: 'urgent', dueAt: now + 5 });
      expect(await records('case.moved')).toMatchObject([{ case: one.id, by: 'kim', queue: 'urgent' }]);
    });

    it('is written down in order and goes with the case', async () => {
      const one = await open({ expiresAt: now + 3 * MINUTE });
      await next(as('ana'));
      await store.cases.act(one.id, as('ben'), { type: 'commented', text: 'seen before' });
      await store.cases.act(one.id, as('ana'), { type: 'handed-back' });
      now += 4 * MINUTE;
      expect(await next(as('ana'))).toBeUndefined();
      await store.cases.expire(now);
      expect(new Set(await typesOf(one))).toEqual(new Set(['opened', 'taken', 'commented', 'handed-back', 'expired']));
      await store.retention.expire({ rules: [], casesBefore: now + 1, now });
      expect(await store.cases.find(one.id)).toBeUndefined();
      expect(await database.db.selectFrom('case_events').selectAll().execute()).toEqual([]);
    });
  });

  describe('a cluster', () => {
    it('is decided as one, but for what others hold, and taken back as one', async () => {
      const cases = await Promise.all(Array.from({ length: 130 }, () => open({ cluster: 'same' })));
      const others = [await open({ cluster: 'else' }), await open({ cluster: 'same', tenant: OTHER }), await open()];
      const [held, mine] = [cases[3] as Case, cases[0] as Case];
      await store.cases.take(held.id, as('ben'), now + 10 * MINUTE);
      await expect(store.cases.decideCluster(mine.id, as('ana'), resolved('release'), 500)).rejects.toMatchObject({
        code: 'CASE_NOT_HELD',
      });
      await store.cases.take(mine.id, as('ana'), now + 10 * MINUTE);
      expect(await store.cases.clusterSize(mine, ALL, 500)).toBe(130);
      const done = await store.cases.decideCluster(mine.id, as('ana'), resolved('release'), 120);
      expect(done).toMatchObject({ decided: 120, left: 10 });
      expect(await records('case.decided')).toHaveLength(120);
      await expect(store.cases.undo({ batch: done.batch }, as('ben'), 0, now)).rejects.toMatchObject({
        code: 'UNDO_TOO_LATE',
      });
      const undone = await store.cases.undo({ batch: done.batch }, as('ana'), now - 10 * MINUTE, now + MINUTE);
      expect(undone.cases).toHaveLength(120);
      expect(await store.cases.clusterSize(mine, ALL, 500)).toBe(130);
      for (const one of others) expect(await store.cases.find(one.id)).toMatchObject({ status: 'open', batch: null });
      expect(await store.cases.find(held.id)).toMatchObject({ lease: { by: 'ben' } });
    });
  });

  describe('an undo', () => {
    const strikeOf = ({ verdict }: Case, more = {}) => ({
      ...{ verdict, generation: newId('generation'), tenant: TENANT, at: now, decision: 'hold' as const, weight: 3 },
      ...{ isSilent: false, rule: 'test.hold', key: newId('apiKey'), account: { value: 'p1', keyId: 'k1' } },
      ...{ address: null, range: null, likeness: null, ...more },
    });

    it('ends a release and brings its strike back, with a record; then it can be decided anew', async () => {
      const one = await open({ subject: 'p1' });
      await store.records.append({ records: [newRecord()], strikes: [strikeOf(one)] });
      await store.cases.take(one.id, as('ana'), now + 10 * MINUTE);
      await store.cases.decide(one.id, as('ana'), resolved('release'));
      expect(await store.cases.isReleased(TENANT, one.fingerprint, 0)).toBe(true);
      expect((await store.cases.history(one, ALL, 9)).strikes).toEqual([]);
      now += 9 * MINUTE;
      const since = now - 10 * MINUTE;
      expect(await store.cases.undo(one.id, as('ana'), since, now + MINUTE)).toMatchObject({ strikes: 1, steps: 0 });
      expect(await store.cases.isReleased(TENANT, one.fingerprint, 0)).toBe(false);
      expect((await store.cases.history(one, ALL, 9)).strikes).toMatchObject([{ verdict: one.verdict, weight: 3 }]);
      expect(await records('case.undone')).toMatchObject([
        { case: one.id, by: 'ana', decision: 'release', strikes: 1 },
      ]);
      await expect(store.cases.undo(one.id, as('ana'), since, now)).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
      expect(await store.cases.decide(one.id, as('ana'), resolved('refuse'))).toMatchObject({ decision: 'refuse' });
    });

    it('is the decider’s, and not after its time', async () => {
      const one = await open();
      await store.cases.decide(one.id, lead('kim', now), resolved('refuse'));
      const undo = (by: string) => store.cases.undo(one.id, as(by), now - 10 * MINUTE, now + 1);
      await expect(undo('ben')).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
      now += 10 * MINUTE + 1;
      await expect(undo('kim')).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
    });

    it('has nothing left of strikes once it is too late', async () => {
      const one = await open();
      await store.records.append({ records: [newRecord()], strikes: [strikeOf(one)] });
      await store.cases.decide(one.id, lead('kim', now), resolved('release'));
      expect(await store.cases.settle(now)).toBe(0);
      expect(await store.cases.settle(now + 1)).toBe(1);
      const { undo } = await database.db.selectFrom('cases').select('undo').executeTakeFirstOrThrow();
      expect(undo).toBeNull();
    });

    it('lets a lifted step hold again, for every process that follows', async () => {
      const one = await open({ kind: 'conduct', fingerprint: '' });
      await store.records.append({ records: [newRecord()], strikes: [strikeOf(one)] });
      const account = { kind: 'account', subject: 'p1', subjectKey: 'k1', before: null } as const;
      const window = { since: 0, campaignSince: 0, campaignAccounts: 9, now };
      const wanted = {
        step: 'suspend',
        isSilent: false,
        until: now + 60 * MINUTE,
        rules: ['r'],
        opensCase: true,
      } as const;
      const [step] = await store.conduct.settle(one.verdict, window, () => [{ ...account, ...wanted }]);
      const id = step?.case;
      if (!id) throw new Error('no case');
      await store.cases.open(newCase({ id, kind: 'conduct', fingerprint: '', openedAt: now, expiresAt: now + MINUTE }));
      await store.cases.decide(id, lead('kim', now), resolved('lift'));
      const revision = (await store.conduct.changes(0, now - 1, 9)).length;
      expect(revision).toBe(0);
      expect(await store.cases.undo(id, as('kim'), now - 1, now + 1)).toMatchObject({ steps: 1, stepsOver: 0 });
      expect(await store.conduct.changes(0, now, 9)).toMatchObject([{ id: step.id, liftedAt: null }]);
    });
  });

  describe('the history of an account', () => {
    it('is of the same account and tenant, within the scope', async () => {
      const [one, before] = [await open({ subject: 'p1' }), await open({ subject: 'p1' })];
      const child = await open({ subject: 'p1', isChildSafety: true });
      await open({ subject: 'p2' });
      await open({ subject: 'p1', tenant: OTHER });
      expect(idsOf((await store.cases.history(one, ALL, 9)).cases)).toEqual([child.id, before.id]);
      const blind = { tenant: null, childSafety: false };
      expect(idsOf((await store.cases.history(one, blind, 9)).cases)).toEqual([before.id]);
      expect(await store.cases.history(await open(), ALL, 9)).toMatchObject({ subject: null, cases: [] });
    });

    it('ends with the erasure of the account, but for what is open', async () => {
      const [closed, still] = [await open({ subject: 'p1', kind: 'conduct' }), await open({ subject: 'p1' })];
      await store.cases.decide(closed.id, lead('kim', now), resolved('uphold'));
      const names = { tenant: TENANT, kind: 'account' as const, names: ['p1'] };
      await store.people.finishErasure(names, {
        by: 'kim',
        why: 'asked',
        counts: { records: 0, evidence: 0, cases: 0 },
      });
      expect((await store.cases.find(closed.id))?.subject).toBeNull();
      expect((await store.cases.find(still.id))?.subject).toBe('p1');
    });
  });
}
