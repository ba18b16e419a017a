import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberWords } from './number-words.js';

const spaced = new NumberWords({
  ten: 10,
  twenty: 20,
  sixty: 60,
  'quatre-vingt': 80,
  one: 1,
  five: 5,
  twelve: 12,
  'vingt et un': 21,
  बारह: 12,
});
const spaceless = new NumberWords(Object.fromEntries([...'一二三四五六七八九十'].map((word, at) => [word, at + 1])));

describe('a number before a place', () => {
  it.each([
    ['five', 5],
    ['FIVE', 5],
    ['twenty-one', 21],
    ['twenty one', 21],
    ['twenty y five', 25],
    ['vingt-et-un', 21],
    ['quatre vingt twelve', 92],
    ['sixty-twelve', 72],
    ['बारह', 12],
    ['९', 9],
    ['１４', 14],
    ['١٥', 15],
  ])('is read whole: %s', (text, value) => {
    expect(spaced.endingAt(text, text.length)).toEqual({ value, start: 0, end: text.length });
    expect(spaced.beginningAt(text, 0)).toEqual({ value, start: 0, end: text.length });
  });

  it.each(['xfive', '1017', 'a17', '2.17', '1,5', 'fiv', ''])('is none: %j', (text) => {
    expect(spaced.endingAt(text, text.length)).toBeUndefined();
  });

  it('takes no words for one number that are none', () => {
    expect(spaced.endingAt('ten five', 8)?.value).toBe(5);
    expect(spaced.endingAt('twenty ten', 10)?.value).toBe(10);
  });
});

it('reads every number to 99 in a script without spaces from its ten words', () => {
  const words = [...'〇一二三四五六七八九'];
  for (let value = 1; value < 100; value++) {
    const tens = Math.floor(value / 10);
    const text = `${tens > 1 ? words[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 > 0 ? words[value % 10] : ''}`;
    expect(spaceless.endingAt(`今年${text}`, text.length + 2), text).toMatchObject({ value, start: 2 });
    expect(spaceless.beginningAt(`${text}岁`, 0), text).toMatchObject({ value, end: text.length });
  }
});

it('agrees with Number on digits', () => {
  fc.assert(
    fc.property(fc.nat(999), (value) => {
      expect(spaced.endingAt(`in ${value}`, 3 + String(value).length)?.value).toBe(value);
    }),
  );
});
