import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import type { Survey } from './survey.js';
import type { Variant, ViewMaker } from './view-maker.js';

/** Digits and symbols that stand for letters, inside words: `k1ll` is `kill`, but `4k`, `C4` and `1girl` stay. */
export const leet: ViewMaker = { name: 'leet', make: read };

const STANDS_FOR = new Map(
  Object.entries({
    0: 'o',
    1: 'i',
    3: 'e',
    4: 'a',
    5: 's',
    6: 'g',
    7: 't',
    8: 'b',
    9: 'g',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'i',
    '+': 't',
  }).map(([symbol, letter]) => [symbol.charCodeAt(0), letter] as const),
);
const ASCII_STANDS = new Uint8Array(128);
for (const unit of STANDS_FOR.keys()) if (unit < 128) ASCII_STANDS[unit] = 1;

const TOKEN_MAX = 32;
const LETTERS_MIN = 2;
/** Where so many words hold signs, and a quarter of all, whatever can be a letter is one. */
const DENSE_MIN = 4;
/** What stands behind a number as a unit, an ordinal or a count. */
const UNITS = new Set(
  `st nd rd th am pm kg mg ml cm mm km px gb mb tb kb hz khz mhz ghz min hr hrs sec yo yr yrs year years day days girl girls
  boy boys man men woman women people x fps bit mp dpi inch ft lb lbs oz mph kmh star stars way ways hp kw kwh mah usd eur
  step steps ish`.split(/\s+/),
);

function read(text: string, look: Survey, variant: Variant): MappedText | undefined {
  if (!look.leet) return undefined;
  const rewriter = new Rewriter(text);
  const isDense = look.signed >= DENSE_MIN && look.signed * 4 >= look.words;
  for (let at = 0; at < text.length; ) {
    if (!isTokenUnit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    let letters = isLetter(text.charCodeAt(at)) ? 1 : 0;
    while (end < text.length && isTokenUnit(text.charCodeAt(end))) {
      if (isLetter(text.charCodeAt(end))) letters++;
      end++;
    }
    if (isDense && end - at <= TOKEN_MAX) rewriteToken(text, at, end, variant, rewriter);
    else if (letters > 0 && letters < end - at) readToken(text, at, end, letters, variant, rewriter);
    at = end;
  }
  return rewriter.finish();
}

function readToken(
  text: string,
  from: number,
  to: number,
  letters: number,
  variant: Variant,
  rewriter: Rewriter,
): void {
  let start = from;
  let end = to;
  // Marks at the edges are punctuation, but `$` and `@` are letters there, as in `a$$` and `@ss`.
  while (start < end && isPunctuation(text.charCodeAt(start))) start++;
  while (end > start && isPunctuation(text.charCodeAt(end - 1))) end--;
  while (end > start && text.charCodeAt(end - 1) === 64) end--;
  const dollars = countDollars(text, start, end);
  if (end - start > TOKEN_MAX || letters + dollars < LETTERS_MIN) return;
  const lead = endOfDigits(text, start, end);
  if (lead > start) {
    const rest = text.slice(lead, end).toLowerCase();
    if (lead - start > 2 || UNITS.has(rest) || (lead - start === 2 && !/\d/.test(rest))) return;
  }
  if (!endsInNumber(text, start, end)) rewriteToken(text, start, end, variant, rewriter);
}

function rewriteToken(text: string, start: number, end: number, variant: Variant, rewriter: Rewriter): void {
  let previous = '';
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const letter = STANDS_FOR.get(unit);
    if (letter === undefined) {
      previous = text.charAt(at).toLowerCase();
      continue;
    }
    previous = letter === 'i' && variant === 'second' ? barAt(text, at, end, previous) : letter;
    rewriter.replace(at, at + 1, previous);
  }
}

const VOWEL = /^[aeiouy]$/;

/** What a bar is where it is not always i: l next to a vowel or another l, and behind the r of `girl` and `world`. */
function barAt(text: string, at: number, end: number, previous: string): string {
  const unit = text.charCodeAt(at + 1);
  const next = at + 1 < end ? (STANDS_FOR.get(unit) ?? text.charAt(at + 1).toLowerCase()) : '';
  const isBar = next === 'i' && STANDS_FOR.has(unit);
  if (VOWEL.test(previous) || previous === 'l' || (VOWEL.test(next) && !isBar)) return 'l';
  const beforeLast = text.charAt(at - 2).toLowerCase();
  return previous === 'r' && /[aeiou0134]/.test(beforeLast) ? 'l' : 'i';
}

/** Names of versions and models: three digits or more behind the last letter, or one or two that no word ends in. */
function endsInNumber(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && isDigit(text.charCodeAt(at - 1))) at--;
  const digits = end - at;
  if (digits === 0) return false;
  for (let inside = start; inside < at; inside++) if (!isLetter(text.charCodeAt(inside))) return false;
  return digits > 2 || (digits === 2 && text.charCodeAt(at) !== text.charCodeAt(at + 1));
}

function countDollars(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 36 || unit === 64) count++;
  }
  return count;
}

function endOfDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isTokenUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || (unit < 128 && ASCII_STANDS[unit] === 1);
}

function isPunctuation(unit: number): boolean {
  return unit === 33 || unit === 124 || unit === 43;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}
