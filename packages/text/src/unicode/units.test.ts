import { describe, expect, it } from 'vitest';
import { isDefaultIgnorable, isUnseen } from './ignorable.js';
import { foldUnit, isSeparatorUnit, isWordUnit } from './units.js';

const EVERY_UNIT = Array.from({ length: 0x10000 }, (_, unit) => unit);
const unitsOf = (text: string) => text.split('').map((character) => character.charCodeAt(0));
const hex = (units: readonly number[]) => units.slice(0, 10).map((unit) => `U+${unit.toString(16)}`);

describe('folding', () => {
  it('changes nothing that is folded already', () => {
    expect(hex(EVERY_UNIT.filter((unit) => foldUnit(foldUnit(unit)) !== foldUnit(unit)))).toEqual([]);
  });

  it('reads a letter alike in either case, wherever a case is one unit', () => {
    const apart = EVERY_UNIT.filter((unit) => {
      const character = String.fromCharCode(unit);
      return [character.toLowerCase(), character.toUpperCase()].some(
        (other) => other.length === 1 && other !== character && foldUnit(other.charCodeAt(0)) !== foldUnit(unit),
      );
    });
    expect(hex(apart)).toEqual([]);
  });

  it.each([
    ['ZORB', 'zorb'],
    ['ÄÉÑ', 'äéñ'],
    ['ΣΟΦΟΣ', 'σοφοσ'],
    ['σοφος', 'σοφοσ'],
    ['ЖЁ', 'жё'],
    ['ſ', 's'],
    ['\u212a', 'k'],
    ['İ', 'i'],
    ['straße', 'straße'],
    ['日本', '日本'],
    ['Ａ', 'ａ'],
  ])('reads %s as %s', (text, folded) => {
    expect(String.fromCharCode(...unitsOf(text).map(foldUnit))).toBe(folded);
  });

  it.each(["'", '’', '‘', 'ʼ', '′', '´', '`', '＇'])('knows %s as an apostrophe', (mark) => {
    expect(foldUnit(mark.charCodeAt(0))).toBe(0x27);
  });

  it('leaves quotation marks and halves of pairs as they are', () => {
    for (const unit of unitsOf('"„“«\ud83d\ude00')) expect(foldUnit(unit)).toBe(unit);
  });
});

describe('the classes of units', () => {
  it('never overlap: what stands between words is in none', () => {
    expect(hex(EVERY_UNIT.filter((unit) => isSeparatorUnit(unit) && isWordUnit(unit)))).toEqual([]);
  });

  it('stay when a letter is folded, but for apostrophes', () => {
    const moved = EVERY_UNIT.filter(
      (unit) =>
        foldUnit(unit) !== 0x27 &&
        (isWordUnit(foldUnit(unit)) !== isWordUnit(unit) || isSeparatorUnit(foldUnit(unit)) !== isSeparatorUnit(unit)),
    );
    expect(hex(moved)).toEqual([]);
  });

  it.each([
    ['Latin', 'azäſ'],
    ['Cyrillic', 'жё'],
    ['Greek', 'σΩ'],
    ['Arabic', 'شم'],
    ['Hebrew', 'של'],
    ['Devanagari, with its marks', 'हिन्दी'],
    ['digits of any script', '09٣३'],
    ['combining marks', '\u0301\u0338'],
  ])('makes words of %s', (_script, letters) => {
    for (const unit of unitsOf(letters)) expect(isWordUnit(unit)).toBe(true);
  });

  it.each([
    ['Han', '漢字'],
    ['Japanese syllables', 'ひらカナ'],
    ['Hangul', '한국'],
    ['Thai', 'ไทย'],
    ['Lao', 'ລາວ'],
    ['Khmer', 'ខ្មែរ'],
    ['Burmese', 'မြန်'],
    ['signs', '.,!?<>@#$%&/\\|()[]{}"'],
    ['halves of pairs', '\ud83d\ude00'],
  ])('makes no words of %s', (_script, letters) => {
    for (const unit of unitsOf(letters)) expect(isWordUnit(unit)).toBe(false);
  });

  it.each([' ', '\t', '\n', '\u00a0', '\u3000', '_', '-', '–', '—', '•', '*', '~', '+', '・'])(
    'takes %j for a separator',
    (character) => {
      expect(isSeparatorUnit(character.charCodeAt(0))).toBe(true);
    },
  );
  it.each([...'.,;:!?/\\|()\'"&%#'])('does not take %s for a separator', (character) => {
    expect(isSeparatorUnit(character.charCodeAt(0))).toBe(false);
  });
});

describe('what a reader does not see', () => {
  it('is among what a program may ignore, or hidden otherwise, and never a letter, digit or sign', () => {
    for (const unit of EVERY_UNIT) {
      if (isDefaultIgnorable(unit)) expect(isUnseen(unit)).toBe(true);
    }
    for (const character of 'aZ09äжש漢한.,!?"\'#-_ \t\n\r€😀𝐳')
      expect(isUnseen(character.codePointAt(0) ?? 0), character).toBe(false);
  });

  it('is every noncharacter and everything private, on all planes', () => {
    for (let plane = 0; plane <= 16; plane++)
      for (const end of [0xfffe, 0xffff]) expect(isUnseen(plane * 0x10000 + end)).toBe(true);
    for (const codePoint of [0xe000, 0xf8ff, 0xf0000, 0xffffd, 0x100000, 0x10fffd, 0xfdd0, 0xfdef])
      expect(isUnseen(codePoint)).toBe(true);
  });

  it('begins and ends where it should', () => {
    for (const [codePoint, unseen] of [
      [0x08, true],
      [0x09, false],
      [0x0b, true],
      [0x0d, false],
      [0x1f, true],
      [0x20, false],
      [0x7e, false],
      [0x7f, true],
      [0x85, false],
      [0xa0, false],
      [0xac, false],
      [0xad, true],
      [0x200a, false],
      [0x200b, true],
      [0x2010, false],
      [0x27ff, false],
      [0x2800, true],
      [0x2801, false],
      [0xfffd, false],
      [0xe0000, true],
      [0xe0fff, true],
      [0xe1000, false],
    ] as const)
      expect(isUnseen(codePoint), codePoint.toString(16)).toBe(unseen);
  });
});
