import { Evidence } from './evidence.js';
import {
  type EvidenceTable,
  endingKey,
  evidenceTable,
  HASH_START,
  hashStep,
  indexOfLanguage,
  LETTER_SHIFT,
} from './evidence-table.js';
import { Languages } from './languages.js';
import {
  APOSTROPHE,
  END,
  END_BEFORE_SPACE,
  HAN,
  HANGUL,
  KANA,
  LATIN,
  MARK,
  SCRIPT_BITS,
  SCRIPT_SHIFT,
  SINGLE,
} from './scripts.js';
import { Tally } from './tally.js';

const WORD = 1;
/** Single letters are list marks, variables and initials too. */
const ONE_LETTER = 0.4;
const LETTER = 0.8;
const ENDING_LONG = 0.5;
const ENDING_SHORT = 0.3;
const ENDING_WORD_MIN = 5;
/** Shorter sentences go with the next one. */
const SENTENCE_MIN = 8;

/**
 * Which languages a text speaks, by their share, and which a place in it may be in. Code, numbers and a lone name speak
 * none. In linear time.
 *
 * @example
 * readLanguages('Wie backe ich ein Brot? Thanks for the answer!').spoken; // de and en
 */
export function readLanguages(text: string): Languages {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  readonly #table: EvidenceTable = evidenceTable();
  readonly #evidence = new Evidence();
  readonly #tally = new Tally();

  constructor(text: string) {
    this.#text = text;
  }

  read(): Languages {
    const text = this.#text;
    const { units } = this.#table;
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      const script = ((units[unit] as number) >>> SCRIPT_SHIFT) & SCRIPT_BITS;
      if (script === 0) at++;
      else if (script < END_BEFORE_SPACE) at = this.#word(at, script);
      else {
        at++;
        if (script === END || (script === END_BEFORE_SPACE && isSpace(text.charCodeAt(at)))) this.#endSentence(at);
      }
    }
    return new Languages(this.#tally.spoken(), text, this.#evidence);
  }

  #endSentence(next: number): void {
    if (this.#tally.length < SENTENCE_MIN) return;
    this.#tally.endSentence();
    this.#evidence.breaks.push(next);
  }

  /** Reads the word that begins here; gives where it ends. */
  #word(start: number, script: number): number {
    if (script === HAN) return this.#han(start);
    if (script >= KANA && script !== LATIN) return this.#run(start, script);
    const text = this.#text;
    const { units, words, lettersLo, lettersHi } = this.#table;
    let hash = HASH_START;
    let tail = 0;
    let letters = 0;
    let lo = -1;
    let hi = -1;
    let isMarked = false;
    let at = start;
    for (; at < text.length; at++) {
      const entry = units[text.charCodeAt(at)] as number;
      const one = (entry >>> SCRIPT_SHIFT) & SCRIPT_BITS;
      if (one === script) {
        const unit = entry & 0xffff;
        hash = hashStep(hash, unit);
        tail = (tail << 8) | (unit & 0xff);
        letters++;
        const letter = entry >>> LETTER_SHIFT;
        if (letter !== 0) {
          isMarked = true;
          lo &= lettersLo[letter] as number;
          hi &= lettersHi[letter] as number;
        }
      } else if (one === APOSTROPHE) {
        hash = hashStep(hash, 0x27);
        // "l'homme" is two words, "don't" is one.
        if (words.find(hash) !== 0) {
          at++;
          break;
        }
      } else if (one !== MARK) break;
    }
    this.#tally.addLetters(script, letters);
    const word = words.find(hash);
    if (word !== 0)
      this.#see(start, words.lo[word] ?? 0, words.hi[word] ?? 0, letters === 1 ? ONE_LETTER : WORD, script);
    else if (isMarked) this.#see(start, lo, hi, LETTER, script);
    else if (letters >= ENDING_WORD_MIN) this.#ending(start, tail, script);
    return at;
  }

  #ending(start: number, tail: number, script: number): void {
    const { endings } = this.#table;
    for (let letters = 4; letters >= 2; letters--) {
      const found = endings.find(endingKey(tail, letters, script));
      if (found === 0) continue;
      const weight = letters === 2 ? ENDING_SHORT : ENDING_LONG;
      this.#see(start, endings.lo[found] ?? 0, endings.hi[found] ?? 0, weight, script);
      return;
    }
  }

  /** Chinese has words of one character that Japanese does not write. */
  #han(at: number): number {
    const unit = this.#text.charCodeAt(at);
    const { words } = this.#table;
    this.#tally.addLetters(HAN, 1);
    const word = words.find(hashStep(HASH_START, unit));
    if (word !== 0) this.#see(at, words.lo[word] ?? 0, words.hi[word] ?? 0, WORD, HAN);
    return at + 1;
  }

  /** A run of letters whose script names the language. */
  #run(start: number, script: number): number {
    const text = this.#text;
    const { units } = this.#table;
    let at = start + 1;
    while (at < text.length && (((units[text.charCodeAt(at)] as number) >>> SCRIPT_SHIFT) & SCRIPT_BITS) === script)
      at++;
    const counted = script === KANA ? HAN : script;
    this.#tally.addLetters(counted, script === KANA ? Math.ceil((at - start) / 2) : at - start);
    if (script === KANA) this.#see(start, 0, JAPANESE, WORD, HAN);
    else if (script === HANGUL) this.#see(start, 0, KOREAN, WORD, HANGUL);
    else if (script < SINGLE) throw new RangeError('a script without a language');
    return at;
  }

  #see(start: number, lo: number, hi: number, weight: number, script: number): void {
    if (lo === 0 && hi === 0) return;
    this.#evidence.add(start, lo, hi, weight, script);
    this.#tally.addSet(script, lo, hi, weight);
  }
}

const JAPANESE = 1 << (indexOfLanguage('ja') - 32);
const KOREAN = 1 << (indexOfLanguage('ko') - 32);

function isSpace(unit: number): boolean {
  return unit <= 32 || Number.isNaN(unit) || unit === 0xa0 || unit === 0x3000;
}
