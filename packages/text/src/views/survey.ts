import { BACKWARD, ENGLISH, PACKED_MAX, ROTATED, wordBits } from '../english/words.js';

/** What one pass over a text says of the readings that are worth trying. Where a field is false, none of that kind differs. */
export interface Survey {
  /** Nothing but printable ASCII, tabs and line ends. */
  readonly plain: boolean;
  /** Runs of ASCII letters, and how many of them are function words as they stand, backward, or 13 letters on. */
  readonly words: number;
  readonly english: number;
  readonly backward: number;
  readonly rotated: number;
  /** There is an `&`, a `%` or a backslash. */
  readonly escapes: boolean;
  /** There is a run long enough to be encoded, or one that ends in padding. */
  readonly encoded: boolean;
  /** Tokens of two stand in a row, as bytes in hexadecimal do. */
  readonly pairs: boolean;
  /** A token of eight binary digits. */
  readonly octets: boolean;
  /** Letters share a token with digits or with symbols that stand for letters. */
  readonly leet: boolean;
  /** How many tokens do. */
  readonly signed: number;
  /** Single letters in a row, or marks between the letters of a word. */
  readonly split: boolean;
  /** A letter three times in a row. */
  readonly stretched: boolean;
}

const OTHER = 0;
const DIGIT = 2;
const SYMBOL = 3;
const JOINT = 4;
const ESCAPE = 5;

const CLASS = new Uint8Array(128);
CLASS.fill(DIGIT, 48, 58);
for (const symbol of '!$@|+') CLASS[symbol.charCodeAt(0)] = SYMBOL;
for (const joint of '.-_*/~^,:;()[]{}<>=#"`') CLASS[joint.charCodeAt(0)] = JOINT;
for (const mark of '&%\\') CLASS[mark.charCodeAt(0)] = ESCAPE;

const ENCODED_MIN = 16;
const PADDED_MIN = 4;
const PAIRS_MIN = 4;
const SINGLES_MIN = 3;
/** A piece of a word that marks cut up; longer ones make compounds. */
const PIECE_MAX = 3;
const EQUALS = 61;
const SPACE = 32;
const DOT = 46;
const DOLLAR = 36;
const AT = 64;
/** What a token holds. */
const LETTERS = 1;
const SIGNS = 2;

/** Looks once at every unit. */
export function survey(text: string): Survey {
  const { length } = text;
  let plain = true;
  let words = 0;
  let english = 0;
  let backward = 0;
  let rotated = 0;
  let escapes = false;
  let encoded = false;
  let pairs = 0;
  let mostPairs = 0;
  let octets = false;
  let leet = false;
  let signed = 0;
  let split = false;
  let stretched = false;
  // The token of letters and digits that goes on: its length, what it holds, and the symbol just before.
  let token = 0;
  let holds = 0;
  let behindSymbol = false;
  let singles = 0;
  for (let at = 0; at < length; at++) {
    let unit = text.charCodeAt(at);
    if (isLetter(unit)) {
      const start = at;
      let packed = 0;
      let previous = 0;
      let repeated = 0;
      do {
        packed = (packed << 5) | (unit & 31);
        if (unit !== previous) {
          previous = unit;
          repeated = 0;
        } else if (++repeated === 2) stretched = true;
        unit = text.charCodeAt(++at);
      } while (isLetter(unit));
      const letters = at - start;
      words++;
      if (letters <= PACKED_MAX) {
        const bits = wordBits(packed);
        english += bits & ENGLISH;
        backward += bits & BACKWARD;
        rotated += bits & ROTATED;
      }
      token += letters;
      holds |= behindSymbol ? LETTERS | SIGNS : LETTERS;
      if (unit !== SPACE && CLASS[unit] === JOINT && isJoint(text, at, unit, letters)) split = true;
      if (at >= length) break;
    }
    const kind = unit < 128 ? (CLASS[unit] as number) : OTHER;
    behindSymbol = false;
    if (kind === DIGIT) {
      token++;
      holds |= SIGNS;
      continue;
    }
    if (token > 0) {
      if (token === 1) {
        if (++singles >= SINGLES_MIN) split = true;
        pairs = 0;
      } else {
        singles = 0;
        pairs = token === 2 ? pairs + 1 : 0;
        if (pairs > mostPairs) mostPairs = pairs;
        if (token >= ENCODED_MIN || (unit === EQUALS && token >= PADDED_MIN && isPadding(text, at))) encoded = true;
        if (token === 8 && holds === SIGNS) octets = true;
      }
      if (holds === (LETTERS | SIGNS)) signed++;
    }
    if (isOddJoint(unit) && token > 0 && isLetter(text.charCodeAt(at + 1))) split = true;
    if (kind === SYMBOL) {
      // At the edge of a word only a dollar is a letter; elsewhere it stands before another one.
      if ((holds & LETTERS) !== 0 && (unit === DOLLAR || isLetter(text.charCodeAt(at + 1)))) leet = true;
      behindSymbol = unit === DOLLAR || unit === AT;
    } else if (kind === ESCAPE) escapes = true;
    else if (unit > 126 || (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13)) plain = false;
    token = 0;
    holds = 0;
  }
  if (token >= ENCODED_MIN) encoded = true;
  if (token === 8 && holds === SIGNS) octets = true;
  if (holds === (LETTERS | SIGNS)) signed++;
  if (token === 1 && singles + 1 >= SINGLES_MIN) split = true;
  if (token === 2 && pairs + 1 > mostPairs) mostPairs = pairs + 1;
  return {
    plain,
    words,
    english,
    backward: backward / BACKWARD,
    rotated: rotated / ROTATED,
    escapes,
    encoded,
    pairs: mostPairs >= PAIRS_MIN,
    octets,
    leet: leet || signed > 0,
    signed,
    split,
    stretched,
  };
}

function isLetter(unit: number): boolean {
  return ((unit | 32) - 97) >>> 0 < 26;
}

function isJoint(text: string, at: number, unit: number, letters: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (isLetter(next)) return letters <= PIECE_MAX || unit === DOT || isOddJoint(unit);
  return isOddJoint(unit) && next >= 48 && next <= 57;
}

/** `*`, `~` and `^` join no words. */
function isOddJoint(unit: number): boolean {
  return unit === 42 || unit === 126 || unit === 94;
}

function isPadding(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === EQUALS || Number.isNaN(next) || next <= 32 || next === 96 || next === 34 || next === 39;
}

/** Whether words of the text may be English in disguise: some are, or it does not read as English anyway. */
export function mayBeDisguised(look: Survey, markers: number): boolean {
  return look.words > 0 && (markers > 0 || look.english * 6 < look.words);
}

/** Whether enough function words of English stand in the text. */
export function readsAsEnglish({ words, english }: Survey): boolean {
  return english * 6 >= words && english > 0;
}
