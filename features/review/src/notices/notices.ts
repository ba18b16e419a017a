import {
  type Appeal,
  AppealId,
  type AppealOutcome,
  type CaseDecision,
  type DutyClock,
  errors,
  type MatterQuery,
  type Notice,
  NoticeId,
  type NoticeOutcome,
  type Scope,
} from '@tyrian/contracts';
import { hashCode } from './codes.js';
import type { AppealRequest, NoticeRequest, StatusRequest } from './notice-request.js';
import type { NoticePorts } from './ports.js';
import { type AppealStanding, DAY_MS, type NoticeStanding, type Receipt } from './receipt.js';
import { receiveAppeal } from './receive-appeal.js';
import { clocksOf, receiveNotice } from './receive-notice.js';

const DECISION_OF: Record<NoticeOutcome | AppealOutcome, CaseDecision> = {
  removed: 'remove',
  restricted: 'restrict',
  rejected: 'reject',
  forwarded: 'forward',
  reversed: 'reverse',
  upheld: 'uphold',
};

/** What a person decides of a notice or an appeal. */
export interface MatterRuling<Outcome> {
  readonly outcome: Outcome;
  readonly by: string;
  /** For people of the platform. */
  readonly reason: string;
  /** For whoever gave the notice or appealed. */
  readonly statement: string;
}

export type WithClocks<Matter> = Matter & { readonly clocks: readonly DutyClock[] };

/** Notices and appeals from outside, as those outside give them and as people of the platform decide them. */
export interface NoticeDesk {
  receiveNotice(request: NoticeRequest, address: string): Promise<Receipt>;
  receiveAppeal(request: AppealRequest, address: string): Promise<Receipt>;
  /** Throws NOT_FOUND, also for a code that is not the one of this notice. */
  noticeStanding(asked: StatusRequest): Promise<NoticeStanding>;
  appealStanding(asked: StatusRequest): Promise<AppealStanding>;
  listNotices(query: MatterQuery): Promise<readonly WithClocks<Notice>[]>;
  listAppeals(query: MatterQuery): Promise<readonly WithClocks<Appeal>[]>;
  /** Throws NOT_FOUND, also for what the scope does not hold; so do all that follow. */
  showNotice(id: NoticeId, scope: Scope): Promise<WithClocks<Notice>>;
  showAppeal(id: AppealId, scope: Scope): Promise<WithClocks<Appeal>>;
  decideNotice(
    id: NoticeId,
    scope: Scope,
    ruling: MatterRuling<NoticeOutcome> & { readonly isUnfounded?: boolean | undefined },
  ): Promise<Notice>;
  decideAppeal(id: AppealId, scope: Scope, ruling: MatterRuling<AppealOutcome>): Promise<Appeal>;
  /** Warns of clocks that come to a mark; returns how many. */
  advanceClocks(): Promise<number>;
}

/**
 * Notices, appeals and their clocks.
 *
 * @example
 * const desk = createNoticeDesk(ports);
 * const { id, code } = await desk.receiveNotice(request, '203.0.113.7');
 */
export function createNoticeDesk(ports: NoticePorts): NoticeDesk {
  const { notices, appeals, clocks, appealDays, evidenceDays, now } = ports;

  async function withClocks<Matter extends Notice | Appeal>(found: readonly Matter[]): Promise<WithClocks<Matter>[]> {
    const all = await clocks.of(found.map(({ id }) => id));
    return found.map((one) => ({ ...one, clocks: all.filter(({ about }) => about === one.id) }));
  }
  async function requireNotice(id: NoticeId, scope: Scope): Promise<Notice> {
    const found = await notices.find(id, scope);
    if (!found) throw errors.NOT_FOUND([`notice ${id}`]);
    return found;
  }
  async function requireAppeal(id: AppealId, scope: Scope): Promise<Appeal> {
    const found = await appeals.find(id, scope);
    if (!found) throw errors.NOT_FOUND([`appeal ${id}`]);
    return found;
  }
  /** What was sealed stays as long as there can be an appeal, and one that comes last can be answered. */
  const keepUntil = (at: number) => at + Math.max(evidenceDays, appealDays) * DAY_MS;

  return {
    receiveNotice: (request, address) => receiveNotice(ports, request, address),
    receiveAppeal: (request, address) => receiveAppeal(ports, request, address),

    async noticeStanding({ id, code }) {
      const found = await notices.findByCode(NoticeId.parse(id), hashCode(code));
      if (!found) throw errors.NOT_FOUND(['notice with this id and code']);
      const { status, receivedAt, decidedAt, outcome, statement } = found;
      const appealUntil = decidedAt === null ? null : decidedAt + appealDays * DAY_MS;
      return { id, status, receivedAt, decidedAt, outcome, statement, appealUntil };
    },

    async appealStanding({ id, code }) {
      const found = await appeals.findByCode(AppealId.parse(id), hashCode(code));
      if (!found) throw errors.NOT_FOUND(['appeal with this id and code']);
      const { status, receivedAt, decidedAt, outcome, statement } = found;
      return { id, status, receivedAt, decidedAt, outcome, statement };
    },

    listNotices: async (query) => withClocks(await notices.list(query)),
    listAppeals: async (query) => withClocks(await appeals.list(query)),

    async showNotice(id, scope) {
      const found = await requireNotice(id, scope);
      return { ...found, clocks: await clocks.of([id]) };
    },

    async showAppeal(id, scope) {
      const found = await requireAppeal(id, scope);
      return { ...found, clocks: await clocks.of([id]) };
    },

    async decideNotice(id, scope, { outcome, isUnfounded = false, ...said }) {
      await requireNotice(id, scope);
      if (isUnfounded && outcome !== 'rejected')
        throw errors.INVALID_INPUT(['only a notice that is rejected can be manifestly unfounded']);
      const at = now();
      const decision = DECISION_OF[outcome];
      return notices.decide(id, { ...said, outcome, isUnfounded, decision, at, keepUntil: keepUntil(at) });
    },

    async decideAppeal(id, scope, { outcome, ...said }) {
      const { notice } = await requireAppeal(id, scope);
      const at = now();
      const again = notice === null ? undefined : await requireNotice(notice, { tenant: null, childSafety: true });
      const clocksAgain = again ? clocksOf(ports, again.kind, { ...again, at }) : [];
      const decision = DECISION_OF[outcome];
      return appeals.decide(id, { ...said, outcome, decision, at, keepUntil: keepUntil(at), clocksAgain });
    },

    advanceClocks: () => clocks.advance(now()),
  };
}
