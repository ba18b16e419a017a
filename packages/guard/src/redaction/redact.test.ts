import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from '../policy/repairs.js';
import { placeholderKey } from './placeholder.js';
import { type Redaction, redact } from './redact.js';
import { restorationsOf } from './restorations.js';
import { restore } from './restore.js';

const cut = (place: string, span: [number, number], kind = 'email', restored = true): Redaction => ({
  place,
  span,
  template: `[${kind} {n}]`,
  restore: restored,
});
const replacements = (redactions: Redaction[], texts: Record<string, string>, reserved?: string[]) =>
  redact(redactions, new Map(Object.entries(texts)), reserved).map(({ place, replacement }) => [place, replacement]);

describe('redact', () => {
  it('gives a value one placeholder wherever it stands, and counts kinds apart', () => {
    const texts = { a: 'zorb blax', b: 'quux zorb' };
    const redactions = [cut('b', [5, 9]), cut('b', [0, 4], 'phone'), cut('a', [5, 9]), cut('a', [0, 4])];
    expect(replacements(redactions, texts)).toEqual([
      ['a', '[email 1]'],
      ['a', '[email 2]'],
      ['b', '[phone 1]'],
      ['b', '[email 1]'],
    ]);
  });

  it('makes no placeholder that a text holds in any spelling, or that is reserved', () => {
    const texts = { a: 'zorb, not [Email_1] nor \\[email 2\\]' };
    expect(replacements([cut('a', [0, 4])], texts, ['[email 3]'])).toEqual([['a', '[email 4]']]);
  });

  it('makes no two placeholders that read alike, whatever their kinds', () => {
    const made = replacements(
      [cut('a', [0, 4], 'a1'), ...Array.from({ length: 12 }, (_, at) => cut('b', [at, at + 1], 'a'))],
      {
        a: 'zorb',
        b: 'abcdefghijkl',
      },
    ).map(([, replacement]) => placeholderKey(replacement ?? ''));
    expect(new Set(made).size).toBe(13);
  });

  it('replaces what overlaps as one, which comes back only if all of it may', () => {
    const texts = new Map([['a', 'zorbblax']]);
    expect(redact([cut('a', [0, 5]), cut('a', [3, 8], 'card', false)], texts)).toEqual([
      { place: 'a', spans: [[0, 8]], replacement: '[email 1]' },
    ]);
    expect(redact([cut('a', [0, 4]), cut('a', [4, 8])], texts)).toHaveLength(2);
  });

  it('numbers values that it has no text for by where they stand', () => {
    expect(replacements([cut('a', [0, 4]), cut('a', [5, 9])], {})).toEqual([
      ['a', '[email 1]'],
      ['a', '[email 2]'],
    ]);
  });
});

const word = fc.constantFrom('zorb', 'blax', ' ', '[', ']', '\\', '[email 1]', '[Phone_2]', '"', '😀', '\n', 'a@b');
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));

describe('restore', () => {
  it('gives back every text of which arbitrary spans were redacted', () => {
    const span = fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 9 }), fc.constantFrom('email', 'phone'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.array(span, { maxLength: 6 })), { maxLength: 4 }), (said) => {
        const texts = new Map(said.map(([one], index) => [`m${index}`, one]));
        const redactions = said.flatMap(([one, spans], index) =>
          spans.flatMap(([start, length, kind]) =>
            start < one.length ? [cut(`m${index}`, [start, Math.min(one.length, start + length)], kind)] : [],
          ),
        );
        const repairs = redact(redactions, texts);
        const restorations = restorationsOf(repairs, texts);
        for (const [place, original] of texts) {
          const redacted = repairText(
            original,
            repairs.filter((repair) => repair.place === place),
          );
          expect(restore(redacted, restorations, { inLinks: true })).toBe(original);
        }
      }),
      { numRuns: 500 },
    );
  });
});
