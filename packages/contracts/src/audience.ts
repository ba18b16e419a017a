import { z } from 'zod';

export const AUDIENCES = ['child', 'teen', 'adult', 'unknown'] as const;
/** Who a generation is for. `unknown` counts as `teen` unless the policy is stricter. */
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

const STRICTNESS: Record<Audience, number> = { child: 3, teen: 2, unknown: 2, adult: 1 };

/** The more protected of two audiences: a client can only tighten. */
export function stricterAudience(a: Audience, b: Audience): Audience {
  return STRICTNESS[b] > STRICTNESS[a] ? b : a;
}
