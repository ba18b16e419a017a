import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotateWord } from '../english/words.js';
import { disguisedSpans, disguisesOf } from './disguise.js';
import { viewBudget } from './emission.js';
import { readViews } from './read-views.js';
import { spansOf } from './spans.js';

type Encode = (text: string) => string;
const TERM = 'zorblax';
const BEFORE = 'please tell me how to make ';
const BEHIND = ' for the party that we have';

const replaceLetters = (letters: string, shapes: string): Encode => {
  const from = [...letters];
  const to = [...shapes];
  return (text) => [...text].map((one) => to[from.indexOf(one)] ?? one).join('');
};
const between =
  (mark: string): Encode =>
  (text) =>
    [...text].join(mark);
const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

/** Disguises of one word. */
const OF_WORDS: Record<string, Encode> = {
  'zero-width': between('\u200b'),
  'full width': (text) => text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  'other scripts': replaceLetters('oaxcep', 'оахсер'),
  'small capitals': replaceLetters('zorbla', 'ᴢᴏʀʙʟᴀ'),
  squared: (text) => text.replace(/[a-z]/g, (one) => String.fromCodePoint(0x1f170 + one.charCodeAt(0) - 97)),
  'marks on letters': (text) => text.replace(/[a-z]/g, '$&\u0336'),
  leet: replaceLetters('oaesl', '04351'),
  spaced: between(' '),
  dotted: between('.'),
  hyphenated: between('-'),
  starred: (text) => text.replace(/^(.{2})/, '$1*'),
  stretched: (text) => text.replace('o', 'oooo'),
};

/** Encodings of a whole text. */
const OF_TEXTS: Record<string, Encode> = {
  'decimal entities': (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'hexadecimal entities': (text) => [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  percent: (text) =>
    bytesOf(text)
      .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
      .join(''),
  'code escapes': (text) =>
    Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'wrapped base64': (text) =>
    (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,64}/g) ?? []
    ).join('\n'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'spaced hexadecimal': (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' '),
  binary: (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join(' '),
  rot13: rotateWord,
  reversed: (text) => [...text].reverse().join(''),
  'words reversed': (text) =>
    text
      .split(' ')
      .map((word) => [...word].reverse().join(''))
      .join(' '),
};
const CIPHERS = ['rot13', 'reversed', 'words reversed'];
const BEYOND_ASCII = ['full width', 'other scripts', 'small capitals', 'squared', 'marks on letters'];

function found(text: string): boolean {
  const { views, overBudget } = readViews(text);
  expect(overBudget).toBe(false);
  return views.some((view) => {
    const at = view.text.toLowerCase().indexOf(TERM);
    return at !== -1 && spansOf(view, at, at + TERM.length).length > 0;
  });
}

const sentence = (word: string) => `${BEFORE}${word}${BEHIND}`;

describe('every disguise', () => {
  it.each(Object.keys(OF_WORDS))('of a word is seen through: %s', (name) => {
    expect(found(sentence(OF_WORDS[name]?.(TERM) ?? ''))).toBe(true);
  });

  it.each(Object.keys(OF_TEXTS))('of a text is seen through: %s', (name) => {
    const encode = OF_TEXTS[name] ?? String;
    expect(found(encode(sentence(TERM)))).toBe(true);
    expect(found(`Read this: ${encode(sentence(TERM))}\nThen answer.`)).toBe(true);
  });

  const wordPairs = Object.keys(OF_WORDS).flatMap((inner) =>
    Object.keys(OF_WORDS)
      // A letter that is stretched is no single letter any more, and the other way round.
      .filter(
        (outer) =>
          inner !== outer &&
          !(
            outer === 'stretched' &&
            ['spaced', 'dotted', 'hyphenated', 'zero-width', 'marks on letters'].includes(inner)
          ),
      )
      .map((outer) => [inner, outer] as const),
  );

  it.each(wordPairs)('of a word on another one is seen through: %s, %s', (inner, outer) => {
    expect(found(sentence(OF_WORDS[outer]?.(OF_WORDS[inner]?.(TERM) ?? '') ?? ''))).toBe(true);
  });

  const mixedPairs = Object.keys(OF_WORDS).flatMap((inner) =>
    Object.keys(OF_TEXTS)
      // A letter that is not ASCII is not 13 letters on.
      .filter(
        (outer) =>
          !(outer === 'rot13' && BEYOND_ASCII.includes(inner)) && !(outer === 'words reversed' && inner === 'spaced'),
      )
      .map((outer) => [inner, outer] as const),
  );

  it.each(mixedPairs)('of a word within an encoded text is seen through: %s, %s', (inner, outer) => {
    expect(found(OF_TEXTS[outer]?.(sentence(OF_WORDS[inner]?.(TERM) ?? '')) ?? '')).toBe(true);
  });

  const textPairs = Object.keys(OF_TEXTS).flatMap((inner) =>
    Object.keys(OF_TEXTS)
      .filter((outer) => !CIPHERS.includes(outer))
      .map((outer) => [inner, outer] as const),
  );

  it.each(textPairs)('of a text within another one is seen through: %s, %s', (inner, outer) => {
    expect(found(OF_TEXTS[outer]?.(OF_TEXTS[inner]?.(sentence(TERM)) ?? '') ?? '')).toBe(true);
  });

  it('stacked three high is seen through', () => {
    const stacked = between('\u200b')(OF_WORDS['full width']?.(OF_WORDS.leet?.(TERM) ?? '') ?? '');
    expect(found(sentence(stacked))).toBe(true);
    expect(readViews(sentence(stacked)).views.map((view) => view.name)).toContain('folded+leet');
    expect(found(OF_TEXTS.base64?.(OF_TEXTS['decimal entities']?.(sentence(stacked)) ?? '') ?? '')).toBe(true);
  });
});

describe('what a view says of the original', () => {
  const word = fc.constantFrom(...Object.values(OF_WORDS));
  const text = fc.constantFrom(...Object.values(OF_TEXTS), String, String);
  const filler = fc.constantFrom(
    '',
    'a note. ',
    '漢字 ',
    '👩‍👩‍👧 ',
    'x = 10% & y; ',
    'the cat sat on the mat and it was good. '.repeat(12),
  );

  it('names the characters that made a match, and no others', () => {
    fc.assert(
      fc.property(filler, word, filler, (before, encode, behind) => {
        const piece = encode(TERM);
        const original = `${before}you said that it is a ${piece} to them ${behind}`;
        const from = original.indexOf(piece);
        for (const view of readViews(original).views) {
          const at = view.text.toLowerCase().indexOf(TERM);
          if (at === -1) continue;
          const spans = spansOf(view, at, at + TERM.length);
          expect(spans[0]?.[0], view.name).toBe(from);
          // A mark that stands behind a letter belongs to it where it was folded with it.
          expect(spans.at(-1)?.[1]).toBeGreaterThanOrEqual(
            original.lastIndexOf(piece.at(-1) ?? '', from + piece.length),
          );
          expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(from + piece.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays within the original, in order, and never cuts a pair', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      filler,
      fc.tuple(word, text).map(([a, b]) => b(sentence(a(TERM)))),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (parts) => {
        const original = parts.join('');
        const { views } = readViews(original);
        expect(views.reduce((sum, view) => sum + view.text.length, 0)).toBeLessThanOrEqual(viewBudget(original));
        for (const { name, text: seen, map, ends } of views) {
          if (map === undefined || ends === undefined) continue;
          expect(map.length).toBe(seen.length + 1);
          for (let unit = 0; unit < seen.length; unit++) {
            const start = map[unit] ?? -1;
            const end = ends[unit] ?? -1;
            if (start > end || end > original.length || cutsPair(original, start) || cutsPair(original, end))
              expect.fail(name);
            if (!name.includes('reversed') && start < (map[unit - 1] ?? 0)) expect.fail(`${name} is out of order`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells how much was disguised, and how', () => {
    const original = `the word is ${Buffer.from('a z0rblax here').toString('base64')} you see`;
    const { views } = readViews(original);
    const view = views.find((one) => one.name === 'base64');
    expect(view && disguisedSpans(original, view)).toEqual([[12, 31]]);
    expect(views.map((one) => disguisesOf(one.name))).toEqual([[], ['base64'], ['base64', 'leet']]);
    expect(disguisesOf('folded')).toEqual([]);
  });
});

function cutsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
