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
  /**
   * One score a head, in linear time. Of the whole text 4,000 UTF-16 units at most are read, its beginning and its end;
   * heads with windows read its first 100,000 units by them as well.
   */
  score(text: string): HeadScore[];
}

const NONE = new Uint32Array();
/** Of a longer text the windows beyond are not read. */
const WINDOWED_MAX = 100_000;

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
  const read = (families: number, text: string) => readers.get(families)?.read(text) ?? NONE;
  return {
    heads: heads.map(({ name }) => name),
    score(text) {
      const wholes = new Map([...readers].map(([families, reader]) => [families, reader.read(text)]));
      // Windows are read by the same readers, so all heads must have had the whole text before.
      const raws = heads.map((head) => rawScore(head, wholes.get(head.families) ?? NONE));
      return heads.map((head, index) => {
        let raw = raws[index] ?? 0;
        for (const part of windowsOf(text, head.window))
          raw = Math.max(raw, rawScore(head, read(head.families, part)) - head.windowMargin);
        const probability = calibrated(raw, head.knots);
        return { head: head.name, probability, flagged: probability > head.threshold };
      });
    },
  };
}

/**
 * Overlapping parts of a text that is longer than one and a half of them, so that what is asked in a sentence is found
 * between any others.
 */
function* windowsOf(text: string, window: number): Generator<string> {
  if (window === 0 || text.length <= window * 1.5) return;
  const step = window >> 1;
  const end = Math.min(text.length, WINDOWED_MAX) - step;
  for (let at = 0; at < end; at += step) yield text.slice(at, at + window);
}

/** The score before calibration. The weights are whole numbers, so that the order of the buckets does not matter. */
export function rawScore({ weights, scale, bias, lengthPower }: Head, buckets: Uint32Array): number {
  const shift = BUCKET_BITS - Math.log2(weights.length);
  let sum = 0;
  for (let at = 0; at < buckets.length; at++) sum += weights[(buckets[at] ?? 0) >>> shift] ?? 0;
  return buckets.length > 0 ? (sum * scale) / buckets.length ** lengthPower + bias : bias;
}
