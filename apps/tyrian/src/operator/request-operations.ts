import {
  errors,
  LegalRequestId,
  LegalRequestKind,
  type LegalScope,
  newId,
  PersonKind,
  TenantId,
  timeOfId,
  VerdictId,
} from '@tyrian/contracts';
import { mustStay } from '@tyrian/privacy';
import { z } from 'zod';
import { personNames } from '../person/person-names.js';
import { type OperatorContext, operation } from './operation.js';
import { verdictsOf } from './person-operations.js';

const PAGE = 200;
const DAY_MS = 24 * 3_600_000;
const By = z.string().min(1).max(100);
const Text = z.string().min(1).max(500);
const Time = z.number().int().nonnegative();
const About = z.object({ id: LegalRequestId, by: By });

/** The register of legal requests, and what is done about one. */
export const REQUEST_OPERATIONS = {
  'request.add': operation(
    z.object({
      kind: LegalRequestKind,
      authority: Text,
      basis: Text,
      reference: z.string().min(1).max(200).nullable().default(null),
      jurisdiction: z.string().min(2).max(20),
      tenant: TenantId,
      person: z
        .object({ kind: PersonKind, name: z.string().min(1).max(512) })
        .nullable()
        .default(null),
      verdicts: z.array(VerdictId).max(1_000).default([]),
      since: Time.nullable().default(null),
      until: Time.nullable().default(null),
      content: z.boolean().default(false),
      dueAt: Time,
      by: By,
    }),
    async ({ store, keys }, { tenant, person, verdicts, since, until, dueAt, by, ...said }) => {
      const at = Date.now();
      if (!person && verdicts.length === 0 && since === null && until === null)
        throw errors.INVALID_INPUT(['a request must say whom, which verdicts, or what time it is about']);
      const scope = {
        ...{ tenant, verdicts, since, until },
        person: person && personNames(keys, { tenant, ...person }),
      };
      const request = {
        ...{ ...said, id: newId('legalRequest', at), scope, receivedAt: at, dueAt, addedBy: by },
        ...{ overdueAt: null, closedAt: null, closedBy: null, outcome: null },
      };
      await store.legal.addRequest(request);
      return request;
    },
  ),

  'request.list': operation(z.object({ limit: z.number().int().min(1).max(1_000) }), ({ store }, { limit }) =>
    store.legal.requests(limit),
  ),

  'request.show': operation(z.object({ id: LegalRequestId }), async (context, { id }) => {
    const holds = await context.store.legal.holds({ standing: false, limit: 10_000 });
    return { request: await needRequest(context, id), holds: holds.filter(({ request }) => request === id) };
  }),

  /** Acts at once. What happens later is not preserved: a snapshot is what the law lets an authority ask for. */
  'request.preserve': operation(About.extend({ days: z.number().int().min(1).max(3_650) }), async (context, asked) => {
    const { scope, closedAt } = await needRequest(context, asked.id);
    if (closedAt !== null) throw errors.INVALID_INPUT([`request ${asked.id} is closed`]);
    const setAt = Date.now();
    const hold = {
      ...{
        id: newId('legalHold', setAt),
        reason: 'preservation',
        by: asked.by,
        setAt,
        until: setAt + asked.days * DAY_MS,
      },
      ...{ scope: { ...scope, until: Math.min(scope.until ?? setAt, setAt) }, request: asked.id },
      ...{ endedAt: null, endedBy: null },
    };
    await context.store.legal.setHold(hold);
    return hold;
  }),

  /** The next part of what a request asks for, and what of it is left out. */
  'request.page': operation(About.extend({ after: z.string().max(64) }), async (context, { id, by, after }) => {
    const { scope, content } = await needRequest(context, id);
    const { people } = context.store;
    const { records, next, missing } = await recordsOf(context, scope, after);
    const open = records.filter((record) => !mustStay(record));
    const leftOut = {
      'for the report to the authority only': 0,
      'content that is not asked for': 0,
      'not found': missing,
    };
    leftOut['for the report to the authority only'] = records.length - open.length;
    const sealed = [];
    const owner = scope.person ?? { tenant: scope.tenant, kind: 'account' as const, names: subjectsOf(open) };
    for (const one of await people.evidence(owner, verdictsOf(open))) {
      if (content) {
        const opened = await people.openEvidence(one.id, { by, purpose: `legal-request ${id}` });
        sealed.push({ id: one.id, verdict: one.verdict, at: one.at, content: opened });
      } else leftOut['content that is not asked for']++;
    }
    const told = open.map(({ payload, ...record }) => ({ ...record, payload: JSON.parse(payload ?? 'null') }));
    return { records: told, sealed, leftOut, next };
  }),

  /** Handing out takes two persons, or one who says why there is no other. */
  'request.exported': operation(
    About.extend({
      second: By.nullable(),
      solo: Text.nullable(),
      sha256: z.string().length(64),
      counts: z.record(z.string().max(60), z.number().int()),
    }),
    async (context, { id, by, second, solo, sha256, counts }) => {
      const { scope } = await needRequest(context, id);
      refuseAlone(by, second, solo);
      const payload = { request: id, by, ...(second === null ? { solo } : { second }), sha256, ...counts };
      await context.store.legal.note('legal-request.exported', scope.tenant, payload);
      return { request: id, sha256 };
    },
  ),

  'request.close': operation(About.extend({ outcome: Text }), ({ store }, { id, by, outcome }) =>
    store.legal.closeRequest(id, { by, outcome }),
  ),
} as const;

function refuseAlone(by: string, second: string | null, solo: string | null): void {
  if (second === null ? solo === null : second.trim().toLowerCase() === by.trim().toLowerCase())
    throw errors.INVALID_INPUT(['what is handed out needs a second person (--second), or --solo with the reason']);
}

async function needRequest({ store }: OperatorContext, id: LegalRequestId) {
  const request = await store.legal.findRequest(id);
  if (!request) throw errors.NOT_FOUND([`legal request ${id}`]);
  return request;
}

/** Of a person within the time, or the verdicts that are named; never all of a time, which would be a dragnet. */
async function recordsOf(
  { store }: OperatorContext,
  { tenant, person, verdicts, since, until }: LegalScope,
  after: string,
) {
  const [from, to] = [since ?? 0, until ?? Number.MAX_SAFE_INTEGER];
  if (person) {
    const bounds = { ...(since !== null && { since }), ...(until !== null && { until }) };
    const all = await store.people.records({ names: person, after, limit: PAGE, ...bounds });
    const named = new Set<string>(verdicts);
    const records = named.size === 0 ? all : all.filter((one) => verdictsOf([one]).some((id) => named.has(id)));
    return { records, next: all.length < PAGE ? null : (all.at(-1)?.id ?? null), missing: 0 };
  }
  if (verdicts.length === 0)
    throw errors.INVALID_INPUT([
      'a request about a time alone is preserved, but not handed out: name a person or verdicts',
    ]);
  const found = await Promise.all(
    verdicts
      .filter((id) => isWithin(timeOfId('verdict', id), from, to))
      .map((id) => store.records.findVerdict(tenant, id)),
  );
  const records = found.filter((one) => one !== undefined);
  return { records, next: null, missing: verdicts.length - records.length };
}

function isWithin(at: number | undefined, from: number, to: number): boolean {
  return at !== undefined && at >= from && at <= to;
}

function subjectsOf(records: readonly { readonly subject: { readonly value: string } | null }[]): string[] {
  return [...new Set(records.flatMap(({ subject }) => subject?.value ?? []))].concat('-');
}
