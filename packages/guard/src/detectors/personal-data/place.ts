import { withAsciiDigits } from '@tyrian/text';

/** Longest thing that is read from a place on, and how far around it words count as context. */
export const AHEAD = 64;
const BEFORE = 56;
export const AFTER = 24;

/** A word with a digit in it, and what stands around it. Digits, spaces and hyphens are those of ASCII. */
export class Place {
  /** Letters that the word begins with, and digits behind them. */
  readonly letters: number;
  readonly digits: number;
  readonly ahead: string;
  /** It goes on from something before: a part of a date, a path, a decimal fraction or an identifier. */
  readonly isJoined: boolean;
  #before: string | undefined;

  constructor(
    readonly text: string,
    readonly start: number,
    readonly end: number,
  ) {
    this.ahead = withAsciiDigits(text.slice(start, start + AHEAD));
    let letters = 0;
    while (isLetter(this.ahead.charCodeAt(letters))) letters++;
    let digits = letters;
    while (isDigit(this.ahead.charCodeAt(digits))) digits++;
    this.letters = letters;
    this.digits = digits - letters;
    this.isJoined = isJoint(text.charCodeAt(start - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(start - 2));
  }

  /** What stands before, in lower case. */
  get before(): string {
    this.#before ??= withAsciiDigits(this.text.slice(Math.max(0, this.start - BEFORE), this.start)).toLowerCase();
    return this.#before;
  }

  /** Whether one of the words stands shortly before it, or right behind `end`. */
  isNear(words: RegExp, end: number): boolean {
    return words.test(this.before) || words.test(this.text.slice(end, end + AFTER).toLowerCase());
  }
}

/** `-`, `.`, `/`, `\\` and `_`. */
function isJoint(unit: number): boolean {
  return (unit >= 45 && unit <= 47) || unit === 92 || unit === 95;
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || unit === 95;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
