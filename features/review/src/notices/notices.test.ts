import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppealId, type NoticeId, newId, type Store, TenantId, type VerdictId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL, DAY, deliver, deskOn, HOUR, request, said } from './_desk.js';
import type { NoticeDesk } from './notices.js';

const statements = { goodFaith: true, isDepicted: true, isWithoutConsent: true, showsMinor: false };
const intimate = request({ kind: 'intimate-image', jurisdiction: 'us', statements });

describe('notices from outside', () => {
  let now = Date.UTC(2026, 10, 27);
  let store: Store;
  let desk: NoticeDesk;
  beforeAll(async () => {
    store = await openStore({ database: { kind: 'embedded-memory' }, keys: memoryKeys(), clock: () => now });
    desk = deskOn(store, () => now);
  });
  afterAll(() => store.close());

  const give = async (change = {}, address = '192.0.2.1') => {
    now += 1;
    const receipt = await desk.receiveNotice(request(change), address);
    await deliver(store);
    return { ...receipt, id: receipt.id as NoticeId };
  };
  const refusedVerdict = async (kind: 'refusal' | 'hold' = 'refusal'): Promise<VerdictId> => {
    const verdict = newId('verdict', now);
    const evidence = { id: newId('evidence', now), tenant: TenantId.parse('acme'), kind, verdict, at: now };
    await store.records.append({ evidence: [{ ...evidence, expiresAt: now + 365 * DAY, content: {} }] });
    return verdict;
  };
  const appealOf = (verdict: VerdictId) =>
    desk.receiveAppeal({ verdict, jurisdiction: 'eu', text: 'a zebrafish', language: 'en' }, '192.0.2.9');

  it('are shown with their code to whoever gave them, and without it to nobody', async () => {
    const { id, code } = await give();
    expect(await desk.noticeStanding({ id, code })).toMatchObject({ status: 'open', outcome: null, appealUntil: null });
    // As people copy it from paper.
    expect(
      await desk.noticeStanding({ id, code: ` ${code.slice(0, 5).toUpperCase()}-${code.slice(5)}` }),
    ).toBeDefined();
    const other = await give();
    const faults = [
      { id, code: other.code },
      { id, code: '' },
      { id: newId('notice'), code },
      { id: 'x', code },
    ].map((asked) => desk.noticeStanding(asked).catch(({ message }: Error) => message));
    expect(new Set(await Promise.all(faults))).toEqual(new Set(['There is no notice with this id and code']));
  });

  it('go to those alone who see child safety where a child is shown, with both clocks', async () => {
    const { id } = await give({ ...intimate, statements: { ...statements, showsMinor: true } });
    const shown = await desk.showNotice(id, ALL);
    expect(shown).toMatchObject({ kind: 'child-safety', isChildSafety: true });
    expect(shown.clocks.map(({ duty }) => duty).sort()).toEqual(['us-child-safety-report', 'us-take-it-down']);
    const scope = { tenant: null, childSafety: false };
    await expect(desk.showNotice(id, scope)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.decideNotice(id, scope, { ...said, outcome: 'removed', by: 'ana' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await store.cases.find(shown.case)).toMatchObject({ kind: 'notice', quiet: true });
  });

  it('are tied to earlier ones about the same file, and come sooner from a trusted flagger', async () => {
    const file = { sha256: ['ab'.repeat(32)] };
    const first = await give({ about: file });
    const second = await give({ about: file, flagger: 'a token of a hotline' });
    const shown = await desk.showNotice(second.id, ALL);
    expect(shown).toMatchObject({ linked: [first.id], flagger: 'hotline' });
    expect(shown.priority).toBeGreaterThan((await desk.showNotice(first.id, ALL)).priority);
    const wrong = await give({ flagger: 'a token of nobody at all' });
    expect(await desk.showNotice(wrong.id, ALL)).toMatchObject({ flagger: null });
  });

  it('come later from where unfounded ones came from, and are taken all the same', async () => {
    const first = await give({}, '192.0.2.77');
    await desk.decideNotice(first.id, ALL, { ...said, outcome: 'rejected', by: 'ana', isUnfounded: true });
    const priorityOf = async (id: NoticeId) => (await desk.showNotice(id, ALL)).priority;
    const second = await give({}, '192.0.2.77');
    expect(await priorityOf(second.id)).toBeLessThan(await priorityOf((await give({}, '192.0.2.78')).id));
    await expect(
      desk.decideNotice(second.id, ALL, { ...said, outcome: 'removed', by: 'ana', isUnfounded: true }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are limited by address and in all, but for trusted flaggers', async () => {
    const limited = deskOn(store, () => now, { perAddressAndHour: 2, perMinute: 3 });
    now += HOUR;
    const one = (address: string, change = {}) => limited.receiveNotice(request(change), address);
    await one('198.51.100.1');
    await one('198.51.100.1');
    await expect(one('198.51.100.1')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 3_600 });
    await one('198.51.100.1', { flagger: 'a token of a hotline' });
    await expect(one('198.51.100.2')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
    now += HOUR;
    await one('198.51.100.2');
    await deliver(store);
  });

  it('can be appealed against by whoever has the code, for as long as the setting says', async () => {
    const { id, code } = await give();
    const against = { notice: { id, code }, jurisdiction: 'eu', text: 'a zebrafish', language: 'en' } as const;
    await expect(desk.receiveAppeal(against, 'x')).rejects.toMatchObject({ code: 'APPEAL_UNFIT' });
    await desk.decideNotice(id, ALL, { ...said, outcome: 'rejected', by: 'ana' });
    const standing = await desk.noticeStanding({ id, code });
    expect(standing).toMatchObject({ outcome: 'rejected', statement: 'because', appealUntil: now + 180 * DAY });
    expect(JSON.stringify(standing)).not.toContain('why');
    await expect(desk.receiveAppeal({ ...against, notice: { id, code: 'wrong' } }, 'x')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const appeal = await desk.receiveAppeal(against, 'x');
    await deliver(store);
    const decide = (by: string) => desk.decideAppeal(appeal.id as AppealId, ALL, { ...said, outcome: 'reversed', by });
    await expect(decide('Ana')).rejects.toMatchObject({ code: 'DECIDER_INVOLVED' });
    now += 1;
    await decide('ben');
    await deliver(store);
    expect(await desk.noticeStanding({ id, code })).toMatchObject({ status: 'open', outcome: null });
    expect(await desk.appealStanding(appeal)).toMatchObject({ outcome: 'reversed' });
    const { clocks } = await desk.showNotice(id, ALL);
    expect(clocks.map(({ stoppedAt }) => stoppedAt === null)).toEqual([false, true]);
    await desk.decideNotice(id, ALL, { ...said, outcome: 'removed', by: 'cyd' });
    now += 181 * DAY;
    await expect(desk.receiveAppeal(against, 'x')).rejects.toMatchObject({ code: 'APPEAL_TOO_LATE' });
  });

  it('leave a verdict one appeal, until half a year after it', async () => {
    const verdict = await refusedVerdict();
    const appeal = await appealOf(verdict);
    await expect(appealOf(verdict)).rejects.toMatchObject({ code: 'APPEAL_GIVEN' });
    expect(await desk.showAppeal(appeal.id as AppealId, ALL)).toMatchObject({ tenant: 'acme', verdict });
    await expect(appealOf(await refusedVerdict('hold'))).rejects.toMatchObject({ code: 'APPEAL_UNFIT' });
    await expect(appealOf(newId('verdict', now))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const late = await refusedVerdict();
    now += 181 * DAY;
    await expect(appealOf(late)).rejects.toMatchObject({ code: 'APPEAL_TOO_LATE' });
  });

  it('take an appeal for one about a child where no record says otherwise', async () => {
    const { id } = await appealOf(await refusedVerdict());
    expect(await desk.showAppeal(id as AppealId, ALL)).toMatchObject({ isChildSafety: true });
  });
});

describe('the 48 hours of an intimate image', () => {
  it('run on while the program is down, and in any time zone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tyrian-test-'));
    const keys = memoryKeys();
    // The night in which clocks are put back in Europe.
    let now = Date.UTC(2026, 9, 24, 20);
    const start = now;
    const open = () => openStore({ database: { kind: 'embedded', folder }, keys, clock: () => now });
    let store = await open();
    const alarmsAt = async (hours: number) => {
      now = start + hours * HOUR;
      await deskOn(store, () => now).advanceClocks();
      return (await deliver(store)).map((alarm) => alarm.split(' ')[0]);
    };
    const { id, dueAt } = await deskOn(store, () => now).receiveNotice(intimate, '192.0.2.1');
    expect(dueAt).toBe(start + 48 * HOUR);
    expect(await alarmsAt(23.9)).toEqual([]);
    await store.close();
    store = await open();
    expect(await alarmsAt(24)).toEqual(['clock-runs-out']);
    expect(await alarmsAt(38.5)).toEqual(['clock-runs-out']);
    await store.close();
    store = await open();
    expect(await alarmsAt(60)).toEqual(['clock-overdue']);
    const shown = await deskOn(store, () => now).showNotice(id as NoticeId, ALL);
    expect(shown).toMatchObject({ status: 'open', priority: 100, clocks: [{ warnings: 3, stoppedAt: null }] });
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
