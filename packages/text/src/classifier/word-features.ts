import { FAMILY } from './families.js';
import { bucketOf } from './feature-set.js';

export const PRIME = 0x01000193;
const WORD_SEED = 0x811c9dc5;
const LETTERS_SEED = 0x1b873593;
const EDGE = 0x20;

/** Reads the features of single words: the word itself and the letters in it. */
export class WordFeatures {
  /** Where the buckets of the last word end. */
  end = 0;
  readonly #families: number;
  readonly #edged: Uint16Array;

  /** `longest`: most units of a word. */
  constructor(families: number, longest: number) {
    this.#families = families;
    this.#edged = new Uint16Array(longest + 2);
    this.#edged[0] = EDGE;
  }

  /** Writes the buckets of the word that some units are into an array, four a unit at most; gives its hash. */
  read(units: Uint16Array, start: number, end: number, into: Uint32Array, from: number): number {
    const edged = this.#edged;
    let hash = WORD_SEED;
    let length = 1;
    for (let at = start; at < end; at++) {
      const unit = units[at] ?? 0;
      hash = Math.imul(hash ^ unit, PRIME);
      edged[length++] = unit;
    }
    edged[length++] = EDGE;
    this.end = from;
    if (this.#families & FAMILY.words) into[this.end++] = bucketOf(hash);
    if (this.#families & FAMILY.letters) this.end = this.#readLetters(length, into, this.end);
    return hash;
  }

  /** Runs of 3 to 5 units of the word with an edge before and after it. */
  #readLetters(length: number, into: Uint32Array, first: number): number {
    const edged = this.#edged;
    let next = first;
    for (let from = 0; from + 3 <= length; from++) {
      let hash = Math.imul(LETTERS_SEED ^ (edged[from] ?? 0), PRIME);
      hash = Math.imul(hash ^ (edged[from + 1] ?? 0), PRIME);
      hash = Math.imul(hash ^ (edged[from + 2] ?? 0), PRIME);
      into[next++] = bucketOf(hash);
      if (from + 4 > length) continue;
      hash = Math.imul(hash ^ (edged[from + 3] ?? 0), PRIME);
      into[next++] = bucketOf(hash);
      if (from + 5 > length) continue;
      into[next++] = bucketOf(Math.imul(hash ^ (edged[from + 4] ?? 0), PRIME));
    }
    return next;
  }
}
