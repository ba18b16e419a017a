import type { GuardFinding, Hazard } from '@tyrian/contracts';
import type { ReadAnswer } from '../families/family.js';

/** What a bare label is worth: see GuardFinding. */
export const BARE = { safe: 0, between: 0.65, unsafe: 1 } as const;

/** Floating point makes 1.0000000002 of shares; a score has six digits. */
function rounded(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1e6) / 1e6;
}

/**
 * An answer of one score and the hazards that it is about, each once.
 *
 * @param hazards `null` for what a model names and our taxonomy has no hazard for: it counts for the score alone.
 */
export function oneScore(score: number, hazards: readonly (Hazard | null)[], isGraded: boolean): ReadAnswer {
  const names = [...new Set(hazards)].filter((name) => name !== null);
  return { score: rounded(score), findings: names.map((name) => ({ name, score: rounded(score) })), isGraded };
}

/** An answer of a score a hazard: the highest counts, for a hazard that stands twice and for the whole. */
export function manyScores(findings: readonly GuardFinding[], isGraded: boolean): ReadAnswer {
  const highest = new Map<Hazard, number>();
  for (const { name, score } of findings) highest.set(name, Math.max(highest.get(name) ?? 0, rounded(score)));
  return {
    score: Math.max(0, ...highest.values()),
    findings: [...highest].map(([name, score]) => ({ name, score })),
    isGraded,
  };
}
