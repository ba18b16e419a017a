import { errors, LegalRequestId, LegalRequestKind, newId, PersonKind, TenantId, VerdictId } from '@tyrian/contracts';
import { z } from 'zod';
import { personNames } from '../person/person-names.js';
import { type OperatorContext, operation } from './operation.js';

const DAY_MS = 24 * 3_600_000;
const By = z.string().trim().min(1).max(100);
const Text = z.string().trim().min(1).max(500);
const Time = z.number().int().nonnegative();
export const About = z.object({ id: LegalRequestId, by: By });

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
      if (since !== null && until !== null && until < since)
        throw errors.INVALID_INPUT(['the time that a request is about ends before it begins']);
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
    if (scope.since !== null && scope.since > setAt)
      throw errors.INVALID_INPUT([
        `request ${asked.id} is about a time that has not come: there is nothing to preserve`,
      ]);
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

  'request.close': operation(About.extend({ outcome: Text }), ({ store }, { id, by, outcome }) =>
    store.legal.closeRequest(id, { by, outcome }),
  ),
} as const;

export async function needRequest({ store }: OperatorContext, id: LegalRequestId) {
  const request = await store.legal.findRequest(id);
  if (!request) throw errors.NOT_FOUND([`legal request ${id}`]);
  return request;
}
