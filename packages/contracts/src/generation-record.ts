import { z } from 'zod';
import { Audience } from './audience.js';
import { Stage } from './content.js';
import type { Coverage } from './coverage.js';
import { Decision } from './decision.js';
import { GenerationId, VerdictId } from './ids.js';
import { Signal } from './signal.js';
import { Verdict } from './verdict.js';

/** A signal as it is recorded: like ones (detector, rule, name, place, stage) are one, with the highest score of them. */
export const RecordedSignal = z.intersection(
  Signal,
  z.object({
    /** How many there were, where there was more than one. */
    count: z.number().int().min(2).optional(),
  }),
);
export type RecordedSignal = z.infer<typeof RecordedSignal>;

/**
 * The payload of `generation.input` and `generation.output`: enough to replay thresholds and rules, no text.
 * Coverage is grouped by detector and outcome, since all contents of a generation usually fare alike.
 */
export const GenerationRecord = z.object({
  verdict: VerdictId,
  generation: GenerationId,
  stage: Stage,
  door: z.string(),
  model: z.string().nullable(),
  /** Which of several answers; null on input. */
  choice: z.number().int().nullable(),
  decision: Decision,
  proposed: Decision,
  score: z.number(),
  audience: Audience,
  policy: Verdict.shape.policy,
  /** Their signals are indexes into the signals of this record. */
  reasons: Verdict.shape.reasons,
  /** Those that the policy named first, then by score; of the input's, a record of an output has only those named. */
  signals: z.array(RecordedSignal),
  /** True where signals, spans, reasons' indexes or withheld names were left out for size. */
  truncated: z.literal(true).optional(),
  /** How many signals there were before like ones became one, where that differs. */
  signalCount: z.number().int().optional(),
  coverage: z.array(
    z.object({
      detector: z.string(),
      status: z.enum(['scanned', 'not-covered', 'failed']),
      detail: z.string().optional(),
      /** Of what was not covered, as far as they are known. */
      languages: z.array(z.string()).readonly().optional(),
      places: z.number().int(),
    }),
  ),
  /** UTF-16 units checked. */
  characters: z.number().int(),
  tookMs: z.number(),
  /** Fields of the answer that are in no table: they did not leave. */
  withheld: z.array(z.string()).optional(),
});
export type GenerationRecord = z.infer<typeof GenerationRecord>;
export type CoverageSummary = GenerationRecord['coverage'];

/** Groups coverage by detector and outcome. */
export function summariseCoverage(coverage: readonly Coverage[]): CoverageSummary {
  const groups = new Map<string, CoverageSummary[number]>();
  for (const entry of coverage) {
    const detail = entry.status === 'failed' ? entry.code : entry.status === 'not-covered' ? entry.gap : undefined;
    const languages = entry.status === 'not-covered' ? entry.languages : undefined;
    const key = `${entry.detector} ${entry.status} ${detail ?? ''} ${languages?.join() ?? ''}`;
    const group = groups.get(key);
    if (group) group.places++;
    else {
      const { detector, status } = entry;
      groups.set(key, { detector, status, ...(detail && { detail }), ...(languages && { languages }), places: 1 });
    }
  }
  return [...groups.values()];
}
