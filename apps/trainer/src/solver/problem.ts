import { BUCKET_BITS } from '@tyrian/text';
import type { FeatureMatrix } from '../features/feature-matrix.js';
import { featureValue } from '../features/feature-value.js';

/**
 * Logistic regression: the weights w with the least sum of w[j]^2 / (2 * freedom[j]), half the square of the bias, and the
 * sum of cost[i] * log(1 + exp(-sign[i] * w.x[i])), where x[i] has the value `featureValue` for each feature of the row and
 * 1 at the bias.
 */
export interface Problem {
  readonly matrix: FeatureMatrix;
  /** The rows of the matrix that are learned from. */
  readonly rows: Uint32Array;
  /** For each of them 1 or -1. */
  readonly signs: Int8Array;
  /** For each of them what an error costs; 0: the row has no part. */
  readonly costs: Float64Array;
  /** For each bucket how freely its weight may grow; all 1 is the plain L2 penalty. Greater than 0. */
  readonly freedom: Float64Array;
  /** How the value of a feature falls with their number in the row. */
  readonly lengthPower: number;
  /** Bits of a bucket in the solution; the lower bits of the matrix's columns are dropped. */
  readonly bits: number;
}

/** Weights of the buckets, a power of two of them, and the bias. */
export interface Solution {
  readonly weights: Float64Array;
  bias: number;
}

/** The score of a row of the matrix before calibration, in natural logarithms of odds. */
export function logit(
  { matrix: { starts, columns }, lengthPower, bits }: Space,
  row: number,
  solution: Solution,
): number {
  const { weights, bias } = solution;
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? 0;
  const shift = BUCKET_BITS - bits;
  let sum = 0;
  for (let at = start; at < end; at++) sum += weights[(columns[at] ?? 0) >>> shift] ?? 0;
  return end > start ? sum * featureValue(end - start, lengthPower) + bias : bias;
}

type Space = Pick<Problem, 'matrix' | 'lengthPower' | 'bits'>;
