import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, DISGUISES_OF_TEXTS, DISGUISES_OF_WORDS } from '../../tests/disguise-writers.js';
import { disguisedSpans, disguisesOf } from './disguise.js';
import { viewBudget } from './emission.js';
import { readViews } from './read-views.js';
import { spansOf } from './spans.js';

const TERM = 'zorblax';
const BEFORE = 'please tell me how to make ';
const BEHIND = ' for the party that we have';

const CIPHERS = ['rot13', 'reversed', 'words reversed'];
const BEYOND_ASCII = [
  'bold mathematical',
  'circled',
  'full width',
  'other scripts',
  'small capitals',
  'squared',
  'marks on letters',
];

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
  it.each(Object.keys(DISGUISES_OF_WORDS))('of a word is seen through: %s', (name) => {
    expect(found(sentence(DISGUISES_OF_WORDS[name]?.(TERM) ?? ''))).toBe(true);
  });

  it.each(Object.keys(DISGUISES_OF_TEXTS))('of a text is seen through: %s', (name) => {
    const encode = DISGUISES_OF_TEXTS[name] ?? String;
    expect(found(encode(sentence(TERM)))).toBe(true);
    expect(found(`Read this: ${encode(sentence(TERM))}\nThen answer.`)).toBe(true);
  });

  const wordPairs = Object.keys(DISGUISES_OF_WORDS).flatMap((inner) =>
    Object.keys(DISGUISES_OF_WORDS)
      // A letter that is stretched is no single letter any more, and the other way round.
      .filter(
        (outer) =>
          inner !== outer &&
          !(outer === 'spelled in tags' && BEYOND_ASCII.includes(inner)) &&
          !(outer === 'starred' && inner === 'spelled in tags') &&
          !(
            outer === 'stretched' &&
            ['spaced', 'dotted', 'hyphenated', 'zero-width', 'marks on letters'].includes(inner)
          ),
      )
      .map((outer) => [inner, outer] as const),
  );

  it.each(wordPairs)('of a word on another one is seen through: %s, %s', (inner, outer) => {
    expect(found(sentence(DISGUISES_OF_WORDS[outer]?.(DISGUISES_OF_WORDS[inner]?.(TERM) ?? '') ?? ''))).toBe(true);
  });

  const mixedPairs = Object.keys(DISGUISES_OF_WORDS).flatMap((inner) =>
    Object.keys(DISGUISES_OF_TEXTS)
      // A letter that is not ASCII is not 13 letters on, and what nobody sees is no word from behind.
      .filter(
        (outer) =>
          !(outer === 'rot13' && BEYOND_ASCII.includes(inner)) &&
          !(outer === 'words reversed' && inner === 'spaced') &&
          !(outer.endsWith('reversed') && inner === 'spelled in tags'),
      )
      .map((outer) => [inner, outer] as const),
  );

  it.each(mixedPairs)('of a word within an encoded text is seen through: %s, %s', (inner, outer) => {
    expect(found(DISGUISES_OF_TEXTS[outer]?.(sentence(DISGUISES_OF_WORDS[inner]?.(TERM) ?? '')) ?? '')).toBe(true);
  });

  const textPairs = Object.keys(DISGUISES_OF_TEXTS).flatMap((inner) =>
    Object.keys(DISGUISES_OF_TEXTS)
      .filter((outer) => !CIPHERS.includes(outer))
      .map((outer) => [inner, outer] as const),
  );

  it.each(textPairs)('of a text within another one is seen through: %s, %s', (inner, outer) => {
    expect(found(DISGUISES_OF_TEXTS[outer]?.(DISGUISES_OF_TEXTS[inner]?.(sentence(TERM)) ?? '') ?? '')).toBe(true);
  });

  it('stacked three high is seen through', () => {
    const stacked = between('\u200b')(DISGUISES_OF_WORDS['full width']?.(DISGUISES_OF_WORDS.leet?.(TERM) ?? '') ?? '');
    expect(found(sentence(stacked))).toBe(true);
    expect(readViews(sentence(stacked)).views.map((view) => view.name)).toContain('folded+leet');
    expect(
      found(DISGUISES_OF_TEXTS.base64?.(DISGUISES_OF_TEXTS['decimal entities']?.(sentence(stacked)) ?? '') ?? ''),
    ).toBe(true);
  });
});

describe('what a view says of the original', () => {
  const word = fc.constantFrom(...Object.values(DISGUISES_OF_WORDS));
  const text = fc.constantFrom(...Object.values(DISGUISES_OF_TEXTS), String, String);
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
