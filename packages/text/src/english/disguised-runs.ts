import { type Disguise, gainOf } from './likelihood.js';
import { BACKWARD, ENGLISH, PACKED_MAX, packWord, ROTATED, wordBits } from './words.js';

/** A stretch of words, `[start, end)`. */
export interface WordRun {
  readonly start: number;
  readonly end: number;
}

/** Bits that a function word is worth. */
const FUNCTION_WORD = 10;
/** What one word can say for itself. */
const WORD_MAX = 14;
/** Bits that make a run: unlikely by accident in any language. */
const RUN_MIN = 18;
const OTHER_LETTER_COST = -4;
const LETTERS_MAX = 24;
/** What the text is about often stands at an edge, as a word that reads no better one way than the other. */
const NEIGHBOURS_MAX = 4;
const SPACE = 32;
const COMMA = 44;

/** The stretches of words that read as English once the disguise is undone, and not as they stand. */
export function disguisedRuns(text: string, disguise: Disguise): WordRun[] {
  const marker = disguise === 'backward' ? BACKWARD : ROTATED;
  const runs: WordRun[] = [];
  // The best stretch that ends here (Kadane), and the best one since the last that was taken.
  let sum = 0;
  let start = 0;
  let best = 0;
  let bestStart = 0;
  let bestEnd = 0;
  const take = () => {
    if (best >= RUN_MIN) runs.push({ start: bestStart, end: bestEnd });
    best = 0;
    sum = 0;
  };
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (!isLetter(unit)) {
      if (unit > 127) sum = Math.max(0, sum + OTHER_LETTER_COST);
      at++;
      continue;
    }
    let end = at + 1;
    let packed = unit & 31;
    while (end < text.length && isLetter(text.charCodeAt(end))) {
      if (end - at < PACKED_MAX) packed = (packed << 5) | (text.charCodeAt(end) & 31);
      end++;
    }
    if (end - at > LETTERS_MAX || isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(end))) {
      // No word but a name or something encoded.
      sum = Math.max(0, sum + OTHER_LETTER_COST);
      at = end;
      continue;
    }
    const isPalindrome = end - at === 1;
    const bits = end - at <= PACKED_MAX ? wordBits(packed) : 0;
    const gain = isPalindrome
      ? 0
      : (bits & ENGLISH) !== 0
        ? -FUNCTION_WORD
        : (bits & marker) !== 0
          ? FUNCTION_WORD
          : Math.max(-WORD_MAX, Math.min(WORD_MAX, gainOf(disguise, text, at, end)));
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += gain;
    if (sum > best) {
      best = sum;
      bestStart = start;
      bestEnd = end;
    } else if (best >= RUN_MIN && sum < best - RUN_MIN) take();
    at = end;
  }
  take();
  return widened(text, runs);
}

function widened(text: string, runs: readonly WordRun[]): WordRun[] {
  const wide: WordRun[] = [];
  runs.forEach(({ start, end }, index) => {
    const from = widen(text, start, -1, wide.at(-1)?.end ?? 0);
    const to = widen(text, end, 1, runs[index + 1]?.start ?? text.length);
    wide.push({ start: from, end: to });
  });
  return wide;
}

/** The edge moved over words that are no function words of plain English, up to `limit`. */
function widen(text: string, edge: number, step: 1 | -1, limit: number): number {
  const at = (place: number) => text.charCodeAt(step === 1 ? place : place - 1);
  let reached = edge;
  for (let words = 0; words < NEIGHBOURS_MAX; words++) {
    let near = reached;
    while (near !== limit && (at(near) === SPACE || at(near) === COMMA)) near += step;
    let far = near;
    while (far !== limit && isLetter(at(far)) && Math.abs(far - near) <= LETTERS_MAX) far += step;
    if (far === near || near === reached || (far !== limit && isLetter(at(far)))) break;
    const word = step === 1 ? text.slice(near, far) : text.slice(far, near);
    if (word.length > 1 && (wordBits(packWord(word.toLowerCase())) & ENGLISH) !== 0) break;
    reached = far;
  }
  return reached;
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
