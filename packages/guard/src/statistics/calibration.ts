import { type Labels, type Ranking, rank, type Scores } from './rank.js';

/** Rows whose score lies in `[from, to)`; the last bin holds 1 as well. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly positives: number;
  /** NaN where the bin is empty. */
  readonly meanScore: number;
}

/**
 * Bins of equal width: how often rows with about this score were harmful. Scores must be shares from 0 to 1; throws
 * RangeError for others.
 */
export function calibrationBins(scores: Scores, labels: Labels, bins = 10): CalibrationBin[] {
  return calibrationBinsOf(rank(scores, labels), bins);
}

/** `calibrationBins` of rows that are ranked already. */
export function calibrationBinsOf({ thresholds, ...counts }: Ranking, bins = 10): CalibrationBin[] {
  const rows = new Uint32Array(bins);
  const positives = new Uint32Array(bins);
  const sums = new Float64Array(bins);
  for (let step = 0; step < thresholds.length; step++) {
    const score = asShare(thresholds[step]);
    const hits = added(counts.truePositives, step);
    const of = hits + added(counts.falsePositives, step);
    const bin = Math.min(bins - 1, Math.floor(score * bins));
    rows[bin] = (rows[bin] ?? 0) + of;
    positives[bin] = (positives[bin] ?? 0) + hits;
    sums[bin] = (sums[bin] ?? 0) + score * of;
  }
  return Array.from(rows, (count, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    rows: count,
    positives: positives[bin] ?? 0,
    meanScore: (sums[bin] ?? 0) / count,
  }));
}

/**
 * Expected calibration error: how far, on average over the rows, the mean score of a bin is from the share of its rows
 * that are positive. 0 is calibrated; NaN without rows. It depends on the share of positives: a set with another base
 * rate than the guard meets in use measures something else.
 */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  let all = 0;
  let off = 0;
  for (const { rows, positives, meanScore } of bins) {
    if (rows === 0) continue;
    all += rows;
    off += Math.abs(meanScore * rows - positives);
  }
  return off / all;
}

/** Mean squared distance of score and label (Brier 1950); scores are shares from 0 to 1. NaN without rows. */
export function brier(scores: Scores, labels: Labels): number {
  return brierOf(rank(scores, labels));
}

/** `brier` of rows that are ranked already. */
export function brierOf({ thresholds, truePositives, falsePositives, positives, negatives }: Ranking): number {
  let sum = 0;
  for (let step = 0; step < thresholds.length; step++) {
    const score = asShare(thresholds[step]);
    sum += added(truePositives, step) * (1 - score) ** 2 + added(falsePositives, step) * score ** 2;
  }
  return sum / (positives + negatives);
}

/** What a step adds to counts that add up. */
function added(cumulative: Uint32Array, step: number): number {
  return (cumulative[step] ?? 0) - (cumulative[step - 1] ?? 0);
}

function asShare(score = Number.NaN): number {
  if (score >= 0 && score <= 1) return score;
  throw new RangeError(`score ${score} is not between 0 and 1`);
}
