import { z } from 'zod';

/**
 * Why a detector has not judged a content that it did not fail on. `hazard`: it sees harm that it has no name of ours for;
 * `off`: somebody has switched it off; `unasked`: whose turn it is, how far back it stands, or others are sure; `down`: it
 * is optional and could not answer.
 */
export const CoverageGap = z.enum(['language', 'modality', 'axis', 'hazard', 'off', 'unasked', 'down']);
export type CoverageGap = z.infer<typeof CoverageGap>;

const At = { detector: z.string(), place: z.string() };

/** What one detector did with one content. Only `failed` fails closed; `not-covered` is the policy's to decide. */
export const Coverage = z.discriminatedUnion('status', [
  z.object({ status: z.literal('scanned'), ...At }),
  z.object({
    status: z.literal('not-covered'),
    ...At,
    gap: CoverageGap,
    /** Of the content, as far as they are known. */
    languages: z.array(z.string()).readonly().optional(),
  }),
  z.object({ status: z.literal('failed'), ...At, code: z.string() }),
]);
export type Coverage = z.infer<typeof Coverage>;
