import {
  BatchId,
  type Case,
  CaseDecision,
  CaseId,
  CaseKind,
  CasePlace,
  CaseStatus,
  errors,
  GenerationRecord,
  QueueName,
  type ScannedRecord,
  TenantId,
  ViewKind,
} from '@tyrian/contracts';
import { type Doing, UNDO_MS } from '@tyrian/review';
import { z } from 'zod';
import { type OperatorContext, operation } from './operation.js';
import { isWithin } from './record-operations.js';
import { askerOf, scopeOf } from './scope.js';

const By = z.string().min(1).max(100);
const Why = z.string().trim().min(1).max(2_000);
const About = z.object({ id: CaseId, by: By });
const Ruling = About.extend({
  decision: CaseDecision,
  reason: Why,
  rule: z.string().min(1).max(200).optional(),
  statement: z.string().trim().min(1).max(4_000).optional(),
});

/** What a decider needs of a record of a generation. */
export const JudgedRecord = z.object({
  id: z.string(),
  at: z.number().int(),
  /** Signals with spans, coverage, policy and versions; null once erased. */
  record: GenerationRecord.nullable(),
});

/** What an operator can ask about cases. */
export const CASE_OPERATIONS = {
  'case.list': operation(
    z.object({ status: CaseStatus.optional(), limit: z.number().int().min(1).max(1_000) }),
    (context, { status, limit }) => context.review.list(scopeOf(context), status, limit),
  ),
  'case.queue': operation(
    z.object({
      queue: QueueName.optional(),
      kind: CaseKind.optional(),
      language: z.string().min(2).max(35).optional(),
      state: z.enum(['free', 'taken', 'escalated']).optional(),
      /** The `next` of the page before. */
      after: CasePlace.optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    (context, query) => context.review.queue(scopeOf(context), query),
  ),
  'case.counts': operation(z.object({}), async (context) => {
    const scope = scopeOf(context);
    const [queues, oldestAt] = await Promise.all([context.review.counts(scope), context.review.oldestAt(scope)]);
    return { queues, oldestAt };
  }),
  'case.take': operation(
    /** Without an id the next one; of this queue, where it is named. */
    z.object({ id: CaseId.optional(), queue: QueueName.optional(), by: By }),
    async (context, { id, queue, by }) => {
      const asker = askerOf(context, by);
      const taken = await (id ? context.review.takeCase(id, asker) : context.review.takeNext(asker, queue));
      return { case: taken ?? null };
    },
  ),
  'case.renew': operation(About, (context, about) => act(context, about, { type: 'renewed' })),
  'case.hand-back': operation(About, (context, about) => act(context, about, { type: 'handed-back' })),
  'case.skip': operation(About.extend({ why: Why }), (context, { why, ...about }) =>
    act(context, about, { type: 'skipped', why }),
  ),
  'case.escalate': operation(About.extend({ why: Why }), (context, { why, ...about }) =>
    act(context, about, { type: 'escalated', why }),
  ),
  'case.move': operation(
    About.extend({
      why: Why,
      queue: QueueName.optional(),
      priority: z.number().int().min(0).max(100).optional(),
      dueAt: z.number().int().nonnegative().nullable().optional(),
    }),
    (context, { id, by, ...to }) => act(context, { id, by }, { type: 'moved', ...to }),
  ),
  'case.comment': operation(About.extend({ text: Why }), (context, { text, ...about }) =>
    act(context, about, { type: 'commented', text }),
  ),
  'case.show': operation(z.object({ id: CaseId, by: By.optional() }), async (context, { id, by = '' }) => {
    const scope = scopeOf(context);
    const { records, case: found, ...shown } = await context.review.show(id, scope);
    const judged = records.map(judgedOf).filter(({ record }) => isWithin({ payload: record }, scope));
    const isTheirs = found.status === 'decided' && found.decidedBy === askerOf(context, by).by;
    const until = (found.decidedAt ?? 0) + UNDO_MS;
    const undoableUntil = isTheirs && until > Date.now() ? until : null;
    return { case: found, ...shown, records: judged, undoableUntil };
  }),
  'case.history': operation(z.object({ id: CaseId }), (context, { id }) =>
    context.review.history(id, scopeOf(context)),
  ),
  'case.open': operation(About.extend({ view: ViewKind.default('entire') }), (context, { id, by, view }) =>
    context.review.open(id, askerOf(context, by), view),
  ),
  'case.decide': operation(Ruling, (context, { id, by, ...ruling }) =>
    context.review.decide(id, askerOf(context, by), ruling),
  ),
  'case.decide-cluster': operation(Ruling, (context, { id, by, ...ruling }) =>
    context.review.decideCluster(id, askerOf(context, by), ruling),
  ),
  'case.undo': operation(
    z.object({ id: CaseId.optional(), batch: BatchId.optional(), by: By }),
    (context, { id, batch, by }) => {
      const asker = askerOf(context, by);
      if (id && !batch) return context.review.undo(id, asker);
      if (batch && !id) return context.review.undo({ batch }, asker);
      throw errors.INVALID_INPUT(['say which case, or which batch']);
    },
  ),
  'case.campaigns': operation(
    z.object({
      tenant: TenantId.optional(),
      since: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1_000),
    }),
    ({ store }, query) => store.conduct.campaigns(query),
  ),
} as const;

function act(context: OperatorContext, { id, by }: z.output<typeof About>, doing: Doing): Promise<Case> {
  return context.review.act(id, askerOf(context, by), doing);
}

function judgedOf({ id, at, payload }: ScannedRecord): z.output<typeof JudgedRecord> {
  const parsed = GenerationRecord.safeParse(JSON.parse(payload ?? 'null'));
  return { id, at, record: parsed.data ?? null };
}
