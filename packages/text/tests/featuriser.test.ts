import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_FAMILIES, FAMILY, Featuriser } from '../src/index.js';

import { referenceFeatures } from './reference-features.js';

const sorted = (buckets: Uint32Array) => [...buckets].sort((left, right) => left - right);

describe('Featuriser', () => {
  it('agrees with a slow reference on any text and any families', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('zorblax', 'Quibnark', 'a', '12', '!', '\n', 'é', 'ﬁ', '漢字', '🙂'), { maxLength: 12 })
        .map((words) => words.join(' ')),
    );
    const families = fc.integer({ min: 0, max: 127 });
    const featurisers = new Map<number, Featuriser>();
    fc.assert(
      fc.property(text, families, (text, families) => {
        const featuriser = featurisers.get(families) ?? new Featuriser(families);
        featurisers.set(families, featuriser);
        expect(sorted(featuriser.read(text))).toEqual(referenceFeatures(text, families));
      }),
      { numRuns: 300 },
    );
  });

  it('reads a part of a text, and more families of it, as if it had read nothing before', () => {
    const word = fc.constantFrom('zorblax', 'Quibnark', 'a', '12', '!', '\n', '?', 'q'.repeat(90), ' ');
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    const cut = fc.tuple(fc.nat(700), fc.nat(200));
    const first = fc.integer({ min: 0, max: 127 });
    const more = first.map((families) => families & ~(FAMILY.words | FAMILY.letters));
    fc.assert(
      fc.property(text, cut, first, more, (text, [from, length], families, added) => {
        const featuriser = new Featuriser(families);
        const known = [...featuriser.read(text)];
        const all = featuriser.readMore(added);
        expect([...all.subarray(0, known.length)]).toEqual(known);
        expect(sorted(all)).toEqual(sorted(new Featuriser(families | added).read(text)));
        expect(featuriser.hasParts).toBe(true);
        const to = Math.min(from + length, text.length);
        const part = sorted(featuriser.readPart(Math.min(from, to), to));
        expect(part).toEqual(sorted(new Featuriser(families).read(text.slice(Math.min(from, to), to))));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['é zorblax', 'zorblax '.repeat(501)])(
    'has no parts of a text whose units are not read one by one',
    (text) => {
      const featuriser = new Featuriser(BASE_FAMILIES);
      featuriser.read(text);
      expect(featuriser.hasParts).toBe(false);
    },
  );

  it('gives the same buckets as ever, so that a trained model keeps its meaning', () => {
    const featuriser = new Featuriser(FAMILY.words | FAMILY.pairs);
    expect(sorted(featuriser.read('Zorblax the quibnark'))).toMatchInlineSnapshot(`
      [
        92918,
        122679,
        137178,
        201757,
        252783,
      ]
    `);
    expect(featuriser.read('')).toHaveLength(0);
  });

  it('does not remember the text before', () => {
    const featuriser = new Featuriser(BASE_FAMILIES);
    const fresh = sorted(new Featuriser(BASE_FAMILIES).read('quibnark'));
    featuriser.read('zorblax '.repeat(900));
    expect(sorted(featuriser.read('quibnark'))).toEqual(fresh);
  });

  it('reads case and compatible forms as one', () => {
    const featuriser = new Featuriser(BASE_FAMILIES);
    const plain = sorted(featuriser.read('zorblax quibnark'));
    expect(sorted(featuriser.read('ZORBLAX Quibnark'))).toEqual(plain);
    expect(sorted(featuriser.read('ｚｏｒｂｌａｘ quibnark'))).toEqual(plain);
  });

  it('reads the beginning and the end of a long text, and no more', () => {
    const featuriser = new Featuriser(FAMILY.words);
    // 3 does not divide what is cut, so that a word would be.
    const filler = '- '.repeat(2_000);
    const ends = sorted(featuriser.read(`zorblax ${filler} quibnark`));
    expect(sorted(featuriser.read(`zorblax ${filler} hidden ${filler} quibnark`))).toEqual(ends);
    expect(ends).toHaveLength(2);
  });

  it.each(['a', 'a ', '漢', '\ufdfa', 'ab1 ', '\ud83d\ude42'])('takes no longer than its limit allows: %j', (unit) => {
    const featuriser = new Featuriser(127);
    expect(featuriser.read(unit.repeat(1_000_000)).length).toBeLessThanOrEqual(32_000);
  });
});
