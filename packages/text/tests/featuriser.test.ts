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
