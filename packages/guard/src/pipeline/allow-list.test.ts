import type { Span } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AllowList, compileAllowList } from './allow-list.js';

const isAllowed = (phrases: string[], text: string, ...spans: Span[]) =>
  new AllowList(compileAllowList(phrases)).within(text)(spans);

describe('an allow-list', () => {
  it('allows what lies inside a phrase, whatever its case and spacing', () => {
    const text = 'the Zorb  Blax of Quux';
    expect(isAllowed(['zorb blax'], text, [4, 8])).toBe(true);
    expect(isAllowed(['zorb blax'], text, [4, 14])).toBe(true);
    expect(isAllowed(['zorb blax'], text, [0, 8])).toBe(false);
    expect(isAllowed(['zorb blax'], text, [10, 17])).toBe(false);
    expect(isAllowed(['blax'], text, [4, 8])).toBe(false);
  });

  it('allows no word for a part of it', () => {
    expect(isAllowed(['zorb'], 'zorbing', [0, 4])).toBe(false);
    expect(isAllowed(['zorb'], 'megazorb', [4, 8])).toBe(false);
    expect(isAllowed(['zorb'], 'zorb-like', [0, 4])).toBe(true);
  });

  it('needs every span inside one, and none counts as outside', () => {
    const text = 'zorb and blax';
    expect(isAllowed(['zorb'], text, [0, 4], [9, 13])).toBe(false);
    expect(isAllowed(['zorb', 'blax'], text, [0, 4], [9, 13])).toBe(true);
    expect(isAllowed(['zorb', 'blax'], text)).toBe(false);
  });

  it('does not join two phrases to allow what spans both', () => {
    expect(isAllowed(['zorb and', 'and blax'], 'zorb and blax', [0, 13])).toBe(false);
    expect(isAllowed(['zorb and', 'and blax'], 'zorb and blax', [5, 8])).toBe(true);
  });

  it('finds phrases of scripts without spaces', () => {
    expect(isAllowed(['花火大会'], '明日の花火大会です', [3, 5])).toBe(true);
  });

  it.each([[['zorb', ' - ']], [['x'.repeat(1_001)]], [Array.from({ length: 10_001 }, (_, at) => `word${at}`)]])(
    'refuses what it cannot look for',
    (phrases) => {
      expect(() => compileAllowList(phrases)).toThrow(expect.objectContaining({ code: 'ACTIVATION_INVALID' }));
    },
  );

  it('says the same as a search for every phrase at every place', () => {
    const word = fc.constantFrom('a', 'b', 'ab', 'abc', 'c');
    const phrases = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 10 }), spans, (listed, said, wanted) => {
        const text = said.join(' ');
        const asked = wanted.map(([start, length]): Span => [start, start + length]);
        const found: Span[] = [];
        for (const phrase of listed.map((words) => words.join(' '))) {
          for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            const end = at + phrase.length;
            if ((at === 0 || text[at - 1] === ' ') && (end === text.length || text[end] === ' ')) found.push([at, end]);
          }
        }
        const expected = asked.every(([start, end]) => found.some(([from, to]) => from <= start && to >= end));
        expect(
          isAllowed(
            listed.map((words) => words.join(' ')),
            text,
            ...asked,
          ),
        ).toBe(expected);
      }),
    );
  });
});
