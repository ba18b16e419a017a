import type { Policy } from '@tyrian/contracts';

/** A range of scores that no policy tells apart: `from` belongs to it, `to` does not, but 1 does. */
export interface ScoreStep {
  readonly from: number;
  readonly to: number;
}

/** The steps between all thresholds of some policies. */
export function scoreSteps(policies: readonly Policy[]): readonly ScoreStep[] {
  const thresholds = new Set([0]);
  for (const { bands, rules } of policies) {
    for (const band of Object.values(bands)) if (band) thresholds.add(band.controversial).add(band.unsafe);
    for (const { atLeast } of rules) if (atLeast !== undefined) thresholds.add(atLeast);
  }
  const sorted = [...thresholds].sort((a, b) => a - b);
  return sorted.map((from, index) => ({ from, to: sorted[index + 1] ?? 1 }));
}
