import {
  type Appeal,
  type Case,
  type NewAppeal,
  type NewNotice,
  type Notice,
  newId,
  type Store,
  TenantId,
  type VerdictId,
} from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, freshStore } from './harness.js';
import { lead, newCase, newEvidence, resolved, TENANT, tick } from './things.js';

const HOUR = 3_600_000;
const ALL = { tenant: null, childSafety: true };
const decided = { status: 'open', decidedBy: null, decidedAt: null, reason: null, statement: null } as const;

interface Given {
  readonly fields?: Partial<Notice>;
  readonly copies?: readonly string[];
}

function newNotice({ fields = {}, copies = [] }: Given = {}): NewNotice {
  const at = tick();
  const id = newId('notice', at);
  const evidence = newEvidence({ kind: 'notice', verdict: id as string as VerdictId, content: { text: 'a zorblax' } });
  return {
    notice: {
      ...{ id, tenant: TENANT, case: newId('case', at), kind: 'rights', jurisdiction: 'eu', evidence: evidence.id },
      ...{ verdict: null, model: null, copies: copies.length, language: 'en', receivedAt: at, reporter: 'ann' },
      ...{
        flagger: null,
        isChildSafety: false,
        priority: 50,
        ...decided,
        outcome: null,
        isUnfounded: false,
        ...fields,
      },
    },
    evidence,
    codeHash: `code of ${id}`,
    copies,
    clocks: [
      { id: newId('clock', at), duty: 'eu-notice', dueAt: at + 10 * HOUR, warnAt: [at + 5 * HOUR, at + 8 * HOUR] },
    ],
  };
}

function newAppeal(fields: Partial<Appeal>): NewAppeal {
  const at = tick();
  const id = newId('appeal', at);
  const evidence = newEvidence({ kind: 'notice', verdict: id as string as VerdictId });
  return {
    appeal: {
      ...{
        id,
        tenant: TENANT,
        case: newId('case', at),
        verdict: null,
        notice: null,
        evidence: evidence.id,
        judged: null,
      },
      ...{
        language: 'en',
        receivedAt: at,
        reporter: 'ann',
        isChildSafety: false,
        priority: 50,
        ...decided,
        outcome: null,
      },
      ...fields,
    },
    evidence,
    codeHash: `code of ${id}`,
    clocks: [{ id: newId('clock', at), duty: 'eu-complaint', dueAt: at + 10 * HOUR, warnAt: [] }],
  };
}

const ruling = (by: string) => ({
  by,
  at: tick(),
  reason: 'why',
  statement: 'because',
  keepUntil: tick() + 1_000 * HOUR,
});
const removed = (by: string) =>
  ({ ...ruling(by), outcome: 'removed', decision: 'remove', isUnfounded: false }) as const;
const reversed = (by: string) =>
  ({ ...ruling(by), outcome: 'reversed', decision: 'reverse', clocksAgain: [] }) as const;

/** What comes in from outside, on whatever engine. */
export function noticeSuite(openEngine: () => Promise<Engine>): void {
  let store: Store;

  beforeAll(async () => {
    ({ store } = await freshStore(await openEngine()));
  });
  afterAll(() => store.close());

  /** Opens the cases of what waits in the outbox, as the feature does. */
  async function openCases(): Promise<void> {
    await store.outbox.deliver(100, async (event) => {
      if (event.type !== 'notice.received' && event.type !== 'appeal.received') return;
      const about =
        event.type === 'notice.received'
          ? { kind: 'notice' as const, verdict: event.notice as string as VerdictId, fingerprint: '' }
          : { kind: 'appeal' as const, verdict: event.appeal as string as VerdictId, fingerprint: event.fingerprint };
      await store.cases.open(newCase({ id: event.case, ...about, evidence: event.evidence }));
    });
  }
  async function received(given?: Given): Promise<Notice> {
    const notice = await store.notices.receive(newNotice(given));
    await openCases();
    return notice;
  }
  async function heldAndDecided(by: string): Promise<Case> {
    const evidence = newEvidence();
    await store.records.append({ evidence: [evidence] });
    const held = newCase({ verdict: evidence.verdict, evidence: evidence.id });
    await store.cases.open(held);
    return store.cases.decide(held.id, lead(by), resolved('refuse'));
  }

  describe('a notice', () => {
    it('is there with its words, its clocks and its record, or not at all', async () => {
      const notice = await received();
      expect(await store.notices.find(notice.id, ALL)).toEqual(notice);
      expect(await store.vault.find(notice.evidence)).toMatchObject({ kind: 'notice' });
      expect(await store.clocks.of([notice.id])).toMatchObject([{ duty: 'eu-notice', warnings: 0, stoppedAt: null }]);
      const [record] = await store.records.list({ type: 'notice.received', limit: 1 });
      expect(record?.payload).toContain(notice.id);
      expect(record?.payload).not.toContain('zorblax');
      const again = newNotice();
      await expect(store.notices.receive({ ...again, notice: { ...again.notice, id: notice.id } })).rejects.toThrow();
      expect(await store.vault.find(again.evidence.id)).toBeUndefined();
    });

    it('names earlier ones about the same file', async () => {
      const first = await received({ copies: ['file-a', 'file-b'] });
      await received({ copies: ['file-c'] });
      expect((await received({ copies: ['file-b'] })).linked).toEqual([first.id]);
    });

    it('is shown to whoever has the hash of its code, and within a scope', async () => {
      const notice = await received({ fields: { isChildSafety: true } });
      expect(await store.notices.findByCode(notice.id, `code of ${notice.id}`)).toEqual(notice);
      expect(await store.notices.findByCode(notice.id, 'another')).toBeUndefined();
      expect(await store.notices.find(notice.id, { ...ALL, childSafety: false })).toBeUndefined();
      expect(await store.notices.find(notice.id, { ...ALL, tenant: TenantId.parse('other') })).toBeUndefined();
      const listed = await store.notices.list({ scope: { tenant: TENANT, childSafety: false }, limit: 100 });
      expect(listed.map(({ id }) => id)).not.toContain(notice.id);
    });

    it('of child safety leaves no record that others could read', async () => {
      const notice = await received({ fields: { isChildSafety: true } });
      await store.notices.decide(notice.id, removed('ana'));
      for (const type of ['notice.received', 'notice.decided', 'case.decided'] as const) {
        const records = await store.records.list({ type, limit: 200 });
        const said = records.filter(({ payload }) => payload?.includes(notice.case));
        expect(said.map(({ payload }) => JSON.parse(payload ?? '').childSafety)).toEqual([true]);
      }
    });

    it('ends its clock and its case with its outcome alone', async () => {
      const notice = await received();
      await expect(store.cases.decide(notice.case, lead('ana'), resolved('reject'))).rejects.toMatchObject({
        code: 'CLOCK_RUNNING',
      });
      await store.cases.expire(tick() + 100_000 * HOUR);
      expect(await store.cases.find(notice.case)).toMatchObject({ status: 'open' });
      await store.notices.decide(notice.id, removed('ana'));
      expect(await store.cases.find(notice.case)).toMatchObject({
        status: 'decided',
        decision: 'remove',
        decidedBy: 'ana',
      });
      const [clock] = await store.clocks.of([notice.id]);
      expect(clock?.stoppedAt).not.toBeNull();
      await expect(store.notices.decide(notice.id, removed('ben'))).rejects.toMatchObject({ code: 'CASE_CLOSED' });
    });

    it('is not decided over the head of who holds its case, and its outcome is not undone', async () => {
      const notice = await received();
      const at = tick();
      await store.cases.take(notice.case, lead('ben', at), at + HOUR);
      await expect(store.notices.decide(notice.id, removed('ana'))).rejects.toMatchObject({ code: 'CASE_TAKEN' });
      await store.notices.decide(notice.id, removed('ben'));
      expect(await store.cases.find(notice.case)).toMatchObject({ lease: null });
      expect((await store.cases.events(notice.case)).map(({ type }) => type)).toContain('decided');
      await expect(store.cases.undo(notice.case, lead('ben'), at, at + HOUR)).rejects.toMatchObject({
        code: 'UNDO_TOO_LATE',
      });
    });

    it('is not decided before its case is open, which takes a moment', async () => {
      const notice = await store.notices.receive(newNotice());
      await expect(store.notices.decide(notice.id, removed('ana'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await openCases();
      expect(await store.notices.decide(notice.id, removed('ana'))).toMatchObject({ outcome: 'removed' });
    });

    it('keeps what was said for as long as its clock runs', async () => {
      const notice = await received();
      await store.vault.expire(tick() + 1_000_000 * HOUR);
      expect(await store.vault.find(notice.evidence)).toBeDefined();
      await store.notices.decide(notice.id, removed('ana'));
      await store.vault.expire(tick() + 1_000_000 * HOUR);
      expect(await store.vault.find(notice.evidence)).toBeUndefined();
    });

    it('is counted, by address and in all, and by what was unfounded', async () => {
      const since = tick();
      const notice = await received({ fields: { reporter: 'zoe' } });
      await received();
      expect(await store.notices.received('zoe', since, since)).toEqual({ fromReporter: 1, inAll: 2 });
      expect(await store.notices.unfounded('zoe', since)).toBe(0);
      await store.notices.decide(notice.id, {
        ...ruling('ana'),
        ...{ outcome: 'rejected', decision: 'reject', isUnfounded: true },
      });
      expect(await store.notices.unfounded('zoe', since)).toBe(1);
    });
  });

  describe('a clock', () => {
    it('warns at each mark once, then each day that it is overdue, and brings its notice forward', async () => {
      const notice = await received({ fields: { priority: 40 } });
      const start = notice.receivedAt;
      const alarms: string[] = [];
      const at = async (hours: number) => {
        await store.clocks.advance(start + hours * HOUR);
        await store.outbox.deliver(100, async (event) => {
          if (event.type === 'alarm.raised' && event.ids.about === notice.id) alarms.push(event.alarm);
        });
      };
      for (const hours of [4, 5, 6, 7.9]) await at(hours);
      expect(alarms).toEqual(['clock-runs-out']);
      expect(await store.notices.find(notice.id, ALL)).toMatchObject({ priority: 55 });
      for (const hours of [8, 9, 10, 11]) await at(hours);
      expect(alarms).toEqual(['clock-runs-out', 'clock-runs-out', 'clock-overdue']);
      expect(await store.notices.find(notice.id, ALL)).toMatchObject({ priority: 100 });
      expect(await store.cases.find(notice.case)).toMatchObject({ priority: 100 });
      for (const hours of [30, 35]) await at(hours);
      expect(alarms).toHaveLength(4);
      await store.notices.decide(notice.id, removed('ana'));
      for (const hours of [70, 100]) await at(hours);
      expect(alarms).toHaveLength(4);
    });

    it('says once that it is overdue after a pause over all of its marks', async () => {
      const notice = await received();
      await store.clocks.advance(notice.receivedAt + 11 * HOUR);
      expect(await store.clocks.of([notice.id])).toMatchObject([{ warnings: 3 }]);
      const records = await store.records.list({ type: 'clock.overdue', limit: 100 });
      expect(records.filter(({ payload }) => payload?.includes(notice.id))).toHaveLength(1);
    });
  });

  describe('an appeal', () => {
    it('against what a person refused is decided by another, and lets it through', async () => {
      const held = await heldAndDecided('Ana');
      expect(await store.appeals.judged(held.verdict)).toMatchObject({
        tenant: TENANT,
        decidedBy: 'Ana',
        isReleased: false,
      });
      const given = newAppeal({ verdict: held.verdict, judged: held.evidence });
      await store.appeals.receive(given);
      await openCases();
      await expect(store.appeals.receive(newAppeal({ verdict: held.verdict }))).rejects.toMatchObject({
        code: 'APPEAL_GIVEN',
      });
      await expect(store.appeals.decide(newId('appeal'), reversed('ben'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(store.appeals.decide(given.appeal.id, reversed(' ana '))).rejects.toMatchObject({
        code: 'DECIDER_INVOLVED',
      });
      expect(await store.cases.isReleased(TENANT, held.fingerprint, 0)).toBe(false);
      expect(await store.appeals.decide(given.appeal.id, reversed('ben'))).toMatchObject({ outcome: 'reversed' });
      expect(await store.cases.isReleased(TENANT, held.fingerprint, 0)).toBe(true);
    });

    it('opens what was judged through its own case, and nothing else', async () => {
      const held = await heldAndDecided('ana');
      const given = newAppeal({ verdict: held.verdict, judged: held.evidence });
      await store.appeals.receive(given);
      await openCases();
      const view = { case: given.appeal.case, by: 'ben', view: 'entire' as const };
      expect(await store.vault.open(held.evidence as NonNullable<Case['evidence']>, view)).toHaveProperty('prompt');
      const other = await received();
      await expect(store.vault.open(other.evidence, view)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('knows of nothing that was neither refused nor held', async () => {
      expect(await store.appeals.judged(newId('verdict'))).toBeUndefined();
      const evidence = newEvidence({ kind: 'feedback' });
      await store.records.append({ evidence: [evidence] });
      expect(await store.appeals.judged(evidence.verdict)).toBeUndefined();
    });

    it('against an outcome opens the notice again, for somebody new, with new clocks', async () => {
      const notice = await received();
      await expect(store.appeals.receive(newAppeal({ notice: notice.id }))).rejects.toMatchObject({
        code: 'APPEAL_UNFIT',
      });
      await store.notices.decide(notice.id, removed('ana'));
      const given = newAppeal({ notice: notice.id });
      await store.appeals.receive(given);
      await openCases();
      const clocksAgain = [{ id: newId('clock', tick()), duty: 'eu-notice', dueAt: tick() + HOUR, warnAt: [] }];
      await expect(store.appeals.decide(given.appeal.id, { ...reversed('ana'), clocksAgain })).rejects.toMatchObject({
        code: 'DECIDER_INVOLVED',
      });
      await store.appeals.decide(given.appeal.id, { ...reversed('ben'), clocksAgain });
      const again = await store.notices.find(notice.id, ALL);
      expect(again).toMatchObject({ status: 'open', outcome: null, decidedBy: null });
      expect(again?.case).not.toBe(notice.case);
      await openCases();
      expect((await store.clocks.of([notice.id])).map(({ stoppedAt }) => stoppedAt === null)).toEqual([false, true]);
      await expect(store.notices.decide(notice.id, removed('ANA'))).rejects.toMatchObject({ code: 'DECIDER_INVOLVED' });
      expect(await store.notices.decide(notice.id, removed('cyd'))).toMatchObject({ outcome: 'removed' });
    });

    it('that was upheld is the last one against that outcome', async () => {
      const notice = await received();
      await store.notices.decide(notice.id, removed('ana'));
      const given = newAppeal({ notice: notice.id });
      await store.appeals.receive(given);
      await openCases();
      await store.appeals.decide(given.appeal.id, { ...reversed('ben'), outcome: 'upheld', decision: 'uphold' });
      await expect(store.appeals.receive(newAppeal({ notice: notice.id }))).rejects.toMatchObject({
        code: 'APPEAL_GIVEN',
      });
    });
  });
}
