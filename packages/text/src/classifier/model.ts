import type { Knot } from './calibration.js';

/** One question that a model answers: its weights, and what its raw score means. */
export interface Head {
  /** Up to 24 of `a-z`, `0-9` and `-`. */
  readonly name: string;
  /** Sum of the bits of `FAMILY` that it reads. */
  readonly families: number;
  /** One weight a bucket, a power of two of them; a bucket is the highest bits of `BUCKET_BITS`. */
  readonly weights: Int8Array;
  /** What one unit of a weight is worth. */
  readonly scale: number;
  readonly bias: number;
  /** The sum of the weights is divided by the number of features to this power, 0..1; at 0.5 length alone tells nothing. */
  readonly lengthPower: number;
  /** UTF-16 units of a window by which a longer text is read as well; 0: only as a whole. */
  readonly window: number;
  /** By how much the raw score of a window must be higher to say as much as that of the whole. */
  readonly windowMargin: number;
  /** The probability at which one harmless text in a hundred is flagged, as measured on texts held out from training. */
  readonly threshold: number;
  readonly knots: readonly Knot[];
}

/** A trained classifier, as its file holds it. */
export interface ClassifierModel {
  readonly heads: readonly Head[];
}
