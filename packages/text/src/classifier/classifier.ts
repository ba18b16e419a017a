import { calibrated } from './calibration.js';
import { BUCKET_BITS } from './feature-set.js';
import { Featuriser } from './featuriser.js';
import type { Head } from './model.js';
import { unpackClassifier } from './model-format.js';

/** What a head makes of a text. */
export interface HeadScore {
  readonly head: string;
  /** Calibrated, 0..1. */
  readonly probability: number;
  /** Whether the probability is above what one harmless text in a hundred reaches. */
  readonly flagged: boolean;
}

/** A trained classifier that is ready to be asked. */
export interface Classifier {
  /** Names of the heads, in the order of their scores. */
  readonly heads: readonly string[];
  /** One score a head. Linear in the text, of which 4,000 UTF-16 units at most are read: its beginning and its end. */
  score(text: string): HeadScore[];
}

const NONE = new Uint32Array();

/**
 * The classifier of a file, as the trainer wrote it.
 *
 * @throws CLASSIFIER_INVALID where the bytes are damaged, of another version, or not a classifier.
 * @example
 * const classifier = loadClassifier(readFileSync('classifier.bin'));
 * classifier.score('How do I bake bread?'); // [{ head: 'request', probability: 0.01, flagged: false }, ...]
 */
export function loadClassifier(bytes: Uint8Array): Classifier {
  const { heads } = unpackClassifier(bytes);
  const readers = new Map(heads.map(({ families }) => [families, new Featuriser(families)]));
  return {
    heads: heads.map(({ name }) => name),
    score(text) {
      const read = new Map([...readers].map(([families, reader]) => [families, reader.read(text)]));
      return heads.map((head) => {
        const probability = calibrated(rawScore(head, read.get(head.families) ?? NONE), head.knots);
        return { head: head.name, probability, flagged: probability > head.threshold };
      });
    },
  };
}

/** The score before calibration. The weights are whole numbers, so that the order of the buckets does not matter. */
export function rawScore({ weights, scale, bias, lengthPower }: Head, buckets: Uint32Array): number {
  const shift = BUCKET_BITS - Math.log2(weights.length);
  let sum = 0;
  for (let at = 0; at < buckets.length; at++) sum += weights[(buckets[at] ?? 0) >>> shift] ?? 0;
  return buckets.length > 0 ? (sum * scale) / buckets.length ** lengthPower + bias : bias;
}
