import { FAMILY } from './families.js';
import { FeatureSet } from './feature-set.js';
import { BETWEEN, LETTER_UNIT, WORD_UNIT, wordUnits } from './word-units.js';

/** Of a longer text the beginning and the end are read. */
const HEAD_UNITS = 3_000;
const TAIL_UNITS = 1_000;
const UNITS_MAX = HEAD_UNITS + TAIL_UNITS;
const EDGE = 0x20;
const PRIME = 0x01000193;
const SEED = {
  word: 0x811c9dc5,
  pair: 0x2f0b4c47,
  letters: 0x1b873593,
  triple: 0x7ed55d16,
  gap: 0x3c6ef372,
  opening: 0x5bd1e995,
  mark: 0x27d4eb2f,
};
const OPENING_WORDS = 4;
/** A text has at most so many words and letters each, and five features of each at most. */
const FEATURES_MAX = UNITS_MAX * 8;

/**
 * Reads the features of one text after another: a binary bag of hashed words and letters, the same in training and in
 * use. Linear in the text, at most 4,000 units of it, in
 * memory that is its own from the beginning.
 */
export class Featuriser {
  readonly #set = new FeatureSet(FEATURES_MAX);
  readonly #units = new Uint16Array(UNITS_MAX + 2);
  readonly #words = new Int32Array(UNITS_MAX);
  readonly #families: number;
  #length = 0;
  #wordCount = 0;

  /** `families`: the sum of the bits of `FAMILY` that are to be read. */
  constructor(families: number) {
    this.#families = families;
  }

  /** The distinct buckets of the text, valid until the next text is read. */
  read(text: string): Uint32Array {
    const set = this.#set;
    set.clear();
    this.#load(text);
    this.#cutWords();
    this.#addWords();
    return set.buckets.subarray(0, set.count);
  }

  #load(text: string): void {
    const cut = bounded(text);
    this.#length = cut.length;
    for (let at = 0; at < cut.length; at++) {
      const unit = cut.charCodeAt(at);
      this.#units[at] = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
    }
  }

  /** Finds the words and adds the features of each word by itself. */
  #cutWords(): void {
    const kinds = wordUnits();
    const units = this.#units;
    const length = this.#length;
    this.#wordCount = 0;
    let at = 0;
    while (at < length) {
      const kind = kinds[units[at] ?? 0];
      if (kind === BETWEEN) {
        at++;
        continue;
      }
      const start = at++;
      if (kind !== WORD_UNIT) while (at < length && kinds[units[at] ?? 0] === LETTER_UNIT) at++;
      this.#addWord(start, at);
    }
  }

  #addWord(start: number, end: number): void {
    const units = this.#units;
    let hash = SEED.word;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), PRIME);
    this.#words[this.#wordCount++] = hash;
    if (this.#families & FAMILY.words) this.#set.add(hash);
    if (this.#families & FAMILY.letters) this.#addLetters(start, end);
  }

  /** Runs of 3 to 5 units of the word with an edge before and after it. */
  #addLetters(start: number, end: number): void {
    const units = this.#units;
    const set = this.#set;
    for (let from = start - 1; from <= end - 2; from++) {
      let hash = SEED.letters;
      for (let at = from; at < from + 5 && at <= end; at++) {
        const unit = at < start || at === end ? EDGE : (units[at] ?? 0);
        hash = Math.imul(hash ^ unit, PRIME);
        if (at >= from + 2) set.add(hash);
      }
    }
  }

  #addWords(): void {
    const words = this.#words;
    const set = this.#set;
    const families = this.#families;
    for (let at = 0; at < this.#wordCount; at++) {
      const word = words[at] ?? 0;
      const next = at + 1 < this.#wordCount ? (words[at + 1] ?? 0) : 0;
      const third = at + 2 < this.#wordCount ? (words[at + 2] ?? 0) : 0;
      if (next && families & FAMILY.pairs) set.add(joined(SEED.pair, word, next));
      if (third && families & FAMILY.triples) set.add(joined(joined(SEED.triple, word, next), third, 1));
      if (third && families & FAMILY.gaps) set.add(joined(SEED.gap, word, third));
      if (at < OPENING_WORDS && families & FAMILY.opening) this.#addOpening(at, word, next);
    }
    if (families & FAMILY.marks) this.#addMarks();
  }

  #addOpening(at: number, word: number, next: number): void {
    this.#set.add(joined(SEED.opening, word, 1));
    if (at === 0) {
      this.#set.add(joined(SEED.opening, word, 2));
      this.#set.add(joined(SEED.opening, word, next));
    }
  }

  #addMarks(): void {
    let questions = 0;
    let shouts = 0;
    let lines = 0;
    for (let at = 0; at < this.#length; at++) {
      const unit = this.#units[at];
      if (unit === 0x3f) questions++;
      else if (unit === 0x21) shouts++;
      else if (unit === 0x0a) lines++;
    }
    this.#set.add(joined(SEED.mark, 1, Math.min(questions, 2)));
    this.#set.add(joined(SEED.mark, 2, Math.min(shouts, 2)));
    this.#set.add(joined(SEED.mark, 3, Math.min(lines, 3)));
    this.#set.add(joined(SEED.mark, 4, Math.floor(Math.log2(this.#wordCount + 1))));
  }
}

function joined(seed: number, left: number, right: number): number {
  return Math.imul(Math.imul(seed ^ left, PRIME) ^ right, 0x5bd1e995);
}

/** The text as it is read: one case, compatible forms made one, the middle of a long text left out. */
function bounded(text: string): string {
  const cut = withoutMiddle(text);
  // NFKC makes up to 18 units of one, so what comes out is cut again.
  return isAscii(cut) ? cut : withoutMiddle(cut.normalize('NFKC').toLowerCase());
}

function withoutMiddle(text: string): string {
  return text.length <= UNITS_MAX ? text : `${text.slice(0, HEAD_UNITS)} ${text.slice(1 - TAIL_UNITS)}`;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
