import { calibrated } from './calibration.js';
import { Featuriser } from './featuriser.js';
import type { Head } from './model.js';
import { unpackClassifier } from './model-format.js';
import { planReadings, type Reading } from './readings.js';
import { sumOf, type Weigh, weighAll } from './weights.js';

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
  const readings = planReadings(heads.map(({ families }) => families)).map((reading) => loadReading(reading, heads));
  const windowed = heads.flatMap((head, place) => (head.window > 0 ? [{ head, place, read: partReader(head) }] : []));
  const sums = new Float64Array(heads.length);
  const lengths = new Float64Array(heads.length);

  function partReader({ families }: Head): (text: string) => PartReader {
    const reading = readings.find(({ levels }) => levels[0]?.families === families);
    const apart = new Featuriser(families);
    return (text) =>
      reading?.featuriser.hasParts
        ? (from, to) => reading.featuriser.readPart(from, to)
        : (from, to) => apart.read(text.slice(from, to));
  }

  return {
    heads: heads.map(({ name }) => name),
    score(text) {
      for (const reading of readings) readWhole(reading, text, sums, lengths);
      const raws = heads.map((head, place) => rawScoreOf(head, sums[place] ?? 0, lengths[place] ?? 0));
      // Parts are read by the same featurisers, so all heads must have had the whole text before.
      for (const { head, place, read } of windowed) {
        const readPart = read(text);
        for (const [from, to] of windowsOf(text, head.window))
          raws[place] = Math.max(raws[place] ?? 0, rawScore(head, readPart(from, to)) - head.windowMargin);
      }
      return heads.map(({ name, knots, threshold }, place) => {
        const probability = calibrated(raws[place] ?? 0, knots);
        return { head: name, probability, flagged: probability > threshold };
      });
    },
  };
}

type PartReader = (from: number, to: number) => Uint32Array;

interface LoadedReading {
  readonly featuriser: Featuriser;
  readonly levels: readonly {
    readonly families: number;
    readonly places: readonly number[];
    readonly weigh: Weigh[];
  }[];
}

function loadReading({ featuriser, levels }: Reading, heads: readonly Head[]): LoadedReading {
  return {
    featuriser,
    levels: levels.map((families) => {
      const placed = heads.flatMap((head, place) =>
        head.families === families ? [{ weights: head.weights, place }] : [],
      );
      return { families, places: placed.map(({ place }) => place), weigh: weighAll(placed) };
    }),
  };
}

/** Of each head the sum of its weights and the number of features. */
function readWhole({ featuriser, levels }: LoadedReading, text: string, sums: Float64Array, lengths: Float64Array) {
  let known: number | undefined;
  for (const { families, places, weigh } of levels) {
    const buckets = known === undefined ? featuriser.read(text) : featuriser.readMore(families & ~known);
    known = families;
    for (const each of weigh) each(buckets, sums);
    for (const place of places) lengths[place] = buckets.length;
  }
}

/**
 * Overlapping parts of a text that is longer than one and a half of them, so that what is asked in a sentence is found
 * between any others.
 */
function* windowsOf({ length }: string, window: number): Generator<readonly [from: number, to: number]> {
  if (window === 0 || length <= window * 1.5) return;
  const step = window >> 1;
  const end = Math.min(length, WINDOWED_MAX) - step;
  for (let at = 0; at < end; at += step) yield [at, Math.min(at + window, length)];
}

/** The score before calibration. The weights are whole numbers, so that the order of the buckets does not matter. */
export function rawScore(head: Head, buckets: Uint32Array): number {
  return rawScoreOf(head, sumOf(head.weights, buckets), buckets.length);
}

function rawScoreOf({ scale, bias, lengthPower }: Head, sum: number, length: number): number {
  return length > 0 ? (sum * scale) / length ** lengthPower + bias : bias;
}
