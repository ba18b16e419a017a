import { z } from 'zod';
import { Stage } from './content.js';
import { Decision } from './decision.js';

/** Traffic is counted by periods of so many milliseconds. */
export const TRAFFIC_PERIOD_MS = 5 * 60_000;

/** Verdicts of one period, stage and decision. */
export const TrafficCount = z.object({
  /** When the period begins, in milliseconds since 1970. */
  at: z.number().int(),
  stage: Stage,
  decision: Decision,
  verdicts: z.number().int(),
  /** Of those, at how many contents a detector failed. */
  failed: z.number().int(),
  /** Milliseconds that the guard took for all of them together, and for the slowest. */
  tookMs: z.number(),
  slowestMs: z.number(),
});
export type TrafficCount = z.infer<typeof TrafficCount>;
