import { z } from 'zod';
import { BatchId, CaseEventId, CaseId, EvidenceId, TenantId, VerdictId } from './ids.js';

export const CaseStatus = z.enum(['open', 'decided', 'expired']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** What a case is about, and what a person may decide of each; the first is the milder one for whom it is about. */
export const DECISIONS_OF = {
  hold: ['release', 'refuse'],
  conduct: ['lift', 'uphold'],
  feedback: ['overturn', 'uphold'],
  campaign: ['dismiss', 'confirm'],
  notice: ['remove', 'restrict', 'reject', 'forward'],
  appeal: ['reverse', 'uphold'],
} as const;

export const CaseKind = z.enum(
  Object.keys(DECISIONS_OF) as [keyof typeof DECISIONS_OF, ...(keyof typeof DECISIONS_OF)[]],
);
export type CaseKind = z.infer<typeof CaseKind>;

/**
 * What a person decides: of something held `release` or `refuse`, of somebody's conduct `lift` or `uphold`, of a refusal
 * that many call wrong `overturn` or `uphold`, of a campaign `dismiss` or `confirm`, of a notice `remove`, `restrict`, `reject` or
 * `forward`, of an appeal `reverse` or `uphold`.
 */
export const CaseDecision = z.enum([
  'release',
  'refuse',
  'lift',
  'uphold',
  'overturn',
  'dismiss',
  'confirm',
  'remove',
  'restrict',
  'reject',
  'forward',
  'reverse',
]);
export type CaseDecision = z.infer<typeof CaseDecision>;

/** Kinds that a duty with a clock stands behind: an outcome closes them, and nothing else does. */
export const CLOCKED_KINDS: ReadonlySet<CaseKind> = new Set(['notice', 'appeal']);

/** Which decisions let something through, or off: a strike that the verdict left is taken back with them. */
export const ABSOLVING: ReadonlySet<CaseDecision> = new Set(['release', 'overturn']);

export const QueueName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens');
export type QueueName = z.infer<typeof QueueName>;

const Priority = z.number().int().min(0).max(100);
const Milliseconds = z.number().int();

/** Held by one person alone until then; it ends by itself. */
export const CaseLease = z.object({ by: z.string(), until: Milliseconds });
export type CaseLease = z.infer<typeof CaseLease>;

/** A matter that a person decides. It holds no content: that is in the vault, opened only through the case. */
export const Case = z.object({
  id: CaseId,
  tenant: TenantId,
  kind: CaseKind,
  status: CaseStatus,
  /** The verdict that it is about: of a campaign the last one, of a notice or an appeal that itself, under its own id. */
  verdict: VerdictId,
  evidence: EvidenceId.nullable(),
  /** Keyed hash of what was held: the same content by the same account is let through after a release. */
  fingerprint: z.string(),
  /** Rules that asked for a person. */
  rules: z.array(z.string()),
  queue: QueueName,
  /** 100 comes first. */
  priority: Priority,
  /** The main language of the text, as a BCP 47 tag. */
  language: z.string().nullable(),
  /** Keyed hash of the normalised text: equal ones are the same text, whoever sent it. Null: of no text. */
  cluster: z.string().nullable(),
  /** Seen by those alone who work on child safety. */
  isChildSafety: z.boolean(),
  /** The pseudonym of the account that it is about. */
  subject: z.string().nullable(),
  lease: CaseLease.nullable(),
  /** Whoever leads decides it. */
  escalated: z.object({ by: z.string(), at: Milliseconds, why: z.string() }).nullable(),
  openedAt: Milliseconds,
  /** A duty's clock; null where there is none. */
  dueAt: Milliseconds.nullable(),
  /** When it closes by itself. */
  expiresAt: Milliseconds,
  decision: CaseDecision.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Milliseconds.nullable(),
  /** Why, in the words of who decided; for people of the platform alone. */
  reason: z.string().nullable(),
  /** The rule that it was decided by, where that is another than asked for a person. */
  rule: z.string().nullable(),
  /** What is said to whom it is about. */
  statement: z.string().nullable(),
  /** Of the decisions that were made together with it. */
  batch: BatchId.nullable(),
  /** Nobody outside is told of it. */
  quiet: z.literal(true).optional(),
});
export type Case = z.infer<typeof Case>;

/** How much of sealed content somebody has been shown. */
export const ViewKind = z.enum(['text', 'blurred', 'thumbnail', 'entire']);
export type ViewKind = z.infer<typeof ViewKind>;

const CASE_EVENT_TYPES = [
  'opened',
  'taken',
  'renewed',
  'handed-back',
  'skipped',
  'escalated',
  'moved',
  'commented',
  'viewed',
  'decided',
  'undone',
  'expired',
] as const;

/** Something that somebody did with a case. It is never changed, and goes with the case. */
export const CaseEvent = z.object({
  id: CaseEventId,
  case: CaseId,
  type: z.enum(CASE_EVENT_TYPES),
  at: Milliseconds,
  /** Null: by itself. */
  by: z.string().nullable(),
  /** What it says beside that: `why`, `text`, `queue`, `until`, `decision`... */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];

/** Where a case goes, and how soon it must be looked at. */
export const CaseRoute = z.object({ queue: QueueName, priority: Priority, dueAt: Milliseconds.nullable() });
export type CaseRoute = z.infer<typeof CaseRoute>;

/** How many open cases wait in a queue, of those that the asker sees. */
export const QueueCount = z.object({
  queue: z.string(),
  /** Counted up to 1,000. */
  open: z.number().int(),
  /** There are more than were counted. */
  isMore: z.boolean(),
  /** Of them, held by somebody now. */
  taken: z.number().int(),
  /** Of them, for whoever leads. */
  escalated: z.number().int(),
});
export type QueueCount = z.infer<typeof QueueCount>;
