import {
  type AccountHistory,
  type BatchId,
  type Case,
  type CaseAction,
  type CaseDecision,
  type CaseId,
  type CaseKind,
  type CasePage,
  type CasePageQuery,
  type CasePlace,
  type CaseStatus,
  type Cases,
  type CaseWorker,
  type ClusterDecided,
  type Event,
  errors,
  type QueueCount,
  type Records,
  type Scope,
  type TenantId,
  type Undone,
  type Vault,
  type VerdictId,
  type ViewKind,
} from '@tyrian/contracts';
import { caseOf } from './cases/case-of.js';
import { CLUSTER_MAX, type ShownCase, showCase } from './cases/shown.js';
import { type Standing, standingOf } from './cases/standing.js';
import { contentShown } from './cases/view.js';
import { CHILD_SAFETY_QUEUE, DEFAULT_QUEUES, type QueueSettings, queueNames } from './routing/queues.js';

/** How long a release lets the same content by the same account through. */
const RELEASE_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** How long somebody holds a case before others may have it. */
export const LEASE_MS = 10 * 60_000;
/** How long a decision can be undone by who made it. */
export const UNDO_MS = 10 * 60_000;
const HISTORY_MAX = 50;

/** Who asks, and what they may see and do. */
export interface Asker {
  /** The name that goes on record. */
  readonly by: string;
  readonly scope: Scope;
  readonly isLead: boolean;
  /** Which they read; none: nobody has said. */
  readonly languages: readonly string[];
}

export interface Ruling {
  readonly decision: CaseDecision;
  /** Why; it stays with the case. */
  readonly reason: string;
  /** Where it is decided by another rule than asked for a person. */
  readonly rule?: string | undefined;
  /** What is said to whom it is about. */
  readonly statement?: string | undefined;
}

export interface QueueQuery {
  readonly queue?: string | undefined;
  readonly kind?: CaseKind | undefined;
  readonly language?: string | undefined;
  readonly state?: CasePageQuery['state'];
  readonly after?: CasePlace | undefined;
  readonly limit: number;
}

/** Something that an asker does with a case; `moved` without a priority or a clock leaves them as they are. */
export type Doing =
  | Exclude<CaseAction, { type: 'renewed' | 'moved' }>
  | { readonly type: 'renewed' }
  | {
      readonly type: 'moved';
      readonly why: string;
      readonly queue?: string | undefined;
      readonly priority?: number | undefined;
      readonly dueAt?: number | null | undefined;
    };

export interface Review {
  /** Takes an event from the outbox and opens the case that it asks for. The same event twice opens one case. */
  take(event: Event): Promise<void>;
  list(scope: Scope, status: CaseStatus | undefined, limit: number): Promise<readonly Case[]>;
  /** Open cases in the order in which they are to be looked at. */
  queue(scope: Scope, query: QueueQuery): Promise<CasePage>;
  /** Every queue that there is for the asker, those without cases too. */
  counts(scope: Scope): Promise<readonly QueueCount[]>;
  /** When the oldest open case was opened. */
  oldestAt(scope: Scope): Promise<number | null>;
  /** Throws NOT_FOUND, also for what the asker does not see. */
  find(id: CaseId, scope: Scope): Promise<Case>;
  show(id: CaseId, scope: Scope): Promise<ShownCase>;
  history(id: CaseId, scope: Scope): Promise<AccountHistory>;
  /** Opens the sealed evidence of a case; that it was seen, by whom and how much, goes on record. Throws NOT_FOUND. */
  open(id: CaseId, asker: Asker, view: ViewKind): Promise<object>;
  /** The next case for the asker, theirs alone for ten minutes; undefined where there is none. */
  takeNext(asker: Asker, queue?: string): Promise<Case | undefined>;
  /** This case. Throws CASE_TAKEN, CASE_ESCALATED, CASE_CLOSED or NOT_FOUND. */
  takeCase(id: CaseId, asker: Asker): Promise<Case>;
  /** Throws CASE_NOT_HELD, CASE_CLOSED, CAPABILITY_MISSING or NOT_FOUND. */
  act(id: CaseId, asker: Asker, doing: Doing): Promise<Case>;
  /** Throws NOT_FOUND, CASE_CLOSED, CASE_NOT_HELD, CASE_ESCALATED or CASE_DECISION_UNFIT. */
  decide(id: CaseId, asker: Asker, ruling: Ruling): Promise<Case>;
  /** Decides all open cases with the text of this one that are the asker's to decide, at most 500. */
  decideCluster(id: CaseId, asker: Asker, ruling: Ruling): Promise<ClusterDecided>;
  /** Takes back what the asker decided in the last ten minutes. Throws UNDO_TOO_LATE. */
  undo(what: CaseId | { readonly batch: BatchId }, asker: Asker): Promise<Undone>;
  /** Closes what nobody decided in time; it stays refused. */
  expire(): Promise<number>;
  /** Undefined for a verdict that is not held, or another tenant's. */
  standingOf(tenant: TenantId, verdict: VerdictId): Promise<Standing | undefined>;
  isReleased(tenant: TenantId, fingerprint: string): Promise<boolean>;
  /** Takes a place under the daily cap of a tenant, over all machines; false where there is none left. */
  takeHoldPlace(tenant: TenantId, verdict: VerdictId, cap: number): Promise<boolean>;
}

export interface ReviewParts {
  readonly cases: Cases;
  readonly vault: Vault;
  readonly records: Pick<Records, 'findVerdict' | 'findGeneration'>;
  /** The routing table; the one that comes along unless given. */
  readonly queues?: QueueSettings | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/**
 * Cases: what a person decides.
 *
 * @example
 * const review = createReview(store);
 * const taken = await review.takeNext(ana, 'urgent');
 * if (taken) await review.decide(taken.id, ana, { decision: 'release', reason: 'a quotation' });
 */
export function createReview(parts: ReviewParts): Review {
  const { cases, vault, queues = DEFAULT_QUEUES, now = Date.now } = parts;
  const workerOf = ({ by, scope, isLead }: Asker): CaseWorker => ({ by, scope, isLead, at: now() });

  async function find(id: CaseId, scope: Scope): Promise<Case> {
    const found = await cases.find(id, scope);
    if (!found) throw errors.NOT_FOUND([`case ${id}`]);
    return found;
  }

  function namesFor({ childSafety }: Scope): readonly string[] {
    return queueNames(queues).filter((name) => childSafety || name !== CHILD_SAFETY_QUEUE.name);
  }

  async function actionOf(id: CaseId, { scope }: Asker, doing: Doing): Promise<CaseAction> {
    if (doing.type === 'renewed') return { ...doing, until: now() + LEASE_MS };
    if (doing.type !== 'moved') return doing;
    const found = await find(id, scope);
    const { why, queue = found.queue, priority = found.priority, dueAt = found.dueAt } = doing;
    if (!namesFor(scope).includes(queue)) throw errors.NOT_FOUND([`queue ${queue}`]);
    return { type: 'moved', why, queue, priority, dueAt };
  }

  return {
    async take(event) {
      const opened = caseOf(event, queues);
      if (opened) await cases.open(opened);
    },

    list: (scope, status, limit) => cases.list({ scope, status, limit }),

    queue: (scope, query) => cases.page({ ...query, scope, now: now() }),

    async counts(scope) {
      const counted = new Map((await cases.counts(scope, now())).map((count) => [count.queue, count]));
      const names = new Set([...namesFor(scope), ...counted.keys()]);
      return [...names].map((queue) => counted.get(queue) ?? { queue, open: 0, isMore: false, taken: 0, escalated: 0 });
    },

    oldestAt: (scope) => cases.oldestAt(scope),
    find,
    show: async (id, scope) => showCase(parts, await find(id, scope), scope),
    history: async (id, scope) => cases.history(await find(id, scope), scope, HISTORY_MAX),

    async open(id, { by, scope }, view) {
      const { evidence } = await find(id, scope);
      if (!evidence) throw errors.NOT_FOUND([`evidence for case ${id}`]);
      return contentShown(await vault.open(evidence, { case: id, by, view }), view);
    },

    takeNext: (asker, queue) =>
      cases.takeNext(workerOf(asker), { queue, languages: asker.languages, until: now() + LEASE_MS }),
    takeCase: (id, asker) => cases.take(id, workerOf(asker), now() + LEASE_MS),
    act: async (id, asker, doing) => cases.act(id, workerOf(asker), await actionOf(id, asker, doing)),
    decide: (id, asker, ruling) => cases.decide(id, workerOf(asker), resolutionOf(ruling)),
    decideCluster: (id, asker, ruling) => cases.decideCluster(id, workerOf(asker), resolutionOf(ruling), CLUSTER_MAX),
    undo: (what, asker) => cases.undo(what, workerOf(asker), now() - UNDO_MS, now() + LEASE_MS),

    async expire() {
      await cases.settle(now() - UNDO_MS);
      return cases.expire(now());
    },

    async standingOf(tenant, verdict) {
      const found = await cases.findByVerdict(verdict);
      return found && found.tenant === tenant ? standingOf(found) : undefined;
    },

    isReleased: (tenant, fingerprint) => cases.isReleased(tenant, fingerprint, now() - RELEASE_MS),
    takeHoldPlace: (tenant, verdict, cap) => cases.takeHoldPlace({ tenant, verdict, cap, since: now() - DAY_MS }),
  };
}

function resolutionOf({ decision, reason, rule = undefined, statement = undefined }: Ruling) {
  return { decision, reason, rule: rule ?? null, statement: statement ?? null };
}
