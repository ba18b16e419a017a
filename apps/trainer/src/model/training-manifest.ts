import { z } from 'zod';

/** What a model was made of. It names no text; `seen` tells a text that was trained on, and nothing else. */
export const TrainingManifest = z.object({
  schemaVersion: z.literal(1),
  seed: z.number().int(),
  bucketBits: z.number().int(),
  inputs: z.array(z.object({ name: z.string(), sha256: z.string() })).readonly(),
  /** By source: how many rows say harmful and how many harmless. */
  examples: z.record(z.string(), z.object({ harmful: z.number(), harmless: z.number() })),
  heads: z
    .array(
      z.object({
        name: z.string(),
        families: z.number(),
        bits: z.number(),
        cost: z.number(),
        freedom: z.object({ rarity: z.number(), breadth: z.number() }),
        lengthPower: z.number(),
        window: z.number(),
        windowMargin: z.number(),
        yes: z.number(),
        no: z.number(),
        /** How the solver went: what it makes small, and how far above the optimum that is at most, as a share. */
        trace: z.array(z.object({ passes: z.number(), objective: z.number(), gap: z.number() })).readonly(),
      }),
    )
    .readonly(),
  /** A Bloom filter of the normalised texts, base64. */
  seen: z.string(),
});
export type TrainingManifest = z.infer<typeof TrainingManifest>;
