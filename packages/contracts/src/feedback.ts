import { z } from 'zod';
import { Stage } from './content.js';
import { Decision } from './decision.js';
import { ApiKeyId, EvidenceId, FeedbackId, GenerationId, RecordId, VerdictId } from './ids.js';
import { MaturityLevel } from './maturity.js';
import { Verdict } from './verdict.js';

/** What somebody says was wrong about a verdict. */
export const FeedbackSays = z.enum(['wrong-refusal', 'wrong-pass', 'wrong-rating']);
export type FeedbackSays = z.infer<typeof FeedbackSays>;

/** Who says so: somebody who uses the platform, or the people who run it. */
export const FeedbackBy = z.enum(['user', 'platform']);
export type FeedbackBy = z.infer<typeof FeedbackBy>;

/** The payload of `feedback.given`: who says what of which verdict, and what had decided it. No text. */
export const FeedbackRecord = z.object({
  feedback: FeedbackId,
  verdict: VerdictId,
  generation: GenerationId,
  /** The record of the verdict, and its time. */
  judgement: RecordId,
  judgedAt: z.number().int(),
  says: FeedbackSays,
  by: FeedbackBy,
  /** The level that would be right; only of a wrong rating. */
  rating: MaturityLevel.optional(),
  key: ApiKeyId,
  stage: Stage,
  decision: Decision,
  policy: Verdict.shape.policy,
  /** The rules that decided; none where something passed because no rule minded. */
  rules: z.array(z.string()).readonly(),
  /** What the same reporter had said of this verdict before. */
  replaces: FeedbackId.optional(),
  /** What was sealed with it. */
  evidence: EvidenceId.optional(),
});
export type FeedbackRecord = z.infer<typeof FeedbackRecord>;

/** How often something was said of the verdicts that one rule decided, under one version of a policy. */
export const FeedbackCount = z.object({
  /** Null: of what passed because no rule minded. */
  rule: z.string().nullable(),
  says: FeedbackSays,
  by: FeedbackBy,
  policy: z.object({ id: z.string(), version: z.string() }),
  /** Opinions that stand: one for each reporter and verdict. */
  count: z.number().int(),
  /** Verdicts that they are about. */
  verdicts: z.number().int(),
});
export type FeedbackCount = z.infer<typeof FeedbackCount>;
