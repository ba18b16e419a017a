import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a model that is shipped was trained on: written by its trainer, read by whoever measures it. No text in it. */
export const TrainingManifest = z.object({
  /** Of the model. */
  version: z.string().min(1).max(200),
  /** The files it was made from; the hash is of their bytes as they lie, packed or not. */
  inputs: z.array(z.object({ file: z.string(), sha256: Sha256, rows: z.number().int().nonnegative() })).max(10_000),
  trainedOn: z.object({
    algorithm: z.literal('sha256-64 of normalised text'),
    /** Base64 of the fingerprints of all rows, 8 bytes each, little-endian, ascending, none twice. */
    hashes: z.base64(),
  }),
});
export type TrainingManifest = z.infer<typeof TrainingManifest>;
