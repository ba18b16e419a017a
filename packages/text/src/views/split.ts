import { segment } from '../english/segment.js';
import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import type { Variant, ViewMaker } from './view-maker.js';

/**
 * Letters apart from each other put together: `k i l l`, `k.i.l.l`, `ki*ll`. A wider gap than the others ends a word; where
 * all are alike, the second reading looks for the words in the letters.
 */
export const split: ViewMaker = {
  name: 'split',
  make(text, look, variant) {
    return look.split ? join(text, variant) : undefined;
  },
};

/** The widest gap between two letters of a word. */
export const GAP_MAX = 3;
const SINGLES_MIN = 3;
const PIECE_MAX = 3;
const JOINTS_FROM = 3;
const ELEMENT = /^[\p{L}\p{N}!$@]$/u;
const GAP = new Set(
  [...' .-_*/~^,+|=#<>`\\()[]{}:;\'"\u00b7\u2022\u2010\u2011\u2012\u2013\u2014\u2022\u30fb\u00a0\n\t\r'].map((one) =>
    one.charCodeAt(0),
  ),
);
/** Marks that join pieces of any length: no word has them inside, and a name of a file does no harm. */
const ALWAYS = new Set([...'.*~^'].map((one) => one.charCodeAt(0)));
const ODD = new Set([...'*~^'].map((one) => one.charCodeAt(0)));
const JOINTS = new Set([...'.-_*/~^,:;()[]{}<>=#"`\u00b7'].map((one) => one.charCodeAt(0)));

function join(text: string, variant: Variant): MappedText | undefined {
  const rewriter = new Rewriter(text);
  for (let at = 0; at < text.length; ) {
    if (!isElement(text, at)) {
      at++;
      continue;
    }
    const run = readSingles(text, at);
    if (run.letters.length >= SINGLES_MIN) {
      if (run.alphabetic >= 2) writeSingles(text, run, variant, rewriter);
      at = run.end;
      continue;
    }
    at = joinPieces(text, at, rewriter);
  }
  return rewriter.finish();
}

interface Singles {
  /** Where each letter stands. */
  readonly letters: readonly number[];
  readonly alphabetic: number;
  readonly end: number;
}

/** Whether the unit may stand between two letters of a word that is cut up. */
export function isGap(unit: number): boolean {
  return GAP.has(unit);
}

/** Letters one by one, each at most `GAP_MAX` units behind the one before. */
function readSingles(text: string, start: number): Singles {
  const letters: number[] = [];
  let alphabetic = 0;
  let end = start;
  for (let at = start; at < text.length && isElement(text, at) && !isWord(text, at + 1); ) {
    letters.push(at);
    if (isLetter(text.charCodeAt(at))) alphabetic++;
    end = at + 1;
    let next = end;
    while (next < text.length && next - end < GAP_MAX && isGap(text.charCodeAt(next))) next++;
    if (next === end) break;
    at = next;
  }
  return { letters, alphabetic, end };
}

function writeSingles(text: string, { letters }: Singles, variant: Variant, rewriter: Rewriter): void {
  const gaps = letters.slice(1).map((at, index) => text.slice((letters[index] ?? 0) + 1, at));
  const marked = gaps.filter((gap) => gap.trim() !== '').length * 2 > gaps.length;
  const narrowest = gaps.reduce((least, gap) => Math.min(least, gap.length), GAP_MAX);
  /** Only white space ends a word: any where marks join letters, more than elsewhere where white space does. */
  const endsWord = (gap: string) => gap.trim() === '' && (marked || gap.length > narrowest);
  const words: (readonly number[])[] = [];
  let from = 0;
  for (let index = 1; index <= letters.length; index++) {
    if (index < letters.length && !endsWord(gaps[index - 1] ?? '')) continue;
    words.push(letters.slice(from, index));
    from = index;
  }
  if (words.some((word) => word.length >= SINGLES_MIN))
    for (const word of words) writeWord(text, word, variant, rewriter);
}

function writeWord(text: string, letters: readonly number[], variant: Variant, rewriter: Rewriter): void {
  const word = letters.map((at) => text.charAt(at)).join('');
  const breaks = new Set(variant === 'second' ? segment(word.toLowerCase()) : []);
  letters.forEach((at, index) => {
    const next = letters[index + 1];
    if (next === undefined) return;
    rewriter.replace(at + 1, next, breaks.has(index + 1) ? ' ' : '');
  });
}

/** Takes marks out of the word at `at`, where it does not look like a compound. Returns its end. */
function joinPieces(text: string, start: number, rewriter: Rewriter): number {
  const joints: number[] = [];
  let end = start;
  let pieceStart = start;
  let longest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (;;) {
    while (end < text.length && isWord(text, end)) end++;
    longest = Math.max(longest, end - pieceStart);
    shortest = Math.min(shortest, end - pieceStart);
    if (!isJoint(text, end)) break;
    joints.push(end);
    pieceStart = end + 1;
    end++;
  }
  if (joints.length === 0) return Math.max(end, start + 1);
  const total = end - start - joints.length;
  const inPieces = longest <= PIECE_MAX && (shortest < PIECE_MAX || joints.length >= JOINTS_FROM) && total > 2;
  for (const at of joints) {
    if (inPieces || (ALWAYS.has(text.charCodeAt(at)) && total > 2)) rewriter.replace(at, at + 1, '');
  }
  return end;
}

/** A mark with letters on both sides; a digit on one of them will do for a mark that numbers do not have. */
function isJoint(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!JOINTS.has(unit)) return false;
  const sides = (isLetter(text.charCodeAt(at - 1)) ? 1 : 0) + (isLetter(text.charCodeAt(at + 1)) ? 1 : 0);
  return sides === 2 || (sides === 1 && ODD.has(unit) && isWord(text, at - 1) && isWord(text, at + 1));
}

/** Whether a letter, a digit or a sign that stands for a letter is there. */
export function isElement(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128
    ? isLetter(unit) || (unit >= 48 && unit <= 57) || unit === 33 || unit === 36 || unit === 64
    : ELEMENT.test(text.charAt(at));
}

function isWord(text: string, at: number): boolean {
  return at < text.length && isElement(text, at);
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || (unit >= 0xc0 && unit < 0x250);
}
