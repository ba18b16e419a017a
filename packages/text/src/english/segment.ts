import { FUNCTION_WORDS } from './words.js';

const WORDS = new Set(FUNCTION_WORDS.filter((word) => word.length > 1));
const WORD_MAX = Math.max(...[...WORDS].map((word) => word.length));
/** Letters written without spaces are looked at so far. */
const LETTERS_MAX = 2_000;
const UNKNOWN_START = 5;
const UNKNOWN_LETTER = 3;
const WORD_START = 3;
const ONE_LETTER = 2;
const VOWEL = /[aeiouy]/;

/**
 * Where words begin in letters written without spaces, so that function words cover as much as can be; what stands
 * between them is taken for one word.
 *
 * @example
 * segment('howtomakeazorb'); // [3, 5, 9, 10]
 */
export function segment(letters: string): number[] {
  const { length } = letters;
  if (length < 5 || length > LETTERS_MAX) return [];
  // Cheapest reading up to each place whose last word is known, and whose last word is not.
  const known = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const unknown = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const knownFrom = new Int32Array(length + 1);
  const unknownFrom = new Int32Array(length + 1);
  known[0] = 0;
  for (let end = 1; end <= length; end++) {
    for (let start = Math.max(0, end - WORD_MAX); start < end; start++) {
      const cost = costOf(letters, start, end);
      if (cost === undefined) continue;
      const total = Math.min(known[start] ?? 0, unknown[start] ?? 0) + cost;
      if (total < (known[end] ?? 0)) {
        known[end] = total;
        knownFrom[end] = start;
      }
    }
    const opened = (known[end - 1] ?? 0) + UNKNOWN_START + UNKNOWN_LETTER;
    const continued = (unknown[end - 1] ?? 0) + UNKNOWN_LETTER;
    unknown[end] = Math.min(opened, continued);
    unknownFrom[end] = opened <= continued ? end - 1 : (unknownFrom[end - 1] ?? 0);
  }
  const breaks: number[] = [];
  for (let end = length; end > 0; ) {
    end = (unknown[end] ?? 0) < (known[end] ?? 0) ? (unknownFrom[end] ?? 0) : (knownFrom[end] ?? 0);
    if (end > 0) breaks.unshift(end);
  }
  return breaks;
}

function costOf(letters: string, start: number, end: number): number | undefined {
  const word = letters.slice(start, end);
  if (word === 'a' || word === 'i') {
    // Before two consonants it is rather the beginning of a longer word.
    return end === letters.length || VOWEL.test(letters.slice(end, end + 2)) ? ONE_LETTER : undefined;
  }
  return WORDS.has(word) ? WORD_START + word.length : undefined;
}
