import { z } from 'zod';

/** Why a detector could not judge a content that it did not fail on; `off`: somebody has switched it off. */
export const CoverageGap = z.enum(['language', 'modality', 'axis', 'hazard', 'off']);
export type CoverageGap = z.infer<typeof CoverageGap>;

const At = { detector: z.string(), place: z.string() };

/** What one detector did with one content. Only `failed` fails closed; `not-covered` is the policy's to decide. */
export const Coverage = z.discriminatedUnion('status', [
  z.object({ status: z.literal('scanned'), ...At }),
  z.object({ status: z.literal('not-covered'), ...At, gap: CoverageGap }),
  z.object({ status: z.literal('failed'), ...At, code: z.string() }),
]);
export type Coverage = z.infer<typeof Coverage>;
