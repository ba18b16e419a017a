import { z } from 'zod';
import { AppealId, CaseId, EvidenceId, NoticeId, TenantId, VerdictId } from './ids.js';

const Milliseconds = z.number().int();

/** What somebody outside says is wrong. */
export const NoticeKind = z.enum(['illegal-content', 'intimate-image', 'child-safety', 'rights', 'model-or-adapter']);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Whose law whoever gives a notice goes by. */
export const Jurisdiction = z.enum(['us', 'eu', 'uk', 'other']);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

export const NoticeOutcome = z.enum(['removed', 'restricted', 'rejected', 'forwarded']);
export type NoticeOutcome = z.infer<typeof NoticeOutcome>;

export const AppealOutcome = z.enum(['reversed', 'upheld']);
export type AppealOutcome = z.infer<typeof AppealOutcome>;

const decided = {
  status: z.enum(['open', 'decided']),
  decidedBy: z.string().nullable(),
  decidedAt: Milliseconds.nullable(),
  /** For people of the platform alone. */
  reason: z.string().nullable(),
  /** For whoever gave the notice or appealed. */
  statement: z.string().nullable(),
};

/** Somebody outside says that something is wrong. What they say and who they are is in the vault. */
export const Notice = z.object({
  id: NoticeId,
  tenant: TenantId,
  case: CaseId,
  kind: NoticeKind,
  jurisdiction: Jurisdiction,
  evidence: EvidenceId,
  /** The verdict that it is about, where it names one that we know. */
  verdict: VerdictId.nullable(),
  model: z.string().nullable(),
  /** How many files it names by their SHA-256. */
  copies: z.number().int(),
  /** Earlier notices about a file with the same SHA-256. */
  linked: z.array(NoticeId),
  /** BCP 47. */
  language: z.string(),
  receivedAt: Milliseconds,
  /** Keyed pseudonym of the address that it came from. */
  reporter: z.string().nullable(),
  /** Name of the trusted flagger. */
  flagger: z.string().nullable(),
  isChildSafety: z.boolean(),
  /** 100 comes first. */
  priority: z.number().int().min(0).max(100),
  ...decided,
  outcome: NoticeOutcome.nullable(),
  /** Rejected as manifestly unfounded: more of the kind from there comes later. */
  isUnfounded: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

/** Somebody disagrees, with a verdict or with what became of their notice. */
export const Appeal = z.object({
  id: AppealId,
  tenant: TenantId,
  case: CaseId,
  /** What it is against: one of the two. */
  verdict: VerdictId.nullable(),
  notice: NoticeId.nullable(),
  /** What they say. */
  evidence: EvidenceId,
  /** What was judged. */
  judged: EvidenceId.nullable(),
  language: z.string(),
  receivedAt: Milliseconds,
  reporter: z.string().nullable(),
  isChildSafety: z.boolean(),
  priority: z.number().int().min(0).max(100),
  ...decided,
  outcome: AppealOutcome.nullable(),
});
export type Appeal = z.infer<typeof Appeal>;
