import {
  errors,
  type LegalRequestId,
  type LegalRequestKind,
  type LegalScope,
  type ScannedRecord,
  timeOfId,
} from '@tyrian/contracts';
import { z } from 'zod';
import { withoutStaying } from '../person/without-staying.js';
import { type OperatorContext, operation } from './operation.js';
import { About, needRequest } from './request-operations.js';

const PAGE = 200;
const Name = z.string().trim().min(1).max(100);
const Why = z.string().trim().min(1).max(500);

/** Others are not answered by handing out: to preserve is to keep, and a person is answered by `person export`. */
const HANDED_OUT: ReadonlySet<LegalRequestKind> = new Set(['production', 'emergency']);

/** Handing out what a request asks for. */
export const DISCLOSURE_OPERATIONS = {
  /** Asked before anything is opened. */
  'request.handing': operation(
    About.extend({ second: Name.nullable(), solo: Why.nullable() }),
    async (context, asked) => {
      refuseAlone(asked.by, asked.second, asked.solo);
      return { request: await needAnswerable(context, asked.id) };
    },
  ),

  /** The next part of what a request asks for, and what of it is left out. */
  'request.page': operation(About.extend({ after: z.string().max(64) }), async (context, { id, by, after }) => {
    const { scope, content } = await needAnswerable(context, id);
    const { people } = context.store;
    const { records, next, missing } = await recordsOf(context, scope, after);
    const open = await withoutStaying(people, records);
    const leftOut = {
      'for the report to the authority only': 0,
      'content that is not asked for': 0,
      'not found': missing,
    };
    leftOut['for the report to the authority only'] = records.length - open.length;
    const sealed = [];
    const owner = scope.person ?? { tenant: scope.tenant, kind: 'account' as const, names: subjectsOf(open) };
    for (const one of await people.evidence(owner, open)) {
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
      second: Name.nullable(),
      solo: Why.nullable(),
      sha256: z.string().length(64),
      counts: z.record(z.string().max(60), z.number().int()),
    }),
    async (context, { id, by, second, solo, sha256, counts }) => {
      const { scope } = await needAnswerable(context, id);
      refuseAlone(by, second, solo);
      const payload = { request: id, by, ...(second === null ? { solo } : { second }), sha256, ...counts };
      await context.store.legal.note('legal-request.exported', scope.tenant, payload);
      return { request: id, sha256 };
    },
  ),
} as const;

async function needAnswerable(context: OperatorContext, id: LegalRequestId) {
  const request = await needRequest(context, id);
  if (request.closedAt !== null) throw errors.INVALID_INPUT([`request ${id} is closed`]);
  if (!HANDED_OUT.has(request.kind))
    throw errors.INVALID_INPUT([`nothing is handed out for a request of the kind ${request.kind}`]);
  return request;
}

function refuseAlone(by: string, second: string | null, solo: string | null): void {
  if (second === null ? solo === null : second.trim().toLowerCase() === by.trim().toLowerCase())
    throw errors.INVALID_INPUT(['what is handed out needs a second person (--second), or --solo with the reason']);
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
    const records = named.size === 0 ? all : all.filter((one) => named.has(verdictOf(one) ?? ''));
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

function verdictOf({ payload }: ScannedRecord): string | undefined {
  return /"verdict":"(vrd_[a-z0-9]+)"/.exec(payload ?? '')?.[1];
}
