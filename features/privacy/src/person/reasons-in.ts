import { z } from 'zod';

const Reasons = z.object({
  reasons: z.array(z.object({ rule: z.string(), decision: z.string(), subject: z.string().optional() })),
});

/** The reasons in the payload of a judgement; none in that of another record. */
export function reasonsIn(payload: string): z.infer<typeof Reasons>['reasons'] {
  return Reasons.safeParse(JSON.parse(payload)).data?.reasons ?? [];
}
