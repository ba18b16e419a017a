import { z } from 'zod';
import type { Case, CaseDecision, CaseEvent, CaseKind, CaseRoute, CaseStatus, QueueCount } from '../case.js';
import type { ConductStep, Strike } from '../conduct.js';
import { type BatchId, CaseId, type TenantId, type VerdictId } from '../ids.js';
import type { Scope } from '../member.js';

/** Who does something with a case, and when. What they do not see is not there for them. */
export interface CaseWorker {
  /** The name that goes on record. */
  readonly by: string;
  readonly scope: Scope;
  /** Decides without holding a case, what was escalated too, and takes from others. */
  readonly isLead: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CaseQuery {
  readonly status?: CaseStatus | undefined;
  readonly scope?: Scope | undefined;
  readonly limit: number;
}

/** Where a page of a queue ends: with a case of this priority, of which so much time is left. */
export const CasePlace = z.object({ priority: z.number().int(), until: z.number().int(), id: CaseId });
export type CasePlace = z.infer<typeof CasePlace>;

export interface CasePageQuery {
  readonly scope: Scope;
  readonly now: number;
  /** Undefined: all queues as one. */
  readonly queue?: string | undefined;
  readonly kind?: CaseKind | undefined;
  readonly language?: string | undefined;
  /** Free to take, held by somebody, or escalated. */
  readonly state?: 'free' | 'taken' | 'escalated' | undefined;
  readonly after?: CasePlace | undefined;
  readonly limit: number;
}

export interface CasePage {
  readonly cases: readonly Case[];
  /** Where the next page begins; null at the end. */
  readonly next: CasePlace | null;
}

/** The next case for somebody. */
export interface TakeQuery {
  readonly queue?: string | undefined;
  /** Only cases in these, or in none that is known; empty: in any. */
  readonly languages: readonly string[];
  /** When the lease ends. */
  readonly until: number;
}

/** What somebody does with a case short of deciding it. */
export type CaseAction =
  | { readonly type: 'renewed'; readonly until: number }
  | { readonly type: 'handed-back' }
  | { readonly type: 'skipped'; readonly why: string }
  | { readonly type: 'escalated'; readonly why: string }
  | ({ readonly type: 'moved'; readonly why: string } & CaseRoute)
  | { readonly type: 'commented'; readonly text: string };

export interface CaseResolution {
  readonly decision: CaseDecision;
  readonly reason: string;
  readonly rule: string | null;
  readonly statement: string | null;
}

/** What became of a cluster. */
export interface ClusterDecided {
  readonly batch: BatchId;
  readonly decided: number;
  /** Open ones that were left: held by others, escalated, or past the limit. */
  readonly left: number;
}

/** What was taken back, and what was not. */
export interface Undone {
  readonly cases: readonly Case[];
  /** Strikes that count again. */
  readonly strikes: number;
  /** Steps that hold again. */
  readonly steps: number;
  /** Steps that were lifted and stay so, since their time is over. */
  readonly stepsOver: number;
}

/** What the account of a case did before. */
export interface AccountHistory {
  /** Null: the case is of no account that is known. */
  readonly subject: string | null;
  /** Newest first, without the case itself. */
  readonly cases: readonly Case[];
  readonly strikes: readonly Pick<Strike, 'verdict' | 'at' | 'decision' | 'weight' | 'rule'>[];
  readonly steps: readonly ConductStep[];
}

export interface HoldPlace {
  readonly tenant: TenantId;
  /** What is to be held. */
  readonly verdict: VerdictId;
  readonly cap: number;
  /** Holds from then on count. */
  readonly since: number;
}

/** Cases, and who works on which. Each change of one is in a transaction with what is recorded of it. */
export interface Cases {
  /** Opens a case with its record; a case for the same verdict is opened once, however often the event comes. */
  open(opened: Case): Promise<void>;
  /** Undefined also for what the scope does not hold. */
  find(id: CaseId, scope?: Scope): Promise<Case | undefined>;
  findByVerdict(verdict: VerdictId): Promise<Case | undefined>;
  /** Newest first. */
  list(query: CaseQuery): Promise<readonly Case[]>;
  /** Open cases by priority, then by the time that is left. */
  page(query: CasePageQuery): Promise<CasePage>;
  /** Of queues with open cases, by name. */
  counts(scope: Scope, now: number): Promise<readonly QueueCount[]>;
  /** When the oldest open case was opened. */
  oldestAt(scope: Scope): Promise<number | null>;
  /**
   * Gives somebody the first case that is free, not skipped by them, and theirs to decide: the one that they hold already
   * before any other. Undefined where there is none.
   */
  takeNext(worker: CaseWorker, query: TakeQuery): Promise<Case | undefined>;
  /** Gives somebody this case. Rejects with NOT_FOUND, CASE_CLOSED, CASE_TAKEN or CASE_ESCALATED. */
  take(id: CaseId, worker: CaseWorker, until: number): Promise<Case>;
  /** Rejects with NOT_FOUND, CASE_CLOSED, CASE_NOT_HELD or CAPABILITY_MISSING. */
  act(id: CaseId, worker: CaseWorker, action: CaseAction): Promise<Case>;
  /** Rejects with NOT_FOUND, CASE_CLOSED, CASE_DECISION_UNFIT, CASE_NOT_HELD or CASE_ESCALATED. */
  decide(id: CaseId, worker: CaseWorker, resolution: CaseResolution): Promise<Case>;
  /** Decides this case and the open ones of its cluster and kind that are the worker's to decide, at most `limit`. */
  decideCluster(id: CaseId, worker: CaseWorker, resolution: CaseResolution, limit: number): Promise<ClusterDecided>;
  /** Opens what this worker decided after `since` again. Rejects with NOT_FOUND or UNDO_TOO_LATE. */
  undo(what: CaseId | { readonly batch: BatchId }, worker: CaseWorker, since: number, until: number): Promise<Undone>;
  /** Marks what nobody decided in time; returns how many. */
  expire(now: number): Promise<number>;
  /** Forgets what an undo would need of decisions made before then. */
  settle(before: number): Promise<number>;
  /** Oldest first. */
  events(id: CaseId): Promise<readonly CaseEvent[]>;
  /** Open cases of the same tenant with the same text, itself among them; counted up to `limit`. */
  clusterSize(one: Case, scope: Scope, limit: number): Promise<number>;
  history(one: Case, scope: Scope, limit: number): Promise<AccountHistory>;
  /** True if a person released this fingerprint for this tenant, not longer ago than `since`. */
  isReleased(tenant: TenantId, fingerprint: string, since: number): Promise<boolean>;
  /** Takes a place under a tenant's cap of holds, which counts over all machines; false where there is none left. */
  takeHoldPlace(place: HoldPlace): Promise<boolean>;
}
