import { FeatureSet } from './feature-set.js';
import { PlainUnits, UNITS_MAX } from './plain-units.js';
import { addRuns } from './run-features.js';
import { WordFeatures } from './word-features.js';
import { BETWEEN, LETTER_UNIT, WORD_UNIT, wordUnits } from './word-units.js';

/** A text has at most so many words and letters each, and five features of each at most. */
const FEATURES_MAX = UNITS_MAX * 8;

/**
 * Reads the features of one text after another: a binary bag of hashed words and letters, the same in training and in
 * use. Linear in the text, at most 4,000 units of it, in memory that is its own from the beginning.
 */
export class Featuriser {
  readonly #set = new FeatureSet(FEATURES_MAX);
  readonly #plain = new PlainUnits();
  readonly #families: number;
  readonly #ofWord: WordFeatures;
  /** By word: its hash, where it stands, and where its own features begin in `#kept`; behind the last stands that of a part. */
  readonly #hashes = new Int32Array(UNITS_MAX);
  readonly #starts = new Uint16Array(UNITS_MAX);
  readonly #ends = new Uint16Array(UNITS_MAX);
  readonly #keptFrom = new Uint32Array(UNITS_MAX + 1);
  readonly #kept = new Uint32Array(FEATURES_MAX);
  #wordCount = 0;
  /** The hashes of the words of a part. */
  readonly #partHashes = new Int32Array(UNITS_MAX);

  /** `families`: the sum of the bits of `FAMILY` that are to be read. */
  constructor(families: number) {
    this.#families = families;
    this.#ofWord = new WordFeatures(families, UNITS_MAX);
  }

  /** The distinct buckets of the text, valid until anything else is read. */
  read(text: string): Uint32Array {
    this.#set.clear();
    this.#plain.load(text);
    this.#cutWords();
    this.#addRuns(this.#families);
    return this.#buckets();
  }

  /**
   * Those of the same text with more families, after the ones that `read` gave: only straight after it, and only families
   * of several words.
   */
  readMore(families: number): Uint32Array {
    this.#addRuns(families);
    return this.#buckets();
  }

  /** Whether `readPart` can tell what a part of the text gives. */
  get hasParts(): boolean {
    return this.#plain.isExact;
  }

  /** What `read` would give for the units `[from, to)` of the text that it read last, without reading its words anew. */
  readPart(from: number, to: number): Uint32Array {
    const starts = this.#starts;
    const ends = this.#ends;
    this.#set.clear();
    let count = 0;
    for (let word = this.#firstEndingAfter(from); word < this.#wordCount; word++) {
      const start = starts[word] ?? 0;
      const end = ends[word] ?? 0;
      if (start >= to) break;
      if (start >= from && end <= to) {
        this.#addKept(this.#keptFrom[word] ?? 0, this.#keptFrom[word + 1] ?? 0);
        this.#partHashes[count++] = this.#hashes[word] ?? 0;
      } else {
        // A part of a word is another word.
        const free = this.#keptFrom[this.#wordCount] ?? 0;
        this.#partHashes[count++] = this.#readWord(Math.max(start, from), Math.min(end, to), free);
        this.#addKept(free, this.#ofWord.end);
      }
    }
    addRuns(this.#set, this.#families, { hashes: this.#partHashes, count, units: this.#plain.units, from, to });
    return this.#buckets();
  }

  #addRuns(families: number): void {
    const { units, length } = this.#plain;
    addRuns(this.#set, families, { hashes: this.#hashes, count: this.#wordCount, units, from: 0, to: length });
  }

  #buckets(): Uint32Array {
    return this.#set.buckets.subarray(0, this.#set.count);
  }

  #readWord(start: number, end: number, from: number): number {
    return this.#ofWord.read(this.#plain.units, start, end, this.#kept, from);
  }

  #addKept(from: number, to: number): void {
    for (let at = from; at < to; at++) this.#set.add(this.#kept[at] ?? 0);
  }

  #firstEndingAfter(unit: number): number {
    let low = 0;
    let high = this.#wordCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > unit) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Finds the words and adds the features of each word by itself. */
  #cutWords(): void {
    const kinds = wordUnits();
    const { units, length } = this.#plain;
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
    const word = this.#wordCount++;
    const from = this.#keptFrom[word] ?? 0;
    this.#hashes[word] = this.#readWord(start, end, from);
    this.#starts[word] = start;
    this.#ends[word] = end;
    this.#keptFrom[word + 1] = this.#ofWord.end;
    this.#addKept(from, this.#ofWord.end);
  }
}
