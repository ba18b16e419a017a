import { z } from 'zod';
import { Audience } from './audience.js';
import { Stage } from './content.js';
import { Coverage, CoverageGap } from './coverage.js';
import { Decision, Explanation } from './decision.js';
import { Attribute, Hazard } from './hazards.js';
import { GenerationId, VerdictId } from './ids.js';
import { Maturity, MaturityAxis } from './maturity.js';
import { PolicyMode } from './policy.js';
import { Signal, Span } from './signal.js';

/** One rule of the policy that fired. */
export const Reason = z.object({
  rule: z.string(),
  decision: Decision,
  /** What the rule is about. Absent where it is about lack of coverage or a failure. */
  subject: z.union([Hazard, MaturityAxis, Attribute]).optional(),
  /** Why something could not be judged, where the rule is about that. */
  gap: CoverageGap.optional(),
  locked: z.boolean(),
  /** False where the rule only watches (observe, shadow, outside the canary). */
  enforced: z.boolean(),
  explanation: Explanation,
  /** Help lines are to be offered with the answer. */
  help: z.boolean(),
  /** Indexes into the verdict's signals. */
  signals: z.array(z.number().int()).readonly(),
});
export type Reason = z.infer<typeof Reason>;

/** What to replace, at one place, for `repair`. */
export const Repair = z.object({
  place: z.string(),
  spans: z.array(Span).readonly(),
  replacement: z.string(),
  /** All spans hold one value, which belongs back where an answer names the replacement. */
  restore: z.literal(true).optional(),
});
export type Repair = z.infer<typeof Repair>;

export const Verdict = z.object({
  id: VerdictId,
  generation: GenerationId,
  stage: Stage,
  /** What is to be done. */
  decision: Decision,
  /** What would be done if every rule were enforced; differs from `decision` in observe, shadow and canary. */
  proposed: Decision,
  /** The highest score over the hazards that the policy acts on, 0 to 1. */
  score: z.number().min(0).max(1),
  maturity: Maturity,
  audience: Audience,
  reasons: z.array(Reason).readonly(),
  repairs: z.array(Repair).readonly(),
  signals: z.array(Signal).readonly(),
  coverage: z.array(Coverage).readonly(),
  policy: z.object({ id: z.string(), version: z.string(), hash: z.string(), mode: PolicyMode }),
  tookMs: z.number().nonnegative(),
});
export type Verdict = z.infer<typeof Verdict>;
