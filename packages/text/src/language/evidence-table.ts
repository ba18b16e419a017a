import { COMMON_WORDS } from './common-words.js';
import {
  ARABIC,
  buildUnits,
  CYRILLIC,
  DEVANAGARI,
  HAN,
  HANGUL,
  LATIN,
  SCRIPT_BITS,
  SCRIPT_SHIFT,
  SINGLE,
  SINGLE_SCRIPTS,
} from './scripts.js';
import { ENDINGS, LETTERS } from './spelling.js';

/** The languages that are told apart by words; those first that win where nothing decides. */
/** Sets of languages have 64 bits. */
const BY_WORDS = [...new Set([...Object.keys(COMMON_WORDS), 'ja', 'ko'])];
export const LANGUAGES: readonly string[] = [...new Set([...BY_WORDS, ...SINGLE_SCRIPTS.map(([, , one]) => one)])];

const indexes = new Map(LANGUAGES.map((language, index) => [language, index]));

/** -1 for a language that is not known here. */
export function indexOfLanguage(language: string): number {
  return indexes.get(language) ?? -1;
}

const NATIVE: readonly (readonly [script: number, languages: string])[] = [
  [CYRILLIC, 'ru uk be bg sr mk kk mn'],
  [ARABIC, 'ar fa ur ps ku'],
  [DEVANAGARI, 'hi mr ne'],
  [HAN, 'zh ja'],
  [HANGUL, 'ko'],
  ...SINGLE_SCRIPTS.map(([, , language], at) => [SINGLE + at, language] as const),
];
const nativeScripts = LANGUAGES.map(
  (language) => NATIVE.find(([, languages]) => languages.split(' ').includes(language))?.[0] ?? LATIN,
);

/** The script that a language is written with, by the language's number; `HAN` stands for kana too. */
export function nativeScriptOf(index: number): number {
  return nativeScripts[index] ?? LATIN;
}

/** A set of languages in two halves of 32 bits. */
export interface LanguageSet {
  lo: number;
  hi: number;
}

function setOf(language: string): LanguageSet {
  const index = indexOfLanguage(language);
  if (index < 0 || index >= BY_WORDS.length) throw new RangeError(`${language} is no language of the tables`);
  return index < 32 ? { lo: 1 << index, hi: 0 } : { lo: 0, hi: 1 << (index - 32) };
}

/** 32-bit keys and the sets they stand for, in a table with open addresses. */
export class SetTable {
  readonly #keys: Int32Array;
  readonly #slots: Uint16Array;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly #shift: number;

  constructor(sets: ReadonlyMap<number, LanguageSet>) {
    const bits = Math.ceil(Math.log2(sets.size * 3));
    this.#shift = 32 - bits;
    this.#keys = new Int32Array(1 << bits);
    this.#slots = new Uint16Array(1 << bits);
    this.lo = new Int32Array(sets.size + 1);
    this.hi = new Int32Array(sets.size + 1);
    let id = 0;
    for (const [key, set] of sets) {
      id++;
      this.lo[id] = set.lo;
      this.hi[id] = set.hi;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#slots[slot] = id;
    }
  }

  /** The number of a key's set; 0 where there is none. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key)] as number;
  }

  #slotOf(key: number): number {
    const last = this.#keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    while (this.#slots[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }
}

export const HASH_START = 0x811c9dc5 | 0;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The key of the last letters of a word, of which `tail` has the last four in a byte each. */
export function endingKey(tail: number, letters: number, script: number): number {
  const kept = letters === 4 ? tail : tail & ((1 << (letters * 8)) - 1);
  return Math.imul(kept ^ (letters << 29), 0x85ebca6b) ^ script;
}

export interface EvidenceTable {
  /** For each unit its folded unit and script, and above them the number of its set of languages. */
  readonly units: Uint32Array;
  readonly words: SetTable;
  readonly endings: SetTable;
  readonly lettersLo: Int32Array;
  readonly lettersHi: Int32Array;
}

export const LETTER_SHIFT = 22;
const ENDING_MAX = 4;
/** Vowels with two marks, which only Vietnamese has. */
const VIETNAMESE = [0x1ea0, 0x1ef9] as const;

let known: EvidenceTable | undefined;

/** Made once, when the first text is read. */
export function evidenceTable(): EvidenceTable {
  known ??= build();
  return known;
}

function build(): EvidenceTable {
  const units = buildUnits();
  const words = new Map<number, LanguageSet>();
  for (const [language, list] of Object.entries(COMMON_WORDS)) {
    const set = setOf(language);
    eachWord(list, (word) => unite(words, hashOf(units, word), set));
  }
  const endings = new Map<number, LanguageSet>();
  for (const [language, list] of Object.entries(ENDINGS)) {
    const set = setOf(language);
    eachWord(list, (ending) => unite(endings, keyOfEnding(units, ending), set));
  }
  const lettersLo = [0];
  const lettersHi = [0];
  const mark = (letters: readonly string[], languages: string) => {
    const set: LanguageSet = { lo: 0, hi: 0 };
    eachWord(languages, (language) => {
      const { lo, hi } = setOf(language);
      set.lo |= lo;
      set.hi |= hi;
    });
    const id = lettersLo.push(set.lo) - 1;
    lettersHi.push(set.hi);
    for (const letter of letters) {
      const unit = letter.charCodeAt(0);
      units[unit] = (units[unit] ?? 0) | (id << LETTER_SHIFT);
    }
  };
  for (const [letter, languages] of Object.entries(LETTERS)) mark(casesOf(letter), languages);
  const [first, last] = VIETNAMESE;
  const vietnamese = Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  mark(
    vietnamese.filter((letter) => !(letter.toLowerCase() in LETTERS)),
    'vi',
  );
  return {
    units,
    words: new SetTable(words),
    endings: new SetTable(endings),
    lettersLo: Int32Array.from(lettersLo),
    lettersHi: Int32Array.from(lettersHi),
  };
}

/** A letter with its capital, where that is one unit too. */
function casesOf(letter: string): string[] {
  const capital = letter.toUpperCase();
  return capital.length === 1 && capital !== letter && capital !== 'I' ? [letter, capital] : [letter];
}

function eachWord(list: string, visit: (word: string) => void): void {
  for (const word of list.split(/\s+/)) visit(word);
}

function unite(sets: Map<number, LanguageSet>, key: number, { lo, hi }: LanguageSet): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, { lo, hi });
  else {
    set.lo |= lo;
    set.hi |= hi;
  }
}

function hashOf(units: Uint32Array, word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, (units[word.charCodeAt(at)] ?? 0) & 0xffff);
  return hash;
}

function keyOfEnding(units: Uint32Array, ending: string): number {
  let tail = 0;
  let script = 0;
  for (let at = 0; at < ending.length; at++) {
    const entry = units[ending.charCodeAt(at)] ?? 0;
    tail = (tail << 8) | (entry & 0xff);
    script = (entry >>> SCRIPT_SHIFT) & SCRIPT_BITS;
  }
  return endingKey(tail, Math.min(ENDING_MAX, ending.length), script);
}
