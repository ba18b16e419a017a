import { kindOf, lookAlike, OTHER_LETTER } from '../unicode/look-alikes.js';
import { isWordUnit } from '../unicode/units.js';
import { isBase64, LINE_MIN } from './base64.js';
import { isAlphanumeric, isHex } from './digit-bytes.js';
import { edgeBefore } from './excerpt.js';
import { folded } from './folded.js';
import { GAP_MAX, isElement, isGap } from './split.js';
import { RUN_MIN } from './squeezed.js';
import { survey } from './survey.js';
import { findTagRuns } from './tags.js';
import { tailSegmentFrom } from './tail-segment.js';

/** So many UTF-16 units of a run that looks encoded are worth waiting for; a longer one is to be refused, not awaited. */
export const ENCODED_RUN_MAX = 4_096;

/** Nearly every tail is shorter, so that no more is looked at. */
const TAIL_FIRST = 256;
/** What stands so near to where the look began may go on before it. */
const EDGE = 48;
/** No script before it puts no spaces between words. */
const SPACELESS_FROM = 0xe00;
const IDEOGRAPHIC_FIRST = 0x3001;
const IDEOGRAPHIC_LAST = 0x303f;
const SPACE = /\s/;

/**
 * Where the run at the end of a text begins of which nobody can say yet how it will read: the last word, whatever is
 * encoded without a space in it, bytes and single letters that stand apart, lines of base64, tags that nobody sees. What
 * stands before it reads as it does, whatever follows. In UTF-16 units; the length of the text where nothing is open.
 *
 * @example
 * tailRunFrom('the code is 7a 6f 7'); // 12
 */
export function tailRunFrom(text: string): number {
  for (let size = TAIL_FIRST; ; size *= 2) {
    const from = edgeBefore(text, Math.max(0, text.length - size));
    const start = tailOf(text.slice(from));
    if (from === 0 || start > EDGE) return Math.min(from + start, firstTag(text));
  }
}

/** Tags may be read together wherever they stand. */
function firstTag(text: string): number {
  if (!text.includes('\udb40')) return text.length;
  return findTagRuns(text).find((run) => !run.inFlag)?.start ?? text.length;
}

function tailOf(text: string): number {
  const segment = tailSegmentFrom(text);
  // Characters in other shapes are read as plain ones first.
  const made = folded.make(text, survey(text), 'first', Number.POSITIVE_INFINITY);
  if (made === undefined || made === 'over') return Math.min(segment, openFrom(text));
  const start = openFrom(made.text);
  const before = start === 0 ? 0 : (made.ends[start - 1] ?? 0);
  return Math.min(segment, before, made.map[start] ?? before);
}

function openFrom(text: string): number {
  let start = runStart(text, text.length);
  for (;;) {
    const before = Math.min(start, lineBefore(text, start), bytesBefore(text, start), singlesBefore(text, start));
    if (before === start) return start;
    start = runStart(text, before);
  }
}

/** The beginning of the characters without white space that end at a place; a script without spaces ends them too. */
function runStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isRunUnit(text.charCodeAt(start - 1))) start--;
  return start;
}

function isRunUnit(unit: number): boolean {
  if (unit < SPACELESS_FROM) return unit > 0x20 && unit !== 0xa0 && unit !== 0x85;
  if (unit >= IDEOGRAPHIC_FIRST && unit <= IDEOGRAPHIC_LAST) return false;
  if (kindOf(lookAlike(unit)) === OTHER_LETTER) return isWordUnit(unit);
  return !SPACE.test(String.fromCharCode(unit));
}

/** A line of base64 that the run at `start` goes on from. */
function lineBefore(text: string, start: number): number {
  let end = start;
  while (end > 0 && start - end < 2 && isLineEnd(text.charCodeAt(end - 1))) end--;
  if (end === start || (start < text.length && !isBase64(text, start))) return start;
  let line = end;
  while (line > 0 && isBase64(text, line - 1)) line--;
  return end - line >= LINE_MIN ? line : start;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Of what stands between two bytes, at most so many units. */
const BETWEEN_MAX = 3;
const BETWEEN = /[\s,:;_-]/;
const BYTES = /^(?:0[xX])?[0-9a-fA-F]*(?![0-9A-Za-z])/;
const BYTES_LOOK = 72;

/** Bytes in hexadecimal or binary digits that stand apart from those at `start`. */
function bytesBefore(text: string, start: number): number {
  if (!BYTES.test(text.slice(start, start + BYTES_LOOK))) return start;
  let end = start;
  while (end > 0 && start - end < BETWEEN_MAX && BETWEEN.test(text.charAt(end - 1))) end--;
  let digit = end;
  while (digit > 0 && isHex(text.charCodeAt(digit - 1))) digit--;
  const isWhole = digit < end && end < start && (end - digit) % 2 === 0;
  const isPrefixed = digit > 1 && (text.charCodeAt(digit - 1) | 32) === 0x78 && text.charCodeAt(digit - 2) === 0x30;
  return isWhole && (isPrefixed || !isAlphanumeric(text.charCodeAt(digit - 1))) ? digit : start;
}

/** Letters one by one that the run at `start` goes on from. */
function singlesBefore(text: string, start: number): number {
  let first = start;
  while (first < text.length && !isElement(text, first)) first++;
  if (first + 1 < text.length && isElement(text, first + 1)) return start;
  let letter = first;
  let before = letterBefore(text, first, first === text.length);
  while (before !== undefined) {
    letter = before;
    before = letterBefore(text, letter, false);
  }
  return Math.min(start, letter);
}

/** A letter by itself before a place, with no more between them than may be within a word; at the end that may grow. */
function letterBefore(text: string, at: number, isOpen: boolean): number | undefined {
  let end = at;
  while (end > 0 && isGap(text.charCodeAt(end - 1))) end--;
  const gap = at - end;
  if (!isOpen && (gap === 0 || (gap > GAP_MAX && gap < RUN_MIN))) return undefined;
  const isSingle = end > 0 && isElement(text, end - 1) && !(end > 1 && isElement(text, end - 2));
  return isSingle ? end - 1 : undefined;
}
