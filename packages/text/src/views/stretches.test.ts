import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISGUISES_OF_TEXTS, DISGUISES_OF_WORDS } from '../../tests/disguise-writers.js';
import { readViews } from './read-views.js';
import { spansOf } from './spans.js';
import { stretchesToRead, WHOLE_MAX } from './stretches.js';

const TERM = 'zorblax';
const PLAIN = 'The keeper of the light wrote to his sister about the weather and the price of fish. ';
const plain = (length: number) => PLAIN.repeat(Math.ceil(length / PLAIN.length)).slice(0, length);

/** Where views other than the raw one show the term, as spans of the original. */
function found(text: string) {
  const { views, overBudget } = readViews(text);
  expect(overBudget).toBe(false);
  return views.flatMap((view) => {
    const at = view.text.toLowerCase().indexOf(TERM);
    return at === -1 ? [] : [spansOf(view, at, at + TERM.length)];
  });
}

describe('a long text', () => {
  it('of plain words has nothing to be read in other ways', () => {
    expect(stretchesToRead(plain(50_000))).toEqual([]);
    expect(readViews(plain(50_000)).views.map(({ name }) => name)).toEqual(['raw']);
  });

  const disguise = fc.constantFrom(
    ...Object.values(DISGUISES_OF_WORDS).map((encode) => (term: string) => `${encode(term)}`),
    ...Object.values(DISGUISES_OF_TEXTS).map(
      (encode) => (term: string) => encode(`you said that it is a ${term} to them`),
    ),
  );

  it('hides a word nowhere, also not on a border, and names the place in the whole text', () => {
    fc.assert(
      fc.property(disguise, fc.integer({ min: 0, max: 12_000 }), (encode, before) => {
        const piece = encode(TERM);
        const text = `${plain(before)} and it is ${piece} for them ${plain(12_000 - before)}`;
        expect(text.length).toBeGreaterThan(WHOLE_MAX);
        const from = text.indexOf(piece);
        const all = found(text);
        expect(all.length).toBeGreaterThan(0);
        for (const spans of all) {
          // Words turned round are found at the place of their first letter, which is their last one.
          expect(Math.min(...spans.map(([start]) => start))).toBeGreaterThanOrEqual(from);
          expect(Math.max(...spans.map(([, end]) => end))).toBeLessThanOrEqual(from + piece.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is decoded whole, however many blocks the encoded part goes over', () => {
    const encoders = Object.entries(DISGUISES_OF_TEXTS);
    fc.assert(
      fc.property(fc.constantFrom(...encoders), fc.integer({ min: 0, max: 3_000 }), ([name, encode], at) => {
        const inner = `${plain(at)} you said that it is a ${TERM} to them. ${plain(3_000 - at)}`;
        const text = `${plain(2_000)}\n${encode(inner)}\n${plain(2_000)}`;
        expect(found(text).length, name).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
