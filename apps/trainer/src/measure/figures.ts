import { z } from 'zod';

const Interval = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
export type Interval = z.infer<typeof Interval>;

/** Recall of some harmful rows where one harmless row in a hundred is flagged. */
const RecallLine = z.object({
  of: z.string(),
  rows: z.number(),
  recall: Interval,
  /** Less that of the model compared with, by the same draws. */
  difference: Interval.optional(),
});
export type RecallLine = z.infer<typeof RecallLine>;

const SourceLine = z.object({
  source: z.string(),
  rows: z.number(),
  harmful: z.number(),
  auprc: z.number().nullable(),
  recall: z.number().nullable(),
  falsePositives: z.number().nullable(),
});
export type SourceLine = z.infer<typeof SourceLine>;

const HeadFigures = z.object({
  head: z.string(),
  /** Harmless rows of kind `benign` that may be flagged, of how many. */
  allowed: z.number(),
  benign: z.number(),
  recalls: z.array(RecallLine),
  /** AUPRC on the rows that the head is for. */
  auprc: Interval,
  auprcDifference: Interval.optional(),
  sources: z.array(SourceLine),
  /** At the threshold that the model carries: the share of the benign rows that is flagged. */
  flaggedBenign: z.number(),
  flaggedHarmful: z.number(),
  calibrationError: z.number(),
});
export type HeadFigures = z.infer<typeof HeadFigures>;

const HazardFigures = z.object({
  hazard: z.string(),
  harmful: z.number(),
  auprc: z.number().nullable(),
  base: z.number(),
  recall: z.number().nullable(),
});
export type HazardFigures = z.infer<typeof HazardFigures>;

const LanguageFigures = z.object({
  language: z.string(),
  lines: z.number(),
  flagged: z.record(z.string(), z.number()),
});
export type LanguageFigures = z.infer<typeof LanguageFigures>;

const PaddingFigures = z.object({
  characters: z.number(),
  /** Recall of harmful requests by themselves, and within harmless text. */
  alone: z.number(),
  padded: z.number(),
  /** Share of harmless texts of that length that is flagged. */
  joinedHarmless: z.number(),
});
export type PaddingFigures = z.infer<typeof PaddingFigures>;

/** All that was measured of a model. The model card is written from this alone. */
export const Figures = z.object({
  rows: z.number(),
  /** Rows left out since the model was trained on them, or seems to have been. */
  seen: z.number(),
  heads: z.array(HeadFigures),
  hazards: z.array(HazardFigures),
  languages: z.array(LanguageFigures),
  padding: PaddingFigures.optional(),
});
export type Figures = z.infer<typeof Figures>;
