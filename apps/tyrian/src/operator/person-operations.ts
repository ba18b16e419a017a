import { type LegalScope, newId, PersonKind, type PersonNames, TenantId } from '@tyrian/contracts';
import { GROUND, mustStay, tellRecord } from '@tyrian/privacy';
import { z } from 'zod';
import { personNames } from '../person/person-names.js';
import { withoutStaying } from '../person/without-staying.js';
import { type OperatorContext, operation } from './operation.js';

/** A page is one transaction, and one answer: small enough that neither traffic nor the terminal waits for it. */
const PAGE = 200;
const DAY_MS = 24 * 3_600_000;

const By = z.string().trim().min(1).max(100);
const Person = { tenant: TenantId, kind: PersonKind, name: z.string().min(1).max(512) };
const After = z.string().max(64).default('');

const named = ({ keys }: OperatorContext, person: z.infer<z.ZodObject<typeof Person>>) => personNames(keys, person);

/** What an operator can do for, and about, a person. */
export const PERSON_OPERATIONS = {
  'person.count': operation(z.object(Person), (context, person) => context.store.people.count(named(context, person))),

  /** The next part of what a person is told; evidence of theirs is opened, which goes on record. */
  'person.page': operation(z.object({ ...Person, after: After, by: By }), async (context, { after, by, ...person }) => {
    const { people } = context.store;
    const names = named(context, person);
    const records = await people.records({ names, after, limit: PAGE });
    // What must not be disclosed is told as any refusal whose reason is not explained, without what was sealed.
    const open = await withoutStaying(people, records);
    const evidence = await people.evidence(names, open);
    const sealed = [];
    for (const { id, kind, verdict, at, expiresAt } of evidence) {
      const content = await people.openEvidence(id, { by, purpose: 'person.export' });
      sealed.push({ id, kind, verdict, at: iso(at), until: iso(expiresAt), content });
    }
    const cases = await people.cases(names.tenant, open);
    return {
      records: records.map(tellRecord),
      sealed,
      cases: cases.map(({ openedAt, decidedAt, ...one }) => ({
        ...one,
        openedAt: iso(openedAt),
        decidedAt: decidedAt === null ? null : iso(decidedAt),
      })),
      next: records.length < PAGE ? null : (records.at(-1)?.id ?? null),
    };
  }),

  /** The rest of what a person is told, which ends an export and puts it on record. */
  'person.standing': operation(
    z.object({ ...Person, by: By, counts: z.record(z.string().max(40), z.number().int()) }),
    async (context, { by, counts, ...person }) => {
      const { people, legal } = context.store;
      const names = named(context, person);
      const [strikes, steps] = await Promise.all([people.strikes(names), people.steps(names)]);
      await legal.note('person.exported', names.tenant, { about: names.kind, by, ...counts });
      const told = (rows: typeof strikes) =>
        rows.map(({ at, until, ...row }) => ({ ...row, at: iso(at), until: until === null ? null : iso(until) }));
      return { strikes: told(strikes), steps: told(steps), withheld: GROUND };
    },
  ),

  /** What the next part of an erasure would do now. */
  'person.plan': operation(z.object({ ...Person, after: After }), (context, { after, ...person }) =>
    context.store.people.planPage({ names: named(context, person), after, limit: PAGE, mustStay }),
  ),

  'person.erase': operation(z.object({ ...Person, after: After }), (context, { after, ...person }) =>
    context.store.people.erasePage({
      ...{ names: named(context, person), after, limit: PAGE, mustStay },
      why: 'asked for by the person',
    }),
  ),

  'person.erased': operation(
    z.object({
      ...Person,
      by: By,
      why: z.string().min(1).max(300),
      counts: z.record(z.string().max(40), z.number().int()),
    }),
    (context, { by, why, counts, ...person }) =>
      context.store.people.finishErasure(named(context, person), { by, why, counts }),
  ),

  'person.hold': operation(
    z.object({ ...Person, by: By, reason: z.string().min(1).max(500), days: z.number().int().min(1).max(3_650) }),
    async (context, { by, reason, days, ...person }) => {
      const setAt = Date.now();
      const scope = scopeOf(named(context, person));
      const hold = {
        ...{ id: newId('legalHold', setAt), scope, reason, by, setAt, until: setAt + days * DAY_MS },
        ...{ endedAt: null, endedBy: null, request: null },
      };
      await context.store.legal.setHold(hold);
      return hold;
    },
  ),

  'person.holds': operation(z.object({ all: z.boolean().default(false) }), ({ store }, { all }) =>
    store.legal.holds({ standing: !all, limit: 1_000 }),
  ),

  'person.lift': operation(z.object({ id: z.string().max(64), by: By }), ({ store }, { id, by }) =>
    store.legal.endHold(id as Parameters<typeof store.legal.endHold>[0], by),
  ),
} as const;

function scopeOf(person: PersonNames): LegalScope {
  return { tenant: person.tenant, person, verdicts: [], since: null, until: null };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
