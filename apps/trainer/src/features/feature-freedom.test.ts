import { FAMILY, Featuriser } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import type { Example } from '../rows/examples.js';
import { featureFreedom } from './feature-freedom.js';
import { FeatureMatrixBuilder } from './feature-matrix.js';

const BITS = 18;
const example = (source: string): Example => ({ label: 0, hazards: [], kind: 'benign', source });
const bucketOf = (word: string) => new Featuriser(FAMILY.words).read(word)[0] ?? 0;

/** 800 texts of eight sources: "the" in all, "broad" once in every source, "narrow" eight times in one. */
function texts() {
  const builder = new FeatureMatrixBuilder(FAMILY.words);
  const examples = Array.from({ length: 800 }, (_, row) => {
    const isFirst = row < 8;
    const isOfFirst = row % 8 === 0 && row < 64;
    builder.add(`the${isFirst ? ' broad' : ''}${isOfFirst ? ' narrow' : ''}`);
    return example(`source_${row % 8}`);
  });
  return { matrix: builder.build(), examples };
}

describe('featureFreedom', () => {
  const { matrix, examples } = texts();
  const freedom = (rarity: number, breadth: number) => {
    const all = featureFreedom(matrix, examples, BITS, { rarity, breadth });
    return (word: string) => all[bucketOf(word)] ?? 0;
  };

  it('is 1 everywhere where nothing is to matter', () => {
    expect(featureFreedom(matrix, examples, BITS, { rarity: 0, breadth: 0 }).every((one) => one === 1)).toBe(true);
  });

  it('is greater the rarer a feature is', () => {
    const of = freedom(2, 0);
    expect(of('narrow')).toBeCloseTo((Math.log(800 / 9) / 5) ** 4, 9);
    expect(of('the')).toBeLessThan(1e-3);
    expect(of('the')).toBeGreaterThan(0);
  });

  it('is greater the more sources have a feature', () => {
    const of = freedom(2, 1);
    expect(of('narrow') / of('broad')).toBeCloseTo(1 / 64, 9);
  });

  it('takes files of our own for one source, and sets of one making too', () => {
    const ours = examples.map((_, row) => example(row % 2 ? `corpus/en/${row % 8}.txt` : `catqa_${row % 8}`));
    const all = featureFreedom(matrix, ours, BITS, { rarity: 0, breadth: 1 });
    expect(all[bucketOf('broad')]).toBeCloseTo((2 / 8) ** 2, 9);
  });
});
