import { type Case, type CaseId, type HeldEvent, newId, type Store, TenantId, TyrianError } from '@tyrian/contracts';
import { type Asker, createReview, LEASE_MS, type Review, UNDO_MS } from '@tyrian/review';
import { memoryKeys, openStore } from '@tyrian/storage';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
type Database = Parameters<typeof openStore>[0]['database'];

/** What a case is to the model: the simplest thing that does what the docs say. */
interface Modelled {
  readonly id: CaseId;
  readonly isChildSafety: boolean;
  readonly priority: number;
  readonly expiresAt: number;
  status: Case['status'];
  lease: { by: string; until: number } | null;
  isEscalated: boolean;
  decided: { by: string; at: number } | null;
  readonly skippedBy: Set<string>;
}

const PEOPLE = [
  { by: 'ana', childSafety: false, isLead: false },
  { by: 'ben', childSafety: false, isLead: false },
  { by: 'cleo', childSafety: true, isLead: false },
  { by: 'kim', childSafety: true, isLead: true },
] as const;
const DOINGS = ['renewed', 'handed-back', 'skipped', 'escalated', 'decide', 'undo', 'take'] as const;

const Step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), child: fc.boolean(), urgent: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('next' as const), who: fc.nat(3) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom(...DOINGS), who: fc.nat(3), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 11, 700) }) },
);
type Step = typeof Step extends fc.Arbitrary<infer One> ? One : never;

/** A team at work: `open` gives the database, `machines` how many processes share it. */
export function caseTeamSuite(open: () => Promise<Database>, machines: number): void {
  let time = Date.now();
  const stores: Store[] = [];
  const reviews: Review[] = [];
  const review = (number: number): Review => reviews[number % reviews.length] as Review;
  let tenants = 0;

  beforeAll(async () => {
    const database = await open();
    const keys = memoryKeys();
    for (let machine = 0; machine < machines; machine++) {
      const store = await openStore({ database, keys, clock: () => time });
      stores.push(store);
      reviews.push(createReview({ ...store, now: () => time }));
    }
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  const newTenant = () => TenantId.parse(`team-${tenants++}`);
  const heldOf = (tenant: TenantId, more: Partial<HeldEvent> = {}): HeldEvent => ({
    ...{ type: 'verdict.held', tenant, verdict: newId('verdict', time), evidence: null, fingerprint: 'f' },
    ...{ rules: ['test.held'], heldAt: time, expiresAt: time + DAY, ...more },
  });

  describe('a team', () => {
    it('does what a simple model does, whatever they do and when: no case lost, never two holders, counts right', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(Step, { minLength: 5, maxLength: 40 }), async (steps) => {
          const team = new Team(newTenant());
          for (const [number, step] of steps.entries()) await team.do(step, review(number));
          await team.check(review(0));
        }),
        { numRuns: 40 },
      );
    });

    it('of fifty takes each of two hundred cases once, and decides it once', async () => {
      const tenant = newTenant();
      for (let number = 0; number < 200; number++) await review(number).take(heldOf(tenant));
      const [holders, decided] = [new Map<string, string>(), new Map<string, number>()];
      const work = async (number: number) => {
        const asker: Asker = { ...askerOf(tenant, 0), by: `taker-${number}` };
        for (;;) {
          const taken = await review(number).takeNext(asker);
          if (!taken) return;
          expect(holders.get(taken.id)).toBeUndefined();
          holders.set(taken.id, asker.by);
          expect(taken.lease?.by).toBe(asker.by);
          await review(number).decide(taken.id, asker, { decision: 'refuse', reason: 'so' });
          decided.set(taken.id, (decided.get(taken.id) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: 50 }, (_, number) => work(number)));
      expect(decided.size).toBe(200);
      expect(new Set(decided.values())).toEqual(new Set([1]));
    }, 120_000);
  });

  function askerOf(tenant: TenantId, who: number): Asker {
    const { by, childSafety, isLead } = PEOPLE[who] as (typeof PEOPLE)[number];
    return { by, isLead, scope: { tenant, childSafety }, languages: [] };
  }

  /** The cases of one tenant, in the store and in the model. */
  class Team {
    readonly #cases: Modelled[] = [];

    constructor(readonly tenant: TenantId) {}

    async do(step: Step, one: Review): Promise<void> {
      if (step.do === 'wait') {
        time += step.minutes * MINUTE;
        await one.expire();
        for (const found of this.#cases)
          if (found.status === 'open' && found.expiresAt <= time)
            Object.assign(found, { status: 'expired', lease: null });
        return;
      }
      time += 1;
      if (step.do === 'open') return this.#open(step, one);
      const asker = askerOf(this.tenant, step.who);
      if (step.do === 'next') {
        const expected = this.#next(asker);
        expect((await one.takeNext(asker))?.id).toBe(expected?.id);
        if (expected && this.#holder(expected) !== asker.by) this.#lease(expected, asker);
        return;
      }
      const found = this.#cases[step.which % Math.max(1, this.#cases.length)];
      if (!found) return;
      const said = await codeOf(this.#ask(step.do, found.id, asker, one));
      expect([step, said]).toEqual([step, this.#answer(step.do, found, asker)]);
    }

    async #open({ child, urgent }: { child: boolean; urgent: boolean }, one: Review): Promise<void> {
      const event = heldOf(this.tenant, { hazards: urgent ? ['S1'] : [], ...(child && { quiet: true }) });
      await one.take(event);
      const [newest] = await one.list({ tenant: this.tenant, childSafety: true }, undefined, 1);
      if (newest?.verdict !== event.verdict) throw new Error('no case was opened');
      const { id, priority, expiresAt } = newest;
      this.#cases.push({
        ...{ id, priority, expiresAt, isChildSafety: child, status: 'open', lease: null, isEscalated: false },
        ...{ decided: null, skippedBy: new Set() },
      });
    }

    #ask(doing: (typeof DOINGS)[number], id: CaseId, asker: Asker, one: Review): Promise<unknown> {
      if (doing === 'take') return one.takeCase(id, asker);
      if (doing === 'decide') return one.decide(id, asker, { decision: 'refuse', reason: 'so' });
      if (doing === 'undo') return one.undo(id, asker);
      if (doing === 'renewed' || doing === 'handed-back') return one.act(id, asker, { type: doing });
      return one.act(id, asker, { type: doing, why: 'so' });
    }

    /** The code that is to be answered; what is done where there is none. */
    #answer(doing: (typeof DOINGS)[number], found: Modelled, asker: Asker): string | undefined {
      const { by, isLead } = asker;
      const isSeen = asker.scope.childSafety || !found.isChildSafety;
      if (doing === 'undo') {
        const isTheirs = isSeen && found.status === 'decided' && found.decided?.by === by;
        if (!isTheirs || (found.decided?.at ?? 0) < time - UNDO_MS) return 'UNDO_TOO_LATE';
        Object.assign(found, { status: 'open', decided: null });
        this.#lease(found, asker);
        return undefined;
      }
      if (!isSeen) return 'NOT_FOUND';
      if (found.status !== 'open') return 'CASE_CLOSED';
      const holder = this.#holder(found);
      if (doing === 'take') {
        if (!isLead && found.isEscalated) return 'CASE_ESCALATED';
        if (!isLead && holder !== undefined && holder !== by) return 'CASE_TAKEN';
        this.#lease(found, asker);
        return undefined;
      }
      if (doing === 'renewed' || doing === 'skipped') {
        if (holder !== by) return 'CASE_NOT_HELD';
      } else if (!isLead) {
        if (found.isEscalated) return 'CASE_ESCALATED';
        if (holder !== by) return 'CASE_NOT_HELD';
      }
      if (doing === 'renewed') this.#lease(found, asker);
      else found.lease = null;
      if (doing === 'skipped') found.skippedBy.add(by);
      if (doing === 'escalated') found.isEscalated = true;
      if (doing === 'decide') Object.assign(found, { status: 'decided', decided: { by, at: time } });
      return undefined;
    }

    #lease(found: Modelled, { by }: Asker): void {
      found.lease = { by, until: time + LEASE_MS };
    }

    #holder({ lease }: Modelled): string | undefined {
      return lease && lease.until > time ? lease.by : undefined;
    }

    #seen({ scope }: Asker): Modelled[] {
      return this.#cases
        .filter(({ status, isChildSafety }) => status === 'open' && (scope.childSafety || !isChildSafety))
        .sort((a, b) => b.priority - a.priority || a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1));
    }

    #next(asker: Asker): Modelled | undefined {
      const seen = this.#seen(asker);
      const held = seen.find((one) => this.#holder(one) === asker.by);
      const isFree = (one: Modelled) =>
        this.#holder(one) === undefined && !one.skippedBy.has(asker.by) && (asker.isLead || !one.isEscalated);
      return held ?? seen.find(isFree);
    }

    /** Everybody sees the same cases as in the model, in the same order, held by the same people, and counted right. */
    async check(one: Review): Promise<void> {
      for (const who of PEOPLE.keys()) {
        const asker = askerOf(this.tenant, who);
        const seen = this.#seen(asker);
        const { cases } = await one.queue(asker.scope, { limit: 100 });
        expect(cases.map(({ id, lease, escalated }) => [id, lease?.by, escalated !== null])).toEqual(
          seen.map((found) => [found.id, this.#holder(found), found.isEscalated]),
        );
        const counts = await one.counts(asker.scope);
        const sum = (of: 'open' | 'taken' | 'escalated') => counts.reduce((all, count) => all + count[of], 0);
        expect([sum('open'), sum('taken'), sum('escalated')]).toEqual([
          seen.length,
          seen.filter((found) => this.#holder(found) !== undefined).length,
          seen.filter(({ isEscalated }) => isEscalated).length,
        ]);
      }
      const all = await one.list({ tenant: this.tenant, childSafety: true }, undefined, 1_000);
      expect(new Map(all.map(({ id, status }) => [id, status]))).toEqual(
        new Map(this.#cases.map(({ id, status }) => [id, status])),
      );
    }
  }
}

async function codeOf(asked: Promise<unknown>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (fault) {
    if (fault instanceof TyrianError) return fault.code;
    throw fault;
  }
}
