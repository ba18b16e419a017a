import type { Labels, Scores } from './rank.js';

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
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, but ${labels.length} labels`);
  const rows = new Uint32Array(bins);
  const positives = new Uint32Array(bins);
  const sums = new Float64Array(bins);
  for (let row = 0; row < scores.length; row++) {
    const score = shareAt(scores, row);
    const bin = Math.min(bins - 1, Math.floor(score * bins));
    rows[bin] = (rows[bin] ?? 0) + 1;
    sums[bin] = (sums[bin] ?? 0) + score;
    if (labels[row] === 1) positives[bin] = (positives[bin] ?? 0) + 1;
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
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, but ${labels.length} labels`);
  let sum = 0;
  for (let row = 0; row < scores.length; row++) sum += (shareAt(scores, row) - (labels[row] ?? 0)) ** 2;
  return sum / scores.length;
}

function shareAt(scores: Scores, row: number): number {
  const score = scores[row] ?? Number.NaN;
  if (score >= 0 && score <= 1) return score;
  throw new RangeError(`score ${score} of row ${row} is not between 0 and 1`);
}
