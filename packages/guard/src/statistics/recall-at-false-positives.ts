import { type Labels, type Ranking, rank, type Scores } from './rank.js';

/** What is found where a given share of harmless rows may be flagged. */
export interface OperatingPoint {
  /** Share of the positives that is flagged; NaN where there is none, or no negative to set the cut by. */
  readonly recall: number;
  /** A row is flagged where its score is greater than this, not where it equals it. */
  readonly cut: number;
  /** Negatives that may be flagged: `floor(rate * negatives)`. With 0 the figure rests on the single highest negative. */
  readonly allowed: number;
  /** Negatives that are flagged; fewer than allowed where negatives tie at the cut. */
  readonly falsePositives: number;
  readonly negatives: number;
}

/**
 * The recall where at most a share `rate` of the negatives is flagged.
 *
 * Rounding: `floor(rate * negatives)` negatives may be flagged, never one more (1 % of 1,259 is 12).
 * Ties: the cut is the highest negative score that may not be flagged, and only scores above it are flagged. So rows
 * that tie are flagged all or none, and where negatives tie across the limit none of them is.
 */
export function recallAtFalsePositives(scores: Scores, labels: Labels, rate: number): OperatingPoint {
  return recallAt(rank(scores, labels), rate);
}

/** The same with the cut from other negatives (`scores` of harmless rows, all negative), as a guard in use would have it. */
export function recallAtFalsePositivesOf(
  negativeScores: Scores,
  scores: Scores,
  labels: Labels,
  rate: number,
): OperatingPoint {
  const point = recallAt(rank(negativeScores, new Uint8Array(negativeScores.length)), rate);
  if (point.negatives === 0) return point;
  let positives = 0;
  let flagged = 0;
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, but ${labels.length} labels`);
  for (let row = 0; row < scores.length; row++) {
    if (labels[row] !== 1) continue;
    positives++;
    if ((scores[row] ?? 0) > point.cut) flagged++;
  }
  return { ...point, recall: flagged / positives };
}

/** `recallAtFalsePositives` of rows that are ranked already. Throws RangeError for a rate that is no share. */
export function recallAt(ranking: Ranking, rate: number): OperatingPoint {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`a rate of ${rate} is no share`);
  const { thresholds, truePositives, falsePositives, positives, negatives } = ranking;
  // 0.29 * 100 is 28.999999999999996.
  const allowed = Math.floor(rate * negatives + 1e-9);
  const over = firstOver(falsePositives, allowed);
  const last = over - 1;
  return {
    recall: negatives === 0 ? Number.NaN : (truePositives[last] ?? 0) / positives,
    cut: thresholds[over] ?? Number.NEGATIVE_INFINITY,
    allowed,
    falsePositives: falsePositives[last] ?? 0,
    negatives,
  };
}

/** The first step that flags more negatives than allowed. */
function firstOver(falsePositives: Uint32Array, allowed: number): number {
  let low = 0;
  let high = falsePositives.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((falsePositives[middle] ?? 0) > allowed) high = middle;
    else low = middle + 1;
  }
  return low;
}
