import { z } from 'zod';
import { Role, Stage } from './content.js';
import { Attribute, Hazard } from './hazards.js';
import { MaturityAxis, MaturityDegree } from './maturity.js';

/** `[start, end)` in UTF-16 units of the string at the signal's place. */
export const Span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export type Span = z.infer<typeof Span>;

const Seen = {
  /** 0 to 1: how sure the detector is. */
  score: z.number().min(0).max(1),
  place: z.string(),
  role: Role,
  stage: Stage,
  /** The pieces of the original that made the match; several when it was joined. */
  spans: z.array(Span).readonly(),
  /** Names of the views it was seen through; `raw` is the original. */
  via: z.array(z.string()).readonly(),
  detector: z.string(),
  version: z.string(),
  /** The detector's own rule, where it has rules. */
  rule: z.string().optional(),
  /** Other rules of the detector that say the same of the same words, as those of several languages do. */
  alsoRules: z.array(z.string()).readonly().optional(),
  /** It lies in a phrase that the tenant allows: it counts for locked rules only. */
  allowed: z.literal(true).optional(),
  /** What saw it is switched off: it counts for locked rules only. */
  muted: z.literal(true).optional(),
};

export const HazardSignal = z.object({ kind: z.literal('hazard'), name: Hazard, ...Seen });
export type HazardSignal = z.infer<typeof HazardSignal>;
export const AttributeSignal = z.object({ kind: z.literal('attribute'), name: Attribute, ...Seen });
export type AttributeSignal = z.infer<typeof AttributeSignal>;
export const MaturitySignal = z.object({
  kind: z.literal('maturity'),
  name: MaturityAxis,
  degree: MaturityDegree,
  ...Seen,
});
export type MaturitySignal = z.infer<typeof MaturitySignal>;

/** What a detector saw. It decides nothing. */
export const Signal = z.discriminatedUnion('kind', [HazardSignal, AttributeSignal, MaturitySignal]);
export type Signal = z.infer<typeof Signal>;
export type SignalKind = Signal['kind'];
