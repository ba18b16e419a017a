import { TrainingManifest } from '@tyrian/contracts';
import { z } from 'zod';

/** What the classifier was made of: what every trainer tells, and how its heads were learned. It names no text. */
export const ClassifierManifest = TrainingManifest.extend({
  seed: z.number().int(),
  bucketBits: z.number().int(),
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
});
export type ClassifierManifest = z.infer<typeof ClassifierManifest>;
