import { z } from 'zod';

/** In order of severity. */
export const DECISIONS = ['allow', 'repair', 'hold', 'refuse'] as const;
export const Decision = z.enum(DECISIONS);
export type Decision = z.infer<typeof Decision>;

const SEVERITY: Record<Decision, number> = { allow: 0, repair: 1, hold: 2, refuse: 3 };

/** The more severe of two decisions. */
export function mostSevere(a: Decision, b: Decision): Decision {
  return SEVERITY[b] > SEVERITY[a] ? b : a;
}

/** How much of a refusal is told: nothing, the hazard, or the hazard with the words that made it. */
export const Explanation = z.enum(['nothing', 'hazard', 'words']);
export type Explanation = z.infer<typeof Explanation>;
