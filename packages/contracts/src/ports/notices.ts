import type { CaseDecision } from '../case.js';
import type { DutyClock } from '../duty-clock.js';
import type { NewEvidence } from '../evidence.js';
import type { AppealId, ClockId, EvidenceId, NoticeId, TenantId, VerdictId } from '../ids.js';
import type { Scope } from '../member.js';
import type { Appeal, AppealOutcome, Notice, NoticeOutcome } from '../notice.js';

export interface NewClock {
  readonly id: ClockId;
  readonly duty: string;
  readonly dueAt: number;
  /** When it warns before, in order; milliseconds since 1970. */
  readonly warnAt: readonly number[];
}

export interface NewNotice {
  readonly notice: Omit<Notice, 'linked'>;
  readonly evidence: NewEvidence;
  /** Hash of the code that opens its status. */
  readonly codeHash: string;
  /** Keyed hashes of the files that it names. */
  readonly copies: readonly string[];
  readonly clocks: readonly NewClock[];
}

export interface NewAppeal {
  readonly appeal: Appeal;
  readonly evidence: NewEvidence;
  readonly codeHash: string;
  readonly clocks: readonly NewClock[];
}

export interface MatterQuery {
  readonly scope: Scope;
  readonly status?: 'open' | 'decided' | undefined;
  readonly limit: number;
}

interface Ruling {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
  readonly statement: string;
  readonly decision: CaseDecision;
  /** What was sealed of it stays at least until then. */
  readonly keepUntil: number;
}

export interface NoticeRuling extends Ruling {
  readonly outcome: NoticeOutcome;
  readonly isUnfounded: boolean;
}

export interface AppealRuling extends Ruling {
  readonly outcome: AppealOutcome;
  /** Clocks of a notice that is looked at anew. */
  readonly clocksAgain: readonly NewClock[];
}

/** How much has come in: of one address, and of all. */
export interface Received {
  readonly fromReporter: number;
  readonly inAll: number;
}

/** What a verdict came to, as far as an appeal needs to know. */
export interface Judged {
  readonly tenant: TenantId;
  readonly evidence: EvidenceId | null;
  /** Null: a person has yet to decide. */
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  /** A person let it through already. */
  readonly isReleased: boolean;
  readonly isQuiet: boolean;
}

/** Notices from outside. Receiving one makes it durable with what was said, its clocks and the event that opens its case. */
export interface Notices {
  receive(received: NewNotice): Promise<Notice>;
  /** Notices and appeals together, since these times. */
  received(reporter: string, reporterSince: number, allSince: number): Promise<Received>;
  /** How many of an address were rejected as manifestly unfounded since then. */
  unfounded(reporter: string, since: number): Promise<number>;
  /** Undefined also for what the scope does not hold. */
  find(id: NoticeId, scope: Scope): Promise<Notice | undefined>;
  /** By its id and the hash of its code, which only whoever gave it has. */
  findByCode(id: NoticeId, codeHash: string): Promise<Notice | undefined>;
  /** By priority, then the oldest first; decided ones newest first. */
  list(query: MatterQuery): Promise<readonly Notice[]>;
  /** Rejects with NOT_FOUND, CASE_CLOSED or DECIDER_INVOLVED. Stops its clocks. */
  decide(id: NoticeId, ruling: NoticeRuling): Promise<Notice>;
}

/** Appeals, without an account, by what they are against. */
export interface Appeals {
  /** Undefined for a verdict that was neither refused nor held, or that is kept no longer. */
  judged(verdict: VerdictId): Promise<Judged | undefined>;
  /** Rejects with APPEAL_GIVEN where there is one against the same already. */
  receive(received: NewAppeal): Promise<Appeal>;
  find(id: AppealId, scope: Scope): Promise<Appeal | undefined>;
  findByCode(id: AppealId, codeHash: string): Promise<Appeal | undefined>;
  list(query: MatterQuery): Promise<readonly Appeal[]>;
  /**
   * Rejects with NOT_FOUND, CASE_CLOSED or DECIDER_INVOLVED. Reversed, a verdict's content is let through and its strike
   * is gone; a notice is open again, for somebody who has not decided it yet.
   */
  decide(id: AppealId, ruling: AppealRuling): Promise<Appeal>;
}

/** Duties that must be done by a time. */
export interface DutyClocks {
  /** All of a notice or appeal, oldest first. */
  of(about: readonly (NoticeId | AppealId)[]): Promise<readonly DutyClock[]>;
  /** Warns of those that come to a mark: a record, an alarm, and the matter comes sooner. Returns how many. */
  advance(now: number): Promise<number>;
}
