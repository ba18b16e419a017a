import { LANGUAGES, nativeScriptOf } from './evidence-table.js';
import { addSet, type Spoken } from './languages.js';
import { HAN, LATIN, SINGLE } from './scripts.js';

/** What makes a sentence's language sure: so much speaks for it, and so much more than for the next. */
const SURE = 2;
const AHEAD = 0.9;
/** One word is the least that makes a guess. */
const GUESS = 0.95;
/** A Han character says about as much as three letters. */
const HAN_LETTERS = 3;
/** Fewer letters are a name or a sign. */
const SENTENCE_LETTERS = 12;

interface Best {
  readonly index: number;
  readonly isSure: boolean;
}

/** What was counted of one script, in the sentence and in the text. */
interface Count {
  readonly script: number;
  letters: number;
  /** Letters of sentences whose language is not sure. */
  pending: number;
  readonly scores: Float32Array;
  readonly all: Float32Array;
  hasScores: boolean;
}

/** Adds up sentence by sentence which languages a text speaks. */
export class Tally {
  readonly #counts: Count[] = [];
  readonly #letters = new Float64Array(LANGUAGES.length);
  readonly #sure = new Set<number>();
  readonly #sentences = new Set<number>();
  /** Letters of the sentence so far. */
  length = 0;

  addLetters(script: number, letters: number): void {
    this.#count(script).letters += letters;
    this.length += letters;
  }

  addSet(script: number, lo: number, hi: number, weight: number): void {
    const count = this.#count(script);
    count.hasScores = true;
    addSet(count.scores, lo, hi, weight);
  }

  endSentence(): void {
    if (this.length === 0) return;
    this.length = 0;
    for (const count of this.#counts) {
      if (count.letters === 0) continue;
      const letters = count.letters * (count.script === HAN ? HAN_LETTERS : 1);
      count.letters = 0;
      const best = bestOf(count.script, count.hasScores ? count.scores : undefined);
      if (best?.isSure) {
        this.#letters[best.index] = (this.#letters[best.index] ?? 0) + letters;
        this.#sure.add(best.index);
        if (letters >= SENTENCE_LETTERS) this.#sentences.add(best.index);
      } else count.pending += letters;
      if (!count.hasScores) continue;
      count.hasScores = false;
      drain(count.scores, count.all);
    }
  }

  /** What no sentence decides, the text as a whole does. */
  spoken(): Spoken[] {
    this.endSentence();
    for (const { script, pending, all } of this.#counts) {
      if (pending === 0) continue;
      const best = bestOf(script, all);
      if (best === undefined) continue;
      this.#letters[best.index] = (this.#letters[best.index] ?? 0) + pending;
      // Another script leaves few languages to choose from, which are all likely to be known or unknown together.
      if (best.isSure || script !== LATIN) this.#sure.add(best.index);
    }
    let sum = 0;
    for (const letters of this.#letters) sum += letters;
    const spoken: Spoken[] = [];
    for (const [index, letters] of this.#letters.entries()) {
      if (letters === 0) continue;
      const language = LANGUAGES[index] ?? '';
      spoken.push({
        language,
        share: letters / sum,
        isSure: this.#sure.has(index),
        hasSentence: this.#sentences.has(index),
      });
    }
    return spoken.sort((one, other) => other.share - one.share);
  }

  #count(script: number): Count {
    for (const count of this.#counts) if (count.script === script) return count;
    const count: Count = {
      script,
      letters: 0,
      pending: 0,
      scores: new Float32Array(LANGUAGES.length),
      all: new Float32Array(LANGUAGES.length),
      hasScores: false,
    };
    this.#counts.push(count);
    return count;
  }
}

/** The language of a script that most speaks for; undefined where nothing does. */
function bestOf(script: number, scores: Float32Array | undefined): Best | undefined {
  if (script >= SINGLE) return { index: singleOf(script), isSure: true };
  if (scores === undefined) return undefined;
  let index = -1;
  let best = 0;
  let second = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= second || (script !== LATIN && nativeScriptOf(at) !== script)) continue;
    if (score > best) {
      second = best;
      best = score;
      index = at;
    } else second = score;
  }
  return index < 0 || best < GUESS ? undefined : { index, isSure: best >= SURE && best - second >= AHEAD };
}

const singles = new Map(LANGUAGES.map((_, index) => [nativeScriptOf(index), index]));

function singleOf(script: number): number {
  return singles.get(script) ?? 0;
}

function drain(from: Float32Array, to: Float32Array): void {
  for (let at = 0; at < from.length; at++) to[at] = (to[at] ?? 0) + (from[at] ?? 0);
  from.fill(0);
}
