import { type Labels, type Ranking, rank, type Scores } from './rank.js';

/** Shares of the negatives and of the positives that are flagged, from (0, 0) at threshold infinity to (1, 1). */
export interface RocCurve {
  readonly thresholds: Float64Array;
  readonly falsePositiveRate: Float64Array;
  readonly truePositiveRate: Float64Array;
}

/** One point a distinct score, after the origin. A rate is NaN where there is no row of its class. */
export function rocCurve(scores: Scores, labels: Labels): RocCurve {
  const { thresholds, truePositives, falsePositives, positives, negatives } = rank(scores, labels);
  return {
    thresholds: fromInfinity(thresholds),
    falsePositiveRate: rates(falsePositives, negatives),
    truePositiveRate: rates(truePositives, positives),
  };
}

/** Nothing is flagged at infinity. */
function fromInfinity(thresholds: Float64Array): Float64Array {
  const all = new Float64Array(thresholds.length + 1);
  all[0] = Number.POSITIVE_INFINITY;
  all.set(thresholds, 1);
  return all;
}

function rates(counts: Uint32Array, of: number): Float64Array {
  const rates = new Float64Array(counts.length + 1);
  rates[0] = 0 / of;
  for (let step = 0; step < counts.length; step++) rates[step + 1] = (counts[step] ?? 0) / of;
  return rates;
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counted as half. 0.5 is chance;
 * NaN where either class is empty.
 */
export function auroc(scores: Scores, labels: Labels): number {
  return aurocOf(rank(scores, labels));
}

/** `auroc` of rows that are ranked already. */
export function aurocOf({ truePositives, falsePositives, positives, negatives }: Ranking): number {
  let area = 0;
  let hitsBefore = 0;
  let alarmsBefore = 0;
  for (let step = 0; step < truePositives.length; step++) {
    const hits = truePositives[step] ?? 0;
    const alarms = falsePositives[step] ?? 0;
    area += ((alarms - alarmsBefore) * (hits + hitsBefore)) / 2;
    hitsBefore = hits;
    alarmsBefore = alarms;
  }
  return area / (positives * negatives);
}
