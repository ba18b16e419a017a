import { digitValue, foldUnit, isSeparatorUnit, isWordUnit, symbolsOf } from '@tyrian/text';

/** A number as it stands in a text. */
export interface NumberAt {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const DIGITS_MAX = 3;
/** A year has four; one more tells a longer run from it. */
const RUN_MAX = 4;
/** "and" between tens and ones has no more letters in any language: y, et, und. */
const AND_MAX = 3;

/** Reads whole numbers of one language: in digits of any script, and in the words of a table. */
export class NumberWords {
  readonly #values = new Map<string, number>();
  readonly #beginnings = new Set<string>();
  readonly #endings = new Set<string>();

  constructor(numbers: Readonly<Record<string, number>>) {
    for (const [word, value] of Object.entries(numbers)) {
      const key = String.fromCharCode(...symbolsOf(word));
      this.#values.set(key, value);
      for (let length = 1; length <= key.length; length++) {
        this.#beginnings.add(key.slice(0, length));
        this.#endings.add(key.slice(-length));
      }
    }
  }

  /** The number that ends right at a place. */
  endingAt(text: string, end: number): NumberAt | undefined {
    if (end === 0) return undefined;
    if (digitValue(text.charCodeAt(end - 1)) >= 0) return wholeNumber(text, digitsEndingAt(text, end));
    let number = this.#wordEndingAt(text, end);
    while (number !== undefined) {
      const joined = this.#joinedBefore(text, number);
      if (joined === undefined) return number;
      number = joined;
    }
    return undefined;
  }

  /** The number that begins right at a place. */
  beginningAt(text: string, start: number): NumberAt | undefined {
    if (digitValue(text.charCodeAt(start)) >= 0) return wholeNumber(text, digitsBeginningAt(text, start));
    let number = this.#wordBeginningAt(text, start);
    while (number !== undefined) {
      const joined = this.#joinedBehind(text, number);
      if (joined === undefined) return number;
      number = joined;
    }
    return undefined;
  }

  /** "one" with the "twenty" or the "twenty and" before it. */
  #joinedBefore(text: string, number: NumberAt): NumberAt | undefined {
    const { start, end, value } = number;
    const at = start > 0 && isSeparatorUnit(text.charCodeAt(start - 1)) ? start - 1 : start;
    const before = this.#wordEndingAt(text, at) ?? this.#wordEndingAt(text, beforeShortWord(text, at));
    if (before === undefined) return undefined;
    const sum = combine(before.value, value, before.end === start);
    return sum === undefined ? undefined : { value: sum, start: before.start, end };
  }

  #joinedBehind(text: string, number: NumberAt): NumberAt | undefined {
    const { start, end, value } = number;
    const at = isSeparatorUnit(text.charCodeAt(end)) ? end + 1 : end;
    const behind = this.#wordBeginningAt(text, at) ?? this.#wordBeginningAt(text, behindShortWord(text, at));
    if (behind === undefined) return undefined;
    const sum = combine(value, behind.value, behind.start === end);
    return sum === undefined ? undefined : { value: sum, start, end: behind.end };
  }

  /** The longest word of the table that ends at a place. */
  #wordEndingAt(text: string, end: number): NumberAt | undefined {
    if (isInsideWord(text, end)) return undefined;
    let key = '';
    let longest: NumberAt | undefined;
    for (let at = end; at > 0; ) {
      at--;
      key = keyOf(text.charCodeAt(at)) + key;
      if (!this.#endings.has(key)) break;
      const value = this.#values.get(key);
      if (value !== undefined && !isInsideWord(text, at)) longest = { value, start: at, end };
    }
    return longest;
  }

  #wordBeginningAt(text: string, start: number): NumberAt | undefined {
    if (isInsideWord(text, start)) return undefined;
    let key = '';
    let longest: NumberAt | undefined;
    for (let at = start; at < text.length; at++) {
      key += keyOf(text.charCodeAt(at));
      if (!this.#beginnings.has(key)) break;
      const value = this.#values.get(key);
      if (value !== undefined && !isInsideWord(text, at + 1)) longest = { value, start, end: at + 1 };
    }
    return longest;
  }
}

/** The run of digits that ends at a place, whose length is looked at no further than it can be a year. */
export function digitsEndingAt(text: string, end: number): NumberAt {
  let start = end;
  while (start > 0 && end - start <= RUN_MAX && digitValue(text.charCodeAt(start - 1)) >= 0) start--;
  return { value: digitsValue(text, start, end), start, end };
}

/** The run of digits that begins at a place. */
export function digitsBeginningAt(text: string, start: number): NumberAt {
  let end = start;
  while (end < text.length && end - start <= RUN_MAX && digitValue(text.charCodeAt(end)) >= 0) end++;
  return { value: digitsValue(text, start, end), start, end };
}

/** Undefined where the digits are too many, or a part of a larger number or of a word. */
function wholeNumber(text: string, number: NumberAt): NumberAt | undefined {
  const { start, end } = number;
  if (end - start > DIGITS_MAX || isInsideWord(text, start)) return undefined;
  const isPart = /[.,:/٫-]/.test(text.charAt(start - 1)) && digitValue(text.charCodeAt(start - 2)) >= 0;
  return isPart ? undefined : number;
}

function digitsValue(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + digitValue(text.charCodeAt(at));
  return value;
}

/** What two number words that follow one another make; undefined where they are no number together. */
function combine(first: number, second: number, joined: boolean): number | undefined {
  const isTens = first >= 20 && first <= 90 && first % 10 === 0;
  if (isTens && second >= 1 && second < 10) return first + second;
  // French counts soixante-quinze, quatre-vingt-douze.
  if ((first === 60 || first === 80) && second >= 10 && second < 20) return first + second;
  if (!joined) return undefined;
  // Where nothing stands between words: ten-four, three-ten-six.
  if (first === 10 && second >= 1 && second < 10) return first + second;
  return first >= 2 && first < 10 && second >= 10 && second < 20 ? first * 10 + second - 10 : undefined;
}

/** The place before "and" and its space; 0 where no short word stands there. */
function beforeShortWord(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= AND_MAX && isWordUnit(text.charCodeAt(start - 1))) start--;
  const isShort = start < end && end - start <= AND_MAX;
  return isShort && start > 0 && isSeparatorUnit(text.charCodeAt(start - 1)) ? start - 1 : 0;
}

function behindShortWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start <= AND_MAX && isWordUnit(text.charCodeAt(end))) end++;
  const isShort = end > start && end - start <= AND_MAX;
  return isShort && isSeparatorUnit(text.charCodeAt(end)) ? end + 1 : text.length;
}

function keyOf(unit: number): string {
  return isSeparatorUnit(unit) ? ' ' : String.fromCharCode(foldUnit(unit));
}

function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at));
}
