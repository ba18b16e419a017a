import type { Evidence } from './evidence.js';
import { indexOfLanguage, LANGUAGES, nativeScriptOf } from './evidence-table.js';
import { LATIN } from './scripts.js';

/** A language that a text speaks. */
export interface Spoken {
  /** As in BCP 47. */
  readonly language: string;
  /** Of the letters whose language is known, 0 to 1; a Han character counts as three. */
  readonly share: number;
  /** More than a word or two say so. */
  readonly isSure: boolean;
  /** At least one whole sentence is surely in it. */
  readonly hasSentence: boolean;
}

/** Words of evidence that are looked at on either side of a place. */
const NEAR = 3;
/** Words further away than this say nothing of a place. */
const FAR = 160;
/** A phrase of two words and more is hardly there by chance. */
const PHRASE = 1.5;
const BEYOND_SENTENCE = 0.5;
/** About two words must speak against a language. */
const AGAINST = 1.9;
/** Languages that share many words are not told apart by few of them. */
const AS_GOOD = 0.75;
const WORD_BREAK = /\p{L}[^\p{L}\p{M}\p{N}'’]+\p{L}/u;

/** Most texts are never asked about a place. */
const NO_SCORES = new Float32Array();
/** Places that are kept; a text with more words in question is judged by parts. */
const WEIGHED_MAX = 256;
const LONGEST_WORD = 1_024;

/** The languages of one text. */
export class Languages {
  /** The largest share first. */
  readonly spoken: readonly Spoken[];
  readonly #text: string;
  readonly #evidence: Evidence;
  #scores: Float32Array = NO_SCORES;
  /** What speaks for each language around a place, kept since a word of many languages is asked about for each. */
  readonly #weighed = new Map<number, Float32Array>();

  constructor(spoken: readonly Spoken[], text: string, evidence: Evidence) {
    this.spoken = spoken;
    this.#text = text;
    this.#evidence = evidence;
  }

  /**
   * Whether the words around a place speak for a language, or too few speak against it. True for a language that is not
   * known here.
   */
  mayBe(language: string, start: number, end: number): boolean {
    const index = indexOfLanguage(language);
    if (index < 0) return true;
    this.#weigh(index, start, end);
    const best = this.#best();
    return best < AGAINST || (this.#scores[index] ?? 0) >= best * AS_GOOD;
  }

  /** Whether the words around a place speak for a language, and for no other more. */
  isLikely(language: string, start: number, end: number): boolean {
    const index = indexOfLanguage(language);
    if (index < 0) return false;
    this.#weigh(index, start, end);
    const own = this.#scores[index] ?? 0;
    return own >= 1 && own >= this.#best();
  }

  /** Adds up what speaks for each language around a place. */
  #weigh(index: number, start: number, end: number): void {
    const { starts } = this.#evidence;
    const script = this.#scriptOf(index, start, end);
    const left = firstFrom(starts, start) - 1;
    const right = firstFrom(starts, end);
    const isPhrase = WORD_BREAK.test(this.#text.slice(start, Math.min(end, start + FAR)));
    // A word or two are alike for all languages that know them as well, or as little.
    const isShared = !isPhrase && right - left <= 2 && end - start < LONGEST_WORD;
    const asked = isShared ? placeKey(start, end, script, right - left === 2 && this.#speaksFor(left + 1, index)) : 0;
    const known = isShared ? this.#weighed.get(asked) : undefined;
    if (known !== undefined) {
      this.#scores = known;
      return;
    }
    const scores = new Float32Array(LANGUAGES.length);
    this.#scores = scores;
    if (isShared && this.#weighed.size < WEIGHED_MAX) this.#weighed.set(asked, scores);
    // The one word in question is no proof of its own, but it may well be another language's.
    for (let at = left + 1; at < right; at++) if (isPhrase || !this.#speaksFor(at, index)) this.#add(at, script, 1);
    if (isPhrase) scores[index] = (scores[index] ?? 0) + PHRASE;
    // Outward from the place, until there is enough to judge by: the sentence first, then what stands around it.
    const from = this.#evidence.sentenceStart(start);
    const to = this.#evidence.sentenceEnd(Math.max(start, end - 1));
    let [outerLeft, outerRight] = [left, right];
    for (const factor of [1, 1, BEYOND_SENTENCE]) {
      const isBeyond = factor === BEYOND_SENTENCE;
      outerLeft = this.#addUpTo(outerLeft, -1, isBeyond ? start - FAR : from, end, script, factor);
      outerRight = this.#addUpTo(outerRight, 1, start, isBeyond ? end + FAR : to, script, factor);
      if (this.#best() >= AGAINST) return;
    }
  }

  /** Adds the nearest words that begin in `[from, to)`; gives the first that was not looked at. */
  #addUpTo(first: number, step: number, from: number, to: number, script: number, factor: number): number {
    const { starts } = this.#evidence;
    let at = first;
    for (let added = 0; at >= 0 && at < starts.length && added < NEAR; at += step) {
      const start = starts[at] ?? 0;
      if (start < from || start >= to) break;
      if (this.#add(at, script, factor)) added++;
    }
    return at;
  }

  #speaksFor(at: number, index: number): boolean {
    const { lo, hi } = this.#evidence;
    return index < 32
      ? (((lo[at] ?? 0) >>> index) & 1) === 1
      : index < 64 && (((hi[at] ?? 0) >>> (index - 32)) & 1) === 1;
  }

  #add(at: number, script: number, factor: number): boolean {
    const { lo, hi, weights, scripts } = this.#evidence;
    if (scripts[at] !== script) return false;
    addSet(this.#scores, lo[at] ?? 0, hi[at] ?? 0, (weights[at] ?? 0) * factor);
    return true;
  }

  #best(): number {
    let best = 0;
    for (const score of this.#scores) if (score > best) best = score;
    return best;
  }

  /** Latin where the place is in Latin; else the script of the language, since the place may be in disguise. */
  #scriptOf(index: number, start: number, end: number): number {
    const first = this.#evidence.scriptWithin(this.#text, start, end);
    return first === LATIN ? LATIN : nativeScriptOf(index);
  }
}

function placeKey(start: number, end: number, script: number, isOwnWord: boolean): number {
  return ((start * LONGEST_WORD + end - start) * 64 + script) * 2 + (isOwnWord ? 1 : 0);
}

/** The first place in a rising list that is not below a value. */
function firstFrom(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds a weight to every language of a set. */
export function addSet(scores: Float32Array, lo: number, hi: number, weight: number): void {
  for (let rest = lo; rest !== 0; rest &= rest - 1) {
    const index = 31 - Math.clz32(rest & -rest);
    scores[index] = (scores[index] as number) + weight;
  }
  for (let rest = hi; rest !== 0; rest &= rest - 1) {
    const index = 63 - Math.clz32(rest & -rest);
    scores[index] = (scores[index] as number) + weight;
  }
}
