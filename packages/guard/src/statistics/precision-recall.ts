import { type Labels, type Ranking, rank, type Scores } from './rank.js';

/** Precision and recall at each threshold, highest threshold (lowest recall) first. */
export interface PrecisionRecallCurve {
  readonly thresholds: Float64Array;
  readonly precision: Float64Array;
  readonly recall: Float64Array;
}

/** One point a distinct score; rows that tie are flagged together. Recall is NaN where no row is positive. */
export function precisionRecall(scores: Scores, labels: Labels): PrecisionRecallCurve {
  const { thresholds, truePositives, falsePositives, positives } = rank(scores, labels);
  return {
    thresholds,
    precision: Float64Array.from(truePositives, (hits, step) => hits / (hits + (falsePositives[step] ?? 0))),
    recall: Float64Array.from(truePositives, (hits) => hits / positives),
  };
}

/**
 * Area under the precision-recall curve as average precision: the sum of precision times the step in recall, without
 * interpolation, as scikit-learn's `average_precision_score`. 0 to 1; NaN where no row is positive. Its floor is the
 * share of positives, so it compares only between guards on the same rows.
 */
export function auprc(scores: Scores, labels: Labels): number {
  return auprcOf(rank(scores, labels));
}

/** `auprc` of rows that are ranked already. */
export function auprcOf({ truePositives, falsePositives, positives }: Ranking): number {
  let area = 0;
  let before = 0;
  for (let step = 0; step < truePositives.length; step++) {
    const hits = truePositives[step] ?? 0;
    if (hits === before) continue;
    area += (hits - before) * (hits / (hits + (falsePositives[step] ?? 0)));
    before = hits;
  }
  return area / positives;
}
