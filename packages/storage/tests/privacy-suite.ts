import {
  type ExpiryRule,
  type LegalHold,
  type LegalRequest,
  type LegalScope,
  type NewRecord,
  newId,
  type PersonNames,
  type Store,
  type VerdictId,
} from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../src/database/database.js';
import { type Engine, freshStore } from './harness.js';
import { newCase, newEvidence, newRecord, TENANT, tick } from './things.js';

const YEAR = 365 * 24 * 3_600_000;
let people = 0;

/** Retention, erasure, legal holds and the register, on whatever engine. */
export function privacySuite(openEngine: () => Promise<Engine>): void {
  let store: Store;
  let database: Database;

  beforeAll(async () => {
    ({ store, database } = await freshStore(await openEngine()));
  });
  afterAll(() => store.close());

  const newPerson = (): PersonNames => ({ tenant: TENANT, kind: 'account', names: [`p-${people++}`, `p-${people++}`] });
  const allOf = (person: PersonNames): LegalScope => ({
    ...{ tenant: TENANT, person, verdicts: [], since: null, until: null },
  });

  function newHold(scope: LegalScope, more: Partial<LegalHold> = {}): LegalHold {
    const setAt = tick();
    return {
      ...{ id: newId('legalHold', setAt), scope, reason: 'a dispute', by: 'ana', setAt, until: setAt + YEAR },
      ...{ endedAt: null, endedBy: null, request: null, ...more },
    };
  }

  /** A judgement on a person, with evidence unless it passed; under the pseudonym before the last rotation if asked. */
  async function judged(
    person: PersonNames,
    options: { refused?: boolean; old?: boolean; subjectless?: boolean } = {},
  ) {
    const at = tick();
    const verdict = newId('verdict', at);
    const subject = { value: person.names[options.old ? 1 : 0] ?? '', keyId: 'pseudonym-1' };
    const record = newRecord({ at, subject, payload: { verdict, decision: options.refused ? 'refuse' : 'allow' } });
    const evidence = newEvidence({
      ...{ kind: 'refusal', verdict, expiresAt: at + YEAR },
      ...(!options.subjectless && { subject }),
    });
    await store.records.append({ records: [record], ...(options.refused && { evidence: [evidence] }) });
    return { record, evidence, verdict };
  }

  const payloadOf = async ({ id }: NewRecord) => (await store.records.find(id))?.payload;
  const isThere = async (record: NewRecord) => typeof (await payloadOf(record)) === 'string';
  const rule = (before: number, types: ExpiryRule['types'] = ['generation.input']): ExpiryRule => ({
    ...{ name: `rule-${types.join()}`, types, before, why: 'older than 365 days' },
  });
  const expire = (before: number, casesBefore = 0, now = before) =>
    store.retention.expire({ rules: [rule(before)], casesBefore, now });
  const page = (names: PersonNames) => ({ names, after: '', limit: 500 });
  const erase = (names: PersonNames, mustStay = (_: { id: string }) => false) =>
    store.people.erasePage({ ...page(names), why: 'asked for by the person', mustStay });
  const isIntact = async () => expect(await store.audit.verify()).toMatchObject({ intact: true, faults: [] });

  describe('retention', () => {
    it('empties what is older than its time, of its types only, and says so in the chain', async () => {
      const old = await judged(newPerson());
      const other = newRecord({ type: 'key.created' });
      await store.records.append({ records: [other] });
      const before = tick() + 1;
      const young = newRecord({ id: newId('record', before), at: before });
      await store.records.append({ records: [young] });
      expect((await expire(before)).records).toBeGreaterThan(0);
      expect(await payloadOf(old.record)).toBeNull();
      expect([await isThere(other), await isThere(young)]).toEqual([true, true]);
      const [said] = await store.records.list({ type: 'record.erased', limit: 1 });
      expect(said?.payload).toContain('older than 365 days');
      expect(await expire(before)).toEqual({ records: 0, cases: 0, holds: 0 });
      await isIntact();
    });

    it('goes through many in batches, each once', async () => {
      await expire(tick());
      const crowd = Array.from({ length: 1_201 }, () => newRecord());
      for (let at = 0; at < crowd.length; at += 400) await store.records.append({ records: crowd.slice(at, at + 400) });
      expect((await expire(tick() + 1)).records).toBe(1_201);
      await isIntact();
    });

    it('passes over what is on hold, and comes back for it when the hold ends', async () => {
      const [ana, ben] = [newPerson(), newPerson()];
      const [held, free] = [await judged(ana, { old: true }), await judged(ben)];
      const named = await judged(ben);
      const hold = newHold({ ...allOf(ana), verdicts: [named.verdict as VerdictId] });
      await store.legal.setHold(hold);
      await expire(tick() + 1);
      expect([await isThere(held.record), await isThere(named.record)]).toEqual([true, true]);
      expect(await payloadOf(free.record)).toBeNull();
      await store.legal.endHold(hold.id, 'ben');
      await expect(store.legal.endHold(hold.id, 'ben')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expire(tick() + 1);
      expect([await payloadOf(held.record), await payloadOf(named.record)]).toEqual([null, null]);
      await isIntact();
    });

    it('takes a hold whose time is over for ended, and puts that on record', async () => {
      const ana = newPerson();
      const held = await judged(ana);
      const hold = newHold(allOf(ana));
      await store.legal.setHold({ ...hold, until: hold.setAt + 50 });
      await expire(tick(), 0, hold.setAt + 49);
      expect(await isThere(held.record)).toBe(true);
      expect(await expire(tick(), 0, hold.setAt + 50)).toMatchObject({ holds: 1 });
      expect(await payloadOf(held.record)).toBeNull();
      const [said] = await store.records.list({ type: 'legal-hold.ended', limit: 1 });
      expect(said?.payload).toContain(hold.id);
    });

    it('deletes closed cases whose time is over, never open ones or those with evidence', async () => {
      const [open, closed] = [newCase(), newCase({ status: 'expired' })];
      const { verdict } = await judged(newPerson(), { refused: true });
      const withEvidence = newCase({ status: 'expired', verdict });
      for (const one of [open, closed, withEvidence]) await store.cases.open(one);
      expect((await expire(0, tick())).cases).toBe(1);
      const left = await Promise.all([open, closed, withEvidence].map(({ id }) => store.cases.find(id)));
      expect(left.map((one) => one?.id)).toEqual([open.id, undefined, withEvidence.id]);
    });

    it('keeps what was sealed of a person before evidence said whose it is', async () => {
      const ana = newPerson();
      const { evidence } = await judged(ana, { refused: true, subjectless: true });
      const hold = newHold(allOf(ana));
      await store.legal.setHold({ ...hold, until: evidence.expiresAt + YEAR });
      await store.vault.expire(evidence.expiresAt + 1);
      expect(await store.vault.find(evidence.id)).toBeDefined();
      await store.legal.endHold(hold.id, 'ben');
      await store.vault.expire(evidence.expiresAt + 1);
      expect(await store.vault.find(evidence.id)).toBeUndefined();
    });

    it('keeps evidence of a person on hold past its time, however much of it there is', async () => {
      const [ana, ben] = [newPerson(), newPerson()];
      await store.legal.setHold(newHold(allOf(ana)));
      const made = tick();
      const of = (subject: string, n: number) =>
        newEvidence({ expiresAt: made + n, subject: { value: subject, keyId: 'pseudonym-1' } });
      const held = Array.from({ length: 520 }, (_, n) => of(ana.names[1] ?? '', n));
      const free = of(ben.names[0] ?? '', 900);
      await store.records.append({ evidence: [...held, free] });
      expect(await store.vault.expire(made + 1_000)).toBeGreaterThanOrEqual(1);
      expect(await store.vault.find(free.id)).toBeUndefined();
      expect(await store.vault.find(held[519]?.id ?? free.id)).toBeDefined();
      await isIntact();
    });
  });

  describe('a person', () => {
    it('is found under every pseudonym, and nobody else is', async () => {
      const [ana, ben] = [newPerson(), newPerson()];
      const mine = [
        await judged(ana, { refused: true }),
        await judged(ana, { old: true, refused: true, subjectless: true }),
      ];
      await judged(ben, { refused: true });
      expect((await store.people.records(page(ana))).map(({ id }) => id)).toEqual(mine.map(({ record }) => record.id));
      const verdicts = mine.map(({ verdict }) => verdict);
      const found = await store.people.records(page(ana));
      const evidence = await store.people.evidence(ana, found);
      expect(evidence.map(({ id }) => id).sort()).toEqual(mine.map(({ evidence }) => evidence.id).sort());
      expect(await store.people.evidence(ben, found)).toMatchObject([{ verdict: verdicts[1] }]);
      expect(await store.people.count(ana)).toEqual({
        records: 2,
        tombstones: 0,
        strikes: 0,
        steps: 0,
        opinions: 0,
        held: false,
      });
      const opened = await store.people.openEvidence(evidence[0]?.id ?? newId('evidence'), {
        by: 'ana',
        purpose: 'access',
      });
      expect(opened).toMatchObject({ prompt: 'about a zorblax' });
      const [said] = await store.records.list({ type: 'evidence.opened', limit: 1 });
      expect(JSON.parse(said?.payload ?? '')).toMatchObject({ by: 'ana', purpose: 'access' });
    });

    it('is erased with evidence and closed cases, page by page, and again without harm', async () => {
      const ana = newPerson();
      const all = [];
      for (let n = 0; n < 3; n++) all.push(await judged(ana, { refused: true, subjectless: n === 0 }));
      const closed = newCase({ status: 'expired', verdict: all[0]?.verdict ?? newId('verdict') });
      await store.cases.open(closed);
      const bystander = await judged(newPerson(), { refused: true });
      const first = await store.people.erasePage({ ...page(ana), limit: 2, why: 'asked for', mustStay: () => false });
      expect(first).toMatchObject({ records: 2, evidence: 2, cases: 1, next: all[1]?.record.id });
      expect(await erase(ana)).toMatchObject({ records: 1, evidence: 1, next: null });
      expect(await erase(ana)).toMatchObject({ records: 0, evidence: 0, cases: 0 });
      for (const { record, evidence } of all) {
        expect(await payloadOf(record)).toBeNull();
        expect(await store.vault.find(evidence.id)).toBeUndefined();
      }
      expect(await isThere(bystander.record)).toBe(true);
      expect(await store.vault.find(bystander.evidence.id)).toBeDefined();
      expect(await store.people.count(ana)).toMatchObject({ records: 0, tombstones: 3 });
      await isIntact();
    });

    it('is not erased where a hold, an open case or the law stands against it', async () => {
      const ana = newPerson();
      const [held, open, duty, preserved, free] = [
        await judged(ana, { refused: true }),
        await judged(ana, { refused: true }),
        await judged(ana, { refused: true }),
        await judged(ana, { refused: true }),
        await judged(ana, { refused: true }),
      ];
      await store.legal.setHold(newHold({ ...allOf(ana), person: null, verdicts: [held.verdict as VerdictId] }));
      await store.cases.open(newCase({ verdict: open.verdict }));
      const preserve = database.db.updateTable('evidence').set({ legal_hold: true });
      await preserve.where('id', '=', preserved.evidence.id).execute();
      const spared = { 'legal-hold': 2, 'open-case': 1, 'legal-duty': 1 };
      expect(await erase(ana, ({ id }) => id === duty.record.id)).toMatchObject({ records: 1, evidence: 1, spared });
      for (const { record, evidence } of [held, open, duty, preserved]) {
        expect(await isThere(record)).toBe(true);
        expect(await store.vault.find(evidence.id)).toBeDefined();
      }
      expect(await payloadOf(free.record)).toBeNull();
    });

    it('loses strikes but those about child safety, unless on hold, and the record names nobody', async () => {
      const ana = newPerson();
      const strike = (isSilent: boolean) => {
        const at = tick();
        const account = { value: ana.names[0] ?? '', keyId: 'pseudonym-1' };
        const ids = { verdict: newId('verdict', at), generation: newId('generation', at), key: newId('apiKey', at) };
        const none = { address: null, range: null, likeness: null };
        return {
          ...ids,
          ...none,
          tenant: TENANT,
          at,
          decision: 'refuse' as const,
          weight: 1,
          isSilent,
          rule: 'r',
          account,
        };
      };
      const strikes = [strike(false), strike(true)];
      await store.records.append({ records: [newRecord()], strikes });
      expect(await store.people.strikes(ana)).toMatchObject([{ id: strikes[0]?.verdict, rules: ['r'] }]);
      const hold = newHold(allOf(ana));
      await store.legal.setHold(hold);
      const about = { by: 'ben', why: 'asked for', counts: { records: 1 } };
      expect(await store.people.finishErasure(ana, about)).toMatchObject({ strikes: 0, held: true });
      await store.legal.endHold(hold.id, 'ben');
      expect(await store.people.finishErasure(ana, about)).toMatchObject({ strikes: 1, held: false });
      expect(await store.conduct.struckSince(strikes[0]?.at ?? 0, 9)).toEqual([strikes[1]?.verdict]);
      const [said] = await store.records.list({ type: 'person.erased', limit: 1 });
      expect(said).toMatchObject({ subject: null });
      expect(JSON.parse(said?.payload ?? '')).toMatchObject({ by: 'ben', records: 1, strikes: 1 });
      for (const name of ana.names) expect(said?.payload).not.toContain(name);
    });
  });

  describe('the register', () => {
    const newRequest = (dueAt: number): LegalRequest => ({
      ...{
        id: newId('legalRequest', tick()),
        kind: 'production',
        authority: 'a court',
        basis: 'an order',
        reference: null,
      },
      ...{ jurisdiction: 'DE', scope: allOf(newPerson()), content: false, receivedAt: tick(), dueAt, addedBy: 'ana' },
      ...{ overdueAt: null, closedAt: null, closedBy: null, outcome: null },
    });

    it('raises an alarm once for what is overdue, and none for what is closed', async () => {
      const [late, closed, later] = [newRequest(tick()), newRequest(tick()), newRequest(tick() + YEAR)];
      for (const one of [later, late, closed]) await store.legal.addRequest(one);
      const done = await store.legal.closeRequest(closed.id, { by: 'ben', outcome: 'refused: no basis' });
      expect(done).toMatchObject({ closedBy: 'ben', outcome: 'refused: no basis' });
      await expect(store.legal.closeRequest(closed.id, { by: 'ben', outcome: 'x' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      const now = tick();
      expect(await store.legal.alarmOverdue(now)).toBe(1);
      expect(await store.legal.alarmOverdue(now + 1)).toBe(0);
      expect((await store.legal.findRequest(late.id))?.overdueAt).toBe(now);
      const told: string[] = [];
      await store.outbox.deliver(100, async (event) => {
        if (event.type === 'alarm.raised') told.push(`${event.alarm} ${event.ids.request}`);
      });
      expect(told).toEqual([`legal-request-overdue ${late.id}`]);
      expect((await store.legal.requests(9)).map(({ id }) => id)).toEqual([late.id, later.id, closed.id]);
      await isIntact();
    });

    it('keeps each step in the chain, without whom it is about', async () => {
      const request = newRequest(tick() + YEAR);
      await store.legal.addRequest(request);
      await store.legal.setHold(newHold(request.scope, { request: request.id }));
      await store.legal.note('legal-request.exported', TENANT, { request: request.id, by: 'ana' });
      for (const type of ['legal-request.added', 'legal-hold.set', 'legal-request.exported'] as const) {
        const [said] = await store.records.list({ type, limit: 1 });
        expect(said?.payload).toContain(request.id);
        expect(said?.payload).not.toContain(request.scope.person?.names[0]);
      }
      expect(await store.legal.holds({ standing: true, limit: 1 })).toMatchObject([{ request: request.id }]);
    });
  });
}
