import { type LegalHold, newId, type PersonNames, type ScannedRecord, type Store } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, freshStore } from './harness.js';
import { newCase, newEvidence, newRecord, TENANT, tick } from './things.js';

const YEAR = 365 * 24 * 3_600_000;
let people = 0;

/** What stands against erasure and expiry, in whatever order it comes, on whatever engine. */
export function privacySpareSuite(openEngine: () => Promise<Engine>): void {
  let store: Store;
  beforeAll(async () => {
    ({ store } = await freshStore(await openEngine()));
  });
  afterAll(() => store.close());

  const newPerson = (): PersonNames => ({ tenant: TENANT, kind: 'account', names: [`s-${people++}`, `s-${people++}`] });
  const subjectOf = (person: PersonNames) => ({ value: person.names[0] ?? '', keyId: 'pseudonym-1' });
  const page = (names: PersonNames) => ({ names, after: '', limit: 500 });
  const isChildSafety = ({ type, payload }: ScannedRecord) =>
    type.startsWith('generation.') && (payload ?? '').includes('"S4"');
  const mustStay = (record: ScannedRecord, judgement?: ScannedRecord) => isChildSafety(judgement ?? record);
  const erase = (names: PersonNames) => store.people.erasePage({ ...page(names), why: 'asked for', mustStay });
  const isIntact = async () => expect(await store.audit.verify()).toMatchObject({ intact: true, faults: [] });

  async function setHold(person: PersonNames, until: number | null = null): Promise<LegalHold> {
    const setAt = tick();
    const hold: LegalHold = {
      ...{ id: newId('legalHold', setAt), scope: { tenant: TENANT, person, verdicts: [], since: null, until } },
      ...{ reason: 'a dispute', by: 'ana', setAt, until: setAt + YEAR, endedAt: null, endedBy: null, request: null },
    };
    await store.legal.setHold(hold);
    return hold;
  }

  /** Something refused, with what was sealed of it. */
  async function refused(person: PersonNames, hazard = 'S10', expiresAt = tick() + YEAR) {
    const at = tick();
    const [verdict, subject] = [newId('verdict', at), subjectOf(person)];
    const reasons = [{ rule: 'r', decision: 'refuse', subject: hazard }];
    const record = newRecord({ at, subject, payload: { verdict, decision: 'refuse', reasons } });
    const evidence = newEvidence({ kind: 'refusal', verdict, subject, expiresAt });
    await store.records.append({ records: [record], evidence: [evidence] });
    return { record, evidence, verdict };
  }

  /** An opinion of the person about a verdict, with a text. */
  async function opinionOn(person: PersonNames, { record, verdict }: Awaited<ReturnType<typeof refused>>) {
    const [at, subject] = [tick(), subjectOf(person)];
    const evidence = newEvidence({ kind: 'feedback', verdict, subject, expiresAt: at + YEAR });
    const payload = { feedback: newId('feedback', at), verdict, judgement: record.id, evidence: evidence.id };
    const said = newRecord({ at, type: 'feedback.given', subject, payload });
    await store.records.append({ records: [said], evidence: [evidence] });
    return { record: said, evidence };
  }

  const isSealed = async ({ evidence }: { evidence: { id: ReturnType<typeof newId<'evidence'>> } }) =>
    (await store.vault.find(evidence.id)) !== undefined;
  const hasPayload = async ({ record }: { record: ReturnType<typeof newRecord> }) =>
    typeof (await store.records.find(record.id))?.payload === 'string';

  describe('an opinion', () => {
    it('is no way to have erased, or given out, what was refused for child safety', async () => {
      const ana = newPerson();
      const kept = await refused(ana, 'S4');
      const said = await opinionOn(ana, kept);
      expect(await erase(ana)).toMatchObject({ records: 0, evidence: 0, spared: { 'legal-duty': 2 } });
      expect([await isSealed(kept), await isSealed(said), await hasPayload(said)]).toEqual([true, true, true]);
      const records = await store.people.records(page(ana));
      const judgements = await store.people.judgements(records);
      const open = records.filter((one) => !mustStay(one, judgements.get(one.id)));
      expect(await store.people.evidence(ana, open)).toEqual([]);
      const opinions = records.filter(({ type }) => type === 'feedback.given');
      expect(await store.people.evidence(ana, opinions)).toMatchObject([{ id: said.evidence.id }]);
      expect(await store.people.cases(TENANT, opinions)).toEqual([]);
    });

    it('that came after what is preserved goes with its own text alone', async () => {
      const ana = newPerson();
      const kept = await refused(ana);
      await setHold(ana, tick());
      const said = await opinionOn(ana, kept);
      expect(await erase(ana)).toMatchObject({ records: 1, evidence: 1, spared: { 'legal-hold': 1 } });
      expect([await isSealed(kept), await isSealed(said)]).toEqual([true, false]);
      expect([await hasPayload(kept), await hasPayload(said)]).toEqual([true, false]);
    });
  });

  describe('a hold', () => {
    it.each([
      ['hold', 'erase', 'expire'],
      ['hold', 'expire', 'erase'],
    ])('wins: %s, %s, %s', async (...steps) => {
      const ana = newPerson();
      const held = await refused(ana, 'S10', tick());
      const by = {
        hold: () => setHold(ana),
        erase: () => erase(ana),
        expire: async () => {
          const rule = {
            name: `r-${steps.join()}`,
            types: ['generation.input' as const],
            before: tick() + YEAR,
            why: 'old',
          };
          await store.retention.expire({ rules: [rule], casesBefore: tick(), now: tick() });
          await store.vault.expire(tick() + 10);
        },
      };
      const holds = [];
      for (const step of steps) holds.push(await by[step as keyof typeof by]());
      expect([await hasPayload(held), await isSealed(held)]).toEqual([true, true]);
      expect(await store.vault.find(held.evidence.id)).toMatchObject({ legalHold: true });
      await store.legal.endHold((holds[0] as LegalHold).id, 'ben');
      expect(await store.vault.find(held.evidence.id)).toMatchObject({ legalHold: false });
      await by.erase();
      expect([await hasPayload(held), await isSealed(held)]).toEqual([false, false]);
      await isIntact();
    });

    it('that comes after an erasure keeps what came since, and brings nothing back', async () => {
      const ana = newPerson();
      const gone = await refused(ana);
      await erase(ana);
      await setHold(ana);
      const since = await refused(ana);
      expect(await erase(ana)).toMatchObject({ records: 0, spared: { 'legal-hold': 1 } });
      expect([await hasPayload(gone), await hasPayload(since)]).toEqual([false, true]);
    });

    it('keeps strikes and steps of its person from being forgotten, of nobody else', async () => {
      const [ana, ben] = [newPerson(), newPerson()];
      const strike = (person: PersonNames) => {
        const at = tick();
        const ids = { verdict: newId('verdict', at), generation: newId('generation', at), key: newId('apiKey', at) };
        const none = { address: null, range: null, likeness: null };
        const how = { decision: 'refuse' as const, weight: 1, isSilent: false, rule: 'r' };
        return { ...ids, ...none, ...how, tenant: TENANT, at, account: subjectOf(person) };
      };
      const strikes = [strike(ana), strike(ben)];
      await store.records.append({ records: [newRecord()], strikes });
      const hold = await setHold(ana);
      await store.conduct.forget(tick());
      expect([await store.people.strikes(ana), await store.people.strikes(ben)]).toMatchObject([
        [{ rules: ['r'] }],
        [],
      ]);
      await store.legal.endHold(hold.id, 'ben');
      await store.conduct.forget(tick());
      expect(await store.people.strikes(ana)).toEqual([]);
    });
  });

  it('is planned as it is then done, and nothing is touched by the plan; done again it does nothing', async () => {
    const kinds = fc.array(fc.constantFrom('plain', 'S4', 'opinion', 'open', 'closed'), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(kinds, fc.boolean(), async (made, isHeld) => {
        const ana = newPerson();
        for (const kind of made) {
          const one = await refused(ana, kind === 'S4' ? 'S4' : 'S10');
          if (kind === 'opinion') await opinionOn(ana, one);
          if (kind === 'open') await store.cases.open(newCase({ verdict: one.verdict }));
          if (kind === 'closed') await store.cases.open(newCase({ verdict: one.verdict, status: 'expired' }));
        }
        const hold = isHeld ? await setHold(ana) : undefined;
        const before = await store.people.count(ana);
        const plan = await store.people.planPage({ ...page(ana), mustStay });
        expect(await store.people.count(ana)).toEqual(before);
        expect(await erase(ana)).toEqual(plan);
        expect(await erase(ana)).toEqual({ ...plan, records: 0, evidence: 0, cases: 0 });
        const left = await store.people.records(page(ana));
        const stay = Object.values(plan.spared).reduce((sum, count) => sum + count, 0);
        expect(left).toHaveLength(stay);
        const free = left.filter((one) => !isChildSafety(one));
        if (!made.includes('open') && !hold) expect(await store.people.evidence(ana, free)).toEqual([]);
      }),
      { numRuns: 15 },
    );
    await isIntact();
  });
}
