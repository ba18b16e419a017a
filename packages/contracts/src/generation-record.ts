import { z } from 'zod';
import { Assured } from './assured.js';
import { Audience } from './audience.js';
import { Role, Stage } from './content.js';
import type { Coverage } from './coverage.js';
import { Decision } from './decision.js';
import { GenerationId, VerdictId } from './ids.js';
import { StreamingMode } from './policy.js';
import { Signal, Span } from './signal.js';
import { Verdict } from './verdict.js';

/** A signal as it is recorded: like ones (detector, rule, name, place, stage) are one, with the highest score of them. */
export const RecordedSignal = z.intersection(
  Signal,
  z.object({
    /** How many there were, where there was more than one. */
    count: z.number().int().min(2).optional(),
    /** Score and spans of each of them, the first few where there are very many; what else they say is alike. */
    like: z.array(z.tuple([z.number().min(0).max(1), z.array(Span)])).optional(),
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
  /** What the policy decided, where a release, the cap of holds or a failed repair made `decision` another. */
  judged: Decision.optional(),
  /** How many signals of the stage before the policy looked at, where there were any. */
  before: z.number().int().positive().optional(),
  /** Where the account is in the order of canaries, 0 to 100; absent without an account. */
  bucket: z.number().min(0).max(100).optional(),
  /** The tenant was in lockdown: scores were read strictly, whatever the audience. */
  strict: z.literal(true).optional(),
  score: z.number(),
  audience: Audience,
  /** Who said of which audience the user is, where a signed token did. */
  assured: Assured.optional(),
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
      /** Whose contents they were; only of what was not covered, since only there a policy may ask. */
      roles: z.array(Role).optional(),
    }),
  ),
  /** UTF-16 units checked. */
  characters: z.number().int(),
  tookMs: z.number(),
  /** How it left, where it was streamed. */
  streamed: z
    .object({
      mode: StreamingMode,
      /** UTF-16 units that had left when the last check ended: all of them, or those before a cut. */
      left: z.number().int(),
      /** Checks of parts, the last one of the whole not counted. */
      checks: z.number().int(),
      /** Milliseconds from the first text of the model to the first that left. */
      heldMs: z.number(),
    })
    .optional(),
  /** Fields of the answer that are in no table: they did not leave. */
  withheld: z.array(z.string()).optional(),
});
export type GenerationRecord = z.infer<typeof GenerationRecord>;
export type CoverageSummary = GenerationRecord['coverage'];

/** Groups coverage by detector and outcome. */
export function summariseCoverage(
  coverage: readonly Coverage[],
  roleOf: (place: string) => Role | undefined = () => undefined,
): CoverageSummary {
  const groups = new Map<string, CoverageSummary[number]>();
  for (const entry of coverage) {
    const detail = entry.status === 'failed' ? entry.code : entry.status === 'not-covered' ? entry.gap : undefined;
    const languages = entry.status === 'not-covered' ? entry.languages : undefined;
    const key = `${entry.detector} ${entry.status} ${detail ?? ''} ${languages?.join() ?? ''}`;
    const group = groups.get(key);
    const role = entry.status === 'not-covered' ? roleOf(entry.place) : undefined;
    if (!group) {
      const { detector, status } = entry;
      groups.set(key, {
        detector,
        status,
        ...(detail && { detail }),
        ...(languages && { languages }),
        places: 1,
        ...(role && { roles: [role] }),
      });
      continue;
    }
    group.places++;
    if (role && !group.roles?.includes(role)) group.roles = [...(group.roles ?? []), role];
  }
  return [...groups.values()];
}
