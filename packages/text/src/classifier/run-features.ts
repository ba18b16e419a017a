import { FAMILY } from './families.js';
import { bucketOf, type FeatureSet } from './feature-set.js';
import { PRIME } from './word-features.js';

const SEED = { pair: 0x2f0b4c47, triple: 0x7ed55d16, gap: 0x3c6ef372, opening: 0x5bd1e995, mark: 0x27d4eb2f };
const OPENING_WORDS = 4;

/** Words in a row, and the units `[from, to)` in which they stand. */
interface Run {
  /** The first `count` of them valid. */
  readonly hashes: Int32Array;
  readonly count: number;
  readonly units: Uint16Array;
  readonly from: number;
  readonly to: number;
}

/** Adds what several words say together, and what stands between them. */
export function addRuns(set: FeatureSet, families: number, run: Run): void {
  const { hashes, count } = run;
  for (let at = 0; at < count; at++) {
    const word = hashes[at] ?? 0;
    const next = at + 1 < count ? (hashes[at + 1] ?? 0) : 0;
    const third = at + 2 < count ? (hashes[at + 2] ?? 0) : 0;
    if (next && families & FAMILY.pairs) add(set, joined(SEED.pair, word, next));
    if (third && families & FAMILY.triples) add(set, joined(joined(SEED.triple, word, next), third, 1));
    if (third && families & FAMILY.gaps) add(set, joined(SEED.gap, word, third));
    if (at < OPENING_WORDS && families & FAMILY.opening) addOpening(set, at, word, next);
  }
  if (families & FAMILY.marks) addMarks(set, run);
}

function addOpening(set: FeatureSet, at: number, word: number, next: number): void {
  add(set, joined(SEED.opening, word, 1));
  if (at === 0) {
    add(set, joined(SEED.opening, word, 2));
    add(set, joined(SEED.opening, word, next));
  }
}

function addMarks(set: FeatureSet, { units, from, to, count }: Run): void {
  let questions = 0;
  let shouts = 0;
  let lines = 0;
  for (let at = from; at < to; at++) {
    const unit = units[at];
    if (unit === 0x3f) questions++;
    else if (unit === 0x21) shouts++;
    else if (unit === 0x0a) lines++;
  }
  add(set, joined(SEED.mark, 1, Math.min(questions, 2)));
  add(set, joined(SEED.mark, 2, Math.min(shouts, 2)));
  add(set, joined(SEED.mark, 3, Math.min(lines, 3)));
  add(set, joined(SEED.mark, 4, Math.floor(Math.log2(count + 1))));
}

function add(set: FeatureSet, hash: number): void {
  set.add(bucketOf(hash));
}

function joined(seed: number, left: number, right: number): number {
  return Math.imul(Math.imul(seed ^ left, PRIME) ^ right, 0x5bd1e995);
}
