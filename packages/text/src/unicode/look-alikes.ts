import { LOOK_ALIKES } from './confusables-table.js';
import { letterForms } from './letter-forms.js';

/** What a code point beyond ASCII is to a reader of Latin letters. */
export const NO_LETTER = 1;
/** A letter that looks like no Latin one. */
export const OTHER_LETTER = 2;
/** A Latin letter in a shape that no language writes. */
export const SHAPED = 3;
/** A letter of another script that looks like a Latin one. */
export const FOREIGN = 4;
/** A Latin letter with a mark, as many languages have them. */
export const MARKED = 5;
/** A mark that stands on any letter. */
export const MARK = 6;

const KIND_SHIFT = 5;
const LETTER_BITS = 31;
const LETTER = /^[\p{L}\p{M}]$/u;
const LATIN = /^\p{Script=Latin}$/u;
/** Phonetic and archaic letters: IPA and its extensions, and Latin Extended-D and E. */
const PHONETIC =
  /^[\u0250-\u02af\u1d00-\u1dbf\ua730-\ua7ff\uab30-\uab6f\u2c60-\u2c7f\u0180\u0183-\u018d\u0192-\u019f\u01a5-\u01bf\u01dd]$/u;
const STROKED: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  Ø: 'o',
  Đ: 'd',
  Ħ: 'h',
  Ł: 'l',
  Ŧ: 't',
};

let known: Map<number, string> | undefined;
/** Filled as units turn up; 0 is not known yet. */
const ofUnit = new Uint8Array(65_536);

/** Kind and letter in one number, for `kindOf` and `letterOf`. */
export function lookAlike(codePoint: number): number {
  if (codePoint > 0xffff) return isPictograph(codePoint) ? NO_LETTER << KIND_SHIFT : judge(codePoint);
  const entry = ofUnit[codePoint] as number;
  return entry === 0 ? learn(codePoint) : entry;
}

/** Emoji are many, and only some blocks of them hold letters. */
function isPictograph(codePoint: number): boolean {
  return codePoint >= 0x1f200 && codePoint < 0x1fb00;
}

function learn(unit: number): number {
  const entry = judge(unit);
  ofUnit[unit] = entry;
  return entry;
}

/** Made when the first text beyond ASCII turns up. */
function load(): Map<number, string> {
  if (known !== undefined) return known;
  known = new Map(letterForms());
  for (const [letter, steps] of Object.entries(LOOK_ALIKES)) {
    let codePoint = 0;
    for (const step of steps.split(' ')) {
      codePoint += Number.parseInt(step, 36);
      if (!known.has(codePoint)) known.set(codePoint, letter);
    }
  }
  return known;
}

export function kindOf(entry: number): number {
  return entry >> KIND_SHIFT;
}

/** The Latin letter in lower case; only for the kinds that look like one. */
export function letterOf(entry: number): string {
  return String.fromCharCode(96 + (entry & LETTER_BITS));
}

function judge(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const isLatin = LATIN.test(character);
  if (codePoint >= 0x300 && codePoint < 0x370) return MARK << KIND_SHIFT;
  const looksLike = load().get(codePoint);
  if (isLatin && !PHONETIC.test(character)) {
    const base = STROKED[character] ?? character.normalize('NFD').charAt(0).toLowerCase();
    if (/^[a-z]$/.test(base)) return pack(MARKED, base);
    return looksLike === undefined ? NO_LETTER << KIND_SHIFT : pack(SHAPED, looksLike);
  }
  if (looksLike !== undefined) {
    const shaped = isLatin || !LETTER.test(character);
    return pack(shaped ? SHAPED : FOREIGN, looksLike);
  }
  return (LETTER.test(character) ? OTHER_LETTER : NO_LETTER) << KIND_SHIFT;
}

function pack(kind: number, letter: string): number {
  return (kind << KIND_SHIFT) | (letter.charCodeAt(0) - 96);
}
