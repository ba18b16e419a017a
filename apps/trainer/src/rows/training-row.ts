import { z } from 'zod';

export const RowKind = z.enum(['request', 'content', 'benign', 'jailbreak', 'image-prompt']);
export type RowKind = z.infer<typeof RowKind>;

/** One line of a training or evaluation file. Fields beyond these are let pass: they name where a row comes from. */
export const TrainingRow = z.object({
  id: z.string().max(200),
  text: z.string().min(1).max(20_000),
  /** 1 harmful, 0 not, null not known. */
  label: z.union([z.literal(0), z.literal(1), z.null()]),
  hazards: z.array(z.string().max(20)).max(20),
  kind: RowKind,
  source: z.string().min(1).max(60),
  licence: z.string().max(400),
});
export type TrainingRow = z.infer<typeof TrainingRow>;
