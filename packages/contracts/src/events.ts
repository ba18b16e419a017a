import { z } from 'zod';
import { CaseDecision } from './case.js';
import { ConductStepName, SubjectKind } from './conduct.js';
import { Hazard } from './hazards.js';
import { AppealId, CaseId, EvidenceId, GenerationId, NoticeId, RecordId, TenantId, VerdictId } from './ids.js';
import { NoticeKind } from './notice.js';

const Milliseconds = z.number().int();
const Rules = z.array(z.string().max(200));
/** Goes to nobody outside: what it is about is, or may be, abuse material of children. */
const Quiet = z.literal(true).optional();
/** What a case is routed and found by; absent in events of before there were queues. */
const caseFacts = {
  /** What the deciding rules are about. */
  hazards: z.array(Hazard).optional(),
  /** The main language of the text, as a BCP 47 tag. */
  language: z.string().max(35).optional(),
  /** Keyed hash of the normalised text. */
  cluster: z.string().optional(),
  /** The pseudonym of the account. */
  subject: z.string().optional(),
};

/** Something was held for a person to decide. */
export const HeldEvent = z.object({
  type: z.literal('verdict.held'),
  tenant: TenantId,
  verdict: VerdictId,
  evidence: EvidenceId.nullable(),
  fingerprint: z.string(),
  rules: z.array(z.string()),
  heldAt: Milliseconds,
  expiresAt: Milliseconds,
  ...caseFacts,
  quiet: Quiet,
});
export type HeldEvent = z.infer<typeof HeldEvent>;

/** Something was refused. There is no such event for child safety: an alarm says that, and less. */
export const RefusedEvent = z.object({
  type: z.literal('verdict.refused'),
  tenant: TenantId,
  verdict: VerdictId,
  generation: GenerationId,
  rules: Rules,
  hazards: z.array(Hazard),
  at: Milliseconds,
});
export type RefusedEvent = z.infer<typeof RefusedEvent>;

/** A person has decided a case. */
export const DecidedEvent = z.object({
  type: z.literal('case.decided'),
  tenant: TenantId,
  case: CaseId,
  verdict: VerdictId,
  decision: CaseDecision,
  at: Milliseconds,
  quiet: Quiet,
});

/** Nobody decided a case in time: what was held stays refused. */
export const ExpiredEvent = z.object({
  type: z.literal('case.expired'),
  tenant: TenantId,
  case: CaseId,
  verdict: VerdictId,
  at: Milliseconds,
  quiet: Quiet,
});

/** A decision was taken back within minutes: the case is open again, and what was released is held. */
export const ReopenedEvent = z.object({
  type: z.literal('case.reopened'),
  tenant: TenantId,
  case: CaseId,
  verdict: VerdictId,
  at: Milliseconds,
  quiet: Quiet,
});

/** Many say that a refusal was wrong: a person is to look. */
const DisputedEvent = z.object({
  type: z.literal('verdict.disputed'),
  tenant: TenantId,
  verdict: VerdictId,
  /** What was sealed when it was refused. */
  evidence: EvidenceId.nullable(),
  rules: Rules,
  at: Milliseconds,
  isChildSafety: z.boolean(),
  hazards: caseFacts.hazards,
  subject: caseFacts.subject,
});
export type DisputedEvent = z.infer<typeof DisputedEvent>;

/** The same attack has come from so many accounts that a person is to look. */
const GrownEvent = z.object({
  type: z.literal('campaign.grown'),
  tenant: TenantId,
  /** The last one. */
  verdict: VerdictId,
  by: z.enum(['content', 'range']),
  rule: z.string(),
  /** What its verdicts have in common, the same for as long as it goes on: `by`, rule, and a keyed hash. */
  common: z.string(),
  at: Milliseconds,
  isChildSafety: z.boolean(),
});
export type GrownEvent = z.infer<typeof GrownEvent>;

/** A policy has only watched for long, and the server proposes to enforce it. */
export const ProposedEvent = z.object({
  type: z.literal('policy.proposed'),
  tenant: TenantId,
  /** The record that says what would change. */
  record: RecordId,
  policy: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  at: Milliseconds,
});

/** A verdict has left a strike: the ladders of who asked are to be looked at. */
const StruckEvent = z.object({
  type: z.literal('verdict.struck'),
  tenant: TenantId,
  verdict: VerdictId,
  at: Milliseconds,
});

/** Somebody is on a step that a person may lift. */
const SteppedEvent = z.object({
  type: z.literal('conduct.stepped'),
  tenant: TenantId,
  verdict: VerdictId,
  case: CaseId,
  kind: SubjectKind,
  step: ConductStepName,
  rules: Rules,
  at: Milliseconds,
  until: Milliseconds,
  /** Where an event of before does not say so, it may be. */
  isChildSafety: z.boolean().default(true),
  subject: caseFacts.subject,
});

/** What opens the case of a notice or an appeal. */
const matter = {
  tenant: TenantId,
  case: CaseId,
  evidence: EvidenceId,
  priority: z.number().int(),
  language: z.string(),
  isChildSafety: z.boolean(),
  at: Milliseconds,
  /** The earliest of its clocks. */
  dueAt: Milliseconds.nullable(),
};

/** Somebody outside says that something is wrong; again where a person must look anew. */
const NoticeEvent = z.object({
  type: z.literal('notice.received'),
  notice: NoticeId,
  kind: NoticeKind,
  ...matter,
});

/** Somebody disagrees with what was decided. */
const AppealEvent = z.object({
  type: z.literal('appeal.received'),
  appeal: AppealId,
  /** Keyed hash of what was held, where it was: it is let through once the appeal succeeds. */
  fingerprint: z.string(),
  ...matter,
});

/** A name of an alarm, as in `child-safety`. */
const AlarmCode = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);

/** Ids and numbers by name: an alarm has no room for content. */
const AlarmIds = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.union([z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), z.number().int()]))
  .refine((ids) => Object.keys(ids).length <= 8, 'at most 8');

/** Something that the operator must look at. Two with the same code, time and ids are one. */
export const AlarmEvent = z.strictObject({
  type: z.literal('alarm.raised'),
  tenant: TenantId,
  alarm: AlarmCode,
  at: Milliseconds,
  ids: AlarmIds,
});
export type AlarmEvent = z.infer<typeof AlarmEvent>;

/** What happened, told to other features and to the platform through the outbox. Ids only, never content. */
export const Event = z.discriminatedUnion('type', [
  HeldEvent,
  RefusedEvent,
  DecidedEvent,
  ExpiredEvent,
  ReopenedEvent,
  DisputedEvent,
  GrownEvent,
  ProposedEvent,
  StruckEvent,
  SteppedEvent,
  NoticeEvent,
  AppealEvent,
  AlarmEvent,
]);
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];

/**
 * The same for the same event, however often it is told, and for no other. It holds no full stop, so that it can stand
 * in what Standard Webhooks signs.
 *
 * @example
 * eventId(refused); // 'refused_vrd_01k9y3m2q...'
 */
export function eventId(event: Event): string {
  switch (event.type) {
    case 'verdict.held':
      return `held_${event.verdict}`;
    case 'verdict.refused':
      return `refused_${event.verdict}`;
    case 'case.decided':
      // Decided, undone and decided again are three things.
      return `decided_${event.case}_${event.at}`;
    case 'case.reopened':
      return `reopened_${event.case}_${event.at}`;
    case 'verdict.disputed':
      return `disputed_${event.verdict}`;
    case 'campaign.grown':
      return `grown_${event.verdict}_${event.by}`;
    case 'case.expired':
      return `expired_${event.case}`;
    case 'policy.proposed':
      return `proposed_${event.record}`;
    case 'verdict.struck':
      return `struck_${event.verdict}`;
    case 'conduct.stepped':
      return `stepped_${event.case}`;
    case 'notice.received':
      return `notice_${event.case}`;
    case 'appeal.received':
      return `appeal_${event.case}`;
    case 'alarm.raised':
      return ['alarm', event.alarm, event.at, ...Object.entries(event.ids).sort().flat()].join('_');
  }
}

/** What an event is about: events about the same are told in the order in which they were committed. */
export function eventSubject(event: Event): string {
  return 'verdict' in event ? event.verdict : eventId(event);
}
