import { type Labels, type Ranking, rank, type Scores } from './rank.js';

/** Harmonic mean of precision and recall where rows with a score of at least `threshold` are flagged. */
export interface F1Point {
  readonly f1: number;
  readonly threshold: number;
  /** NaN where nothing is flagged. */
  readonly precision: number;
  /** NaN where no row is positive. */
  readonly recall: number;
}

/**
 * The threshold with the highest F1, the highest such threshold where several tie. It is chosen on the rows that it is
 * measured on, so it flatters; use `f1At` with a threshold from elsewhere for a figure to act on.
 */
export function bestF1(scores: Scores, labels: Labels): F1Point {
  return bestF1Of(rank(scores, labels));
}

/** `bestF1` of rows that are ranked already. Without a positive row F1 is NaN and the threshold infinite. */
export function bestF1Of({ thresholds, truePositives, falsePositives, positives }: Ranking): F1Point {
  let best = -1;
  let bestF1 = -1;
  for (let step = 0; step < thresholds.length; step++) {
    const f1 = f1Of(truePositives[step] ?? 0, falsePositives[step] ?? 0, positives);
    if (f1 > bestF1) {
      bestF1 = f1;
      best = step;
    }
  }
  return pointOf(truePositives[best] ?? 0, falsePositives[best] ?? 0, positives, thresholds[best] ?? Infinity);
}

/** F1 where rows with a score of at least `threshold` are flagged. F1 is 0 where no positive is, NaN without positives. */
export function f1At(scores: Scores, labels: Labels, threshold: number): F1Point {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, but ${labels.length} labels`);
  let positives = 0;
  let hits = 0;
  let alarms = 0;
  for (let row = 0; row < scores.length; row++) {
    const isPositive = labels[row] === 1;
    if (isPositive) positives++;
    if (!((scores[row] ?? 0) >= threshold)) continue;
    if (isPositive) hits++;
    else alarms++;
  }
  return pointOf(hits, alarms, positives, threshold);
}

function pointOf(hits: number, alarms: number, positives: number, threshold: number): F1Point {
  return {
    f1: f1Of(hits, alarms, positives),
    threshold,
    precision: hits / (hits + alarms),
    recall: hits / positives,
  };
}

function f1Of(hits: number, alarms: number, positives: number): number {
  return positives === 0 ? Number.NaN : (2 * hits) / (hits + alarms + positives);
}
