import { isUnseen } from '../unicode/ignorable.js';
import { type MappedText, MappedTextBuilder } from './mapped-text.js';
import type { ViewMaker } from './view-maker.js';

const MARK = /^\p{M}$/u;
const MARKS = /\p{M}/gu;
const ARABIC = /^\p{Script=Arabic}/u;
/** Vowel signs, which writers of Arabic leave out, and the stroke. Hamza and madda make letters and stay. */
const TASHKEEL = /[\u0640\u064b-\u0652\u0656-\u065f\u0670]/g;
const LATIN_OR_COMMON = /^[\p{Script=Latin}\p{Script=Common}]/u;
/** The Arabic stroke that stretches a letter, conjoining jamo and half-width sound marks join what stands before them. */
const JOINS_BEFORE = /^[\u0640\u1160-\u11ff\u314f-\u3163\ud7b0-\ud7fb\uff9e\uff9f\uffc2-\uffdc]$/;
/** UAX 15, Stream-Safe Text Format. Longer runs are no language, and normalising them takes quadratic time. */
const MARKS_MAX = 30;

/** NFKC, without the code points that a reader does not see and without marks piled on Latin letters. */
export const folded: ViewMaker = {
  name: 'folded',
  make: (text, look, _, limit) => (look.plain ? undefined : fold(text, limit)),
};

function fold(text: string, limit: number): MappedText | 'over' | undefined {
  /** Made at the first difference, since most texts have none. */
  let builder: MappedTextBuilder | undefined;
  let kept = 0;
  /** Whether marks that go on behind a cut segment stand on a Latin letter. */
  let onLatin = false;
  let at = 0;
  while (at < text.length) {
    const plain = endOfPlain(text, at);
    if (plain > at) {
      at = plain;
      continue;
    }
    const steady = endOfSteady(text, at);
    if (steady > at) {
      onLatin = false;
      at = steady;
      continue;
    }
    const { end, seen, first, seenStart, seenEnd } = readSegment(text, at);
    const isGone = seen.length === 0 || (onLatin && MARK.test(first));
    const normal = isGone ? '' : normalise(seen);
    if (!isGone) onLatin = LATIN_OR_COMMON.test(normal);
    if (isGone || normal !== text.slice(at, end)) {
      builder ??= new MappedTextBuilder(text.length, limit);
      if (!builder.keep(text, kept, at)) return 'over';
      // Only what can be seen made the letters; what is hidden before, between or behind them belongs to no unit.
      if (!builder.add(normal, seenStart, seenEnd)) return 'over';
      kept = end;
    }
    at = end;
  }
  if (builder === undefined) return undefined;
  return builder.keep(text, kept, text.length) ? builder.finish(text.length) : 'over';
}

/** What is known of a unit: nothing yet, that it stays as it is, that it may change. Filled as units turn up. */
const UNKNOWN = 0;
const PLAIN = 1;
const CHANGING = 2;
const plainness = new Uint8Array(65_536);

/** Whether the unit is the same after folding, whatever stands before it. */
function isPlain(unit: number): boolean {
  if (unit < 0x80) return !isUnseen(unit);
  if (plainness[unit] === UNKNOWN) {
    const character = String.fromCharCode(unit);
    const stays =
      (unit < 0xd800 || unit > 0xdfff) &&
      !isUnseen(unit) &&
      !joinsBefore(unit, character) &&
      character.normalize('NFKC') === character;
    plainness[unit] = stays ? PLAIN : CHANGING;
  }
  return plainness[unit] === PLAIN;
}

/** End of the run of plain units from `at` that nothing behind them can change. */
function endOfPlain(text: string, at: number): number {
  let end = at;
  while (end < text.length && isPlain(text.charCodeAt(end))) end++;
  // The last one may carry marks.
  return end === text.length ? end : Math.max(at, end - 1);
}

/** Longer runs are read segment by segment. */
const STEADY_MAX = 96;
const STEADY_FROM = 0x370;
/** Letters and marks of scripts that are not Latin, each letter with few marks, none of them a vowel sign of Arabic. */
const STEADY =
  /^(?:(?![\p{Script=Latin}\p{Script=Common}])[\p{L}\p{N}](?:(?![\u064b-\u0652\u0656-\u065f\u0670])\p{M}){0,4})+$/u;

/**
 * End of the word from `at` that normalising does not change, in a script that writes vowels as marks; `at` where it is
 * none. One look at a whole word is much less work than one at each of its letters.
 */
function endOfSteady(text: string, at: number): number {
  let end = at;
  const last = Math.min(text.length, at + STEADY_MAX);
  while (end < last && isSteadyUnit(text.charCodeAt(end))) end++;
  // Behind a run that was cut, marks may go on.
  if (end === last && end < text.length) return at;
  const word = text.slice(at, end);
  return end - at > 1 && STEADY.test(word) && word.normalize('NFKC') === word ? end : at;
}

function isSteadyUnit(unit: number): boolean {
  return unit >= STEADY_FROM && (unit < 0xd800 || unit > 0xdfff) && !isUnseen(unit);
}

interface Segment {
  readonly end: number;
  /** The code points that can be seen. */
  readonly seen: string;
  readonly first: string;
  readonly seenStart: number;
  readonly seenEnd: number;
}

/** A code point with what joins it: at most `MARKS_MAX` marks, ending at the last one that can be seen. */
function readSegment(text: string, start: number): Segment {
  let at = start;
  let seen = '';
  let first = '';
  let seenStart = start;
  let seenEnd = start;
  let marks = 0;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(codePoint);
    const next = at + character.length;
    if (isUnseen(codePoint)) {
      if (seen === '') return { end: next, seen, first, seenStart, seenEnd };
      at = next;
      continue;
    }
    if (seen === '') {
      seenStart = at;
      first = character;
    } else if (marks === MARKS_MAX || !joinsBefore(codePoint, character)) break;
    else marks++;
    seen += character;
    seenEnd = next;
    at = next;
  }
  return { end: at, seen, first, seenStart, seenEnd };
}

/** Whether a code point is written onto the one before it. */
export function joinsBefore(codePoint: number, character: string): boolean {
  return codePoint >= 0x300 && (MARK.test(character) || JOINS_BEFORE.test(character));
}

function normalise(seen: string): string {
  const normal = seen.normalize('NFKC');
  if (ARABIC.test(normal)) return normal.replace(TASHKEEL, '');
  if (normal.length === 1 || !LATIN_OR_COMMON.test(normal)) return normal;
  return normal.replace(MARKS, '');
}
