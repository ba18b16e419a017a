import {
  type ApiKeyId,
  type CaseId,
  type Content,
  newId,
  type Reason,
  type Store,
  TenantId,
  type Verdict,
} from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, type Conduct, type ConductNames, createConduct } from './conduct.js';
import { ConductSettings } from './settings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEY = 'key_1' as ApiKeyId;
const settings = ConductSettings.parse({ campaign: { accounts: 3, withinMinutes: 10, lockdownMinutes: 30 } });
const named = (...parts: string[]) => ({ value: parts.join(' '), keyId: 'pseudonym-1' });
const names: ConductNames = {
  account: named,
  address: named,
  range: (...parts) => parts.join(' '),
  likeness: (_tenant, sample) => sample,
};

function verdictOf(subject: NonNullable<Reason['subject']>): Verdict {
  const told = { locked: false, enforced: true, explanation: 'nothing', help: false, signals: [] };
  const reasons = [{ rule: `test.${subject}`, decision: 'refuse', subject, ...told }];
  const about = { id: newId('verdict'), generation: newId('generation'), stage: 'input', decision: 'refuse' };
  return { ...about, reasons, signals: [] } as object as Verdict;
}

describe('conduct', () => {
  let time = Date.now();
  let store: Store;
  let here: Conduct;
  let elsewhere: Conduct;
  let tenants = 0;
  const make = () =>
    createConduct({ store: store.conduct, names, settings, now: () => time, delayMs: { least: 3, most: 9 } });

  beforeAll(async () => {
    store = await openStore({
      database: { kind: 'embedded-memory' },
      keys: memoryKeys(() => time),
      clock: () => time,
    });
    here = make();
    elsewhere = make();
  }, 60_000);
  afterAll(() => store.close());

  const newAsker = (more: Partial<Asker> = {}): Asker => ({
    tenant: TenantId.parse(`tenant-${tenants++}`),
    keyId: KEY,
    account: 'ana',
    address: '127.0.0.1',
    ...more,
  });
  const said = (text: string): Content[] => [{ modality: 'text', place: 'p', role: 'user', stage: 'input', text }];

  /** As a door does it, and the outbox after it. */
  async function misbehave(asker: Asker, subject: Parameters<typeof verdictOf>[0], text = 'zorblax'): Promise<void> {
    const commit = here.strikesOf(verdictOf(subject), asker, said(text));
    await store.records.append(commit);
    await deliver();
  }
  const opened: CaseId[] = [];
  async function deliver(): Promise<void> {
    const take = async (event: Parameters<Conduct['take']>[0]) => {
      await here.take(event);
      if (event.type !== 'conduct.stepped') return;
      opened.push(event.case);
      const { tenant, verdict, at, until } = event;
      const about = { kind: 'conduct', status: 'open', evidence: null, fingerprint: '' } as const;
      const undecided = { decision: null, decidedBy: null, decidedAt: null, reason: null, rule: null, statement: null };
      const queued = {
        queue: 'general',
        priority: 50,
        language: null,
        cluster: null,
        isChildSafety: false,
        subject: null,
      };
      const untouched = { lease: null, escalated: null, dueAt: null, batch: null };
      await store.cases.open({
        id: event.case,
        tenant,
        verdict,
        ...{ ...about, ...queued, ...untouched },
        rules: event.rules,
        openedAt: at,
        expiresAt: until,
        ...undecided,
      });
    };
    while ((await store.outbox.deliver(100, take)) > 0);
  }

  it('climbs the ladder step by step, for this account and no other', async () => {
    const ana = newAsker();
    const seen: string[] = [];
    for (let strikes = 0; strikes < 15; strikes++) {
      await misbehave(ana, 'prompt-injection', `${strikes}`);
      const { isWarned, delayMs, floor, suspended } = here.admit(ana);
      seen.push(suspended ? 'suspend' : (floor ?? (delayMs > 0 ? 'slow' : isWarned ? 'warn' : '-')));
      time += 1;
    }
    expect(seen.join(' ')).toBe('- - warn warn warn slow slow slow slow hold hold hold hold hold suspend');
    expect(here.admit(ana).suspended).toEqual({ until: time - 1 + 72 * HOUR, appeal: `case ${opened.at(-1)}` });
    expect(here.admit({ ...ana, account: 'ben' })).toEqual({ isWarned: false, delayMs: 0, isStrict: false });
    expect(here.admit({ ...ana, tenant: TenantId.parse('other') }).suspended).toBeUndefined();
  });

  it('is the same elsewhere and after a restart, and ends when a person lifts it or by itself', async () => {
    const ana = newAsker();
    for (let strikes = 0; strikes < 15; strikes++) await misbehave(ana, 'S2');
    const id = opened.at(-1) as CaseId;
    expect(elsewhere.admit(ana).suspended).toBeUndefined();
    await elsewhere.follow();
    const restarted = make();
    await restarted.follow();
    for (const one of [elsewhere, restarted]) expect(one.admit(ana)).toEqual(here.admit(ana));
    expect(here.admit(ana).suspended).toBeDefined();
    time += 1;
    await store.cases.decide(
      id,
      { by: 'ana', at: time, isLead: true, scope: { tenant: null, childSafety: true } },
      { decision: 'lift', reason: 'a mistake', rule: null, statement: null },
    );
    await elsewhere.follow();
    expect(elsewhere.admit(ana)).toEqual({ isWarned: false, delayMs: 0, isStrict: false });
    time += 1;
    for (let strikes = 0; strikes < 14; strikes++) await misbehave(ana, 'S2');
    expect(here.admit(ana)).toMatchObject({ floor: 'hold' });
    time += 25 * HOUR;
    expect(here.admit(ana)).toEqual({ isWarned: false, delayMs: 0, isStrict: false });
  });

  it('shows nothing of child safety: what can be seen depends on the other strikes alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('S2', 'S4') as fc.Arbitrary<'S2' | 'S4'>, { maxLength: 8 }),
        async (did) => {
          const [both, open] = [newAsker(), newAsker()];
          for (const subject of did) {
            await misbehave(both, subject);
            if (subject !== 'S4') await misbehave(open, subject);
            time += 1;
          }
          const shown = ({ isWarned, suspended, delayMs }: ReturnType<Conduct['admit']>) => [
            isWarned,
            !!suspended,
            delayMs > 0,
          ];
          expect(shown(here.admit(both))).toEqual(shown(here.admit(open)));
          // The second strike of the kind refuses all, in the words of any refusal.
          const silent = did.filter((subject) => subject === 'S4').length;
          expect(here.admit(both).floor === 'refuse').toBe(silent >= 2);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('asks a person at the first strike of child safety, and tells nobody else', async () => {
    const ana = newAsker();
    const before = opened.length;
    await misbehave(ana, 'S4');
    expect(opened.length).toBe(before + 1);
    expect(await store.cases.find(opened.at(-1) as CaseId)).toMatchObject({ kind: 'conduct', rules: ['test.S4'] });
    expect(here.admit(ana)).toEqual({ isWarned: false, delayMs: 0, isStrict: false });
    // Where no account is named a person is asked all the same, and nobody who shares the key is refused.
    const nobody = newAsker({ account: undefined });
    await misbehave(nobody, 'S4');
    await misbehave(nobody, 'S4');
    expect(opened.length).toBe(before + 2);
    expect(here.admit(nobody).floor).toBeUndefined();
  });

  it('slows an address down whatever account it names', async () => {
    const address = '203.0.113.9';
    const { tenant } = newAsker();
    for (let strikes = 0; strikes < 30; strikes++)
      await misbehave(newAsker({ tenant, account: `a-${strikes % 2}`, address }), 'S2');
    expect(here.admit(newAsker({ tenant, account: 'new', address })).delayMs).toBeGreaterThanOrEqual(3);
    expect(here.admit(newAsker({ tenant, account: 'new', address: '203.0.113.10' })).delayMs).toBe(0);
  });

  it('locks a tenant down while many accounts try the same, and no longer', async () => {
    const { tenant } = newAsker();
    const attack = 'please now tell me all about the hidden zorblax of the seven rivers';
    for (const account of ['a', 'b', 'a']) await misbehave(newAsker({ tenant, account }), 'S2', attack);
    expect(here.admit(newAsker({ tenant })).isStrict).toBe(false);
    await misbehave(newAsker({ tenant, account: 'c' }), 'S2', `${attack} 17`);
    expect(here.admit(newAsker({ tenant, account: 'quiet' }))).toEqual({ isWarned: false, delayMs: 0, isStrict: true });
    expect(here.admit(newAsker()).isStrict).toBe(false);
    await elsewhere.follow();
    expect(elsewhere.admit(newAsker({ tenant })).isStrict).toBe(true);
    time += 30 * MINUTE;
    expect(elsewhere.admit(newAsker({ tenant })).isStrict).toBe(false);
    await here.expire();
    for (const type of ['lockdown.started', 'lockdown.ended'] as const)
      expect(await store.records.list({ type, tenant, limit: 2 })).toHaveLength(1);
  });

  it('looks at the start at strikes whose events a killed process had taken', async () => {
    const ana = newAsker();
    const { strikes } = here.strikesOf(verdictOf('S4'), ana, said('x'));
    await store.records.append({ strikes });
    await store.records.append({ strikes: here.strikesOf(verdictOf('S4'), ana, said('x')).strikes });
    const restarted = make();
    await restarted.open();
    expect(restarted.admit(ana).floor).toBe('refuse');
    await deliver();
  });

  it('takes the same event again without another step', async () => {
    const ana = newAsker();
    const { strikes, events } = here.strikesOf(verdictOf('S4'), ana, said('x'));
    await store.records.append({ strikes, events: [...events, ...events] });
    const before = opened.length;
    await deliver();
    expect(opened.length).toBe(before + 1);
  });
});
