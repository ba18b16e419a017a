import { describe, expect, it } from 'vitest';
import {
  levelOfDegree,
  MATURITY_LEVELS,
  MATURITY_NAMES,
  Maturity,
  MaturityDegree,
  type MaturityLevel,
} from './maturity.js';

const DEGREES: MaturityDegree[] = [0, 1, 2, 3, 4];
const calm = { sexual: 0, violence: 0, hate: 0, 'self-harm': 0, drugs: 0, level: 'general' };

describe('levelOfDegree', () => {
  it.each<[MaturityDegree, MaturityLevel]>([
    [0, 'general'],
    [1, 'teen'],
    [2, 'mature'],
    [3, 'explicit'],
    [4, 'explicit'],
  ])('gives for degree %d the level %s', (degree, level) => {
    expect(levelOfDegree(degree)).toBe(level);
  });

  it('never falls where a degree rises, and reaches every level', () => {
    const heights = DEGREES.map((degree) => MATURITY_LEVELS.indexOf(levelOfDegree(degree)));
    expect(heights.toSorted((a, b) => a - b)).toEqual(heights);
    expect(new Set(heights).size).toBe(MATURITY_LEVELS.length);
  });
});

describe('names of levels elsewhere', () => {
  const ORDER = {
    civitai: ['PG', 'PG13', 'R', 'X', 'XXX'],
    danbooru: ['g', 's', 'q', 'e'],
    pony: ['rating_safe', 'rating_questionable', 'rating_explicit'],
  } as const;

  it.each(['civitai', 'danbooru', 'pony'] as const)('rise with ours in the words of %s', (system) => {
    const order: readonly string[] = ORDER[system];
    const heights = MATURITY_LEVELS.map((level) => order.indexOf(MATURITY_NAMES[level][system]));
    expect(heights).not.toContain(-1);
    expect(heights.toSorted((a, b) => a - b)).toEqual(heights);
  });

  it('tell explicit material from all below it in every system', () => {
    for (const system of ['civitai', 'danbooru', 'pony'] as const) {
      const below = MATURITY_LEVELS.filter((level) => level !== 'explicit').map(
        (level) => MATURITY_NAMES[level][system],
      );
      expect(below).not.toContain(MATURITY_NAMES.explicit[system]);
    }
  });
});

describe('Maturity', () => {
  it('takes the five degrees and nothing between or beyond', () => {
    for (const degree of DEGREES) expect(MaturityDegree.safeParse(degree).success).toBe(true);
    for (const refused of [-1, 5, 1.5, '2', true, null]) expect(MaturityDegree.safeParse(refused).success).toBe(false);
  });

  it.each(Object.keys(calm))('is not known without %s', (field) => {
    expect(Maturity.safeParse(calm).success).toBe(true);
    expect(Maturity.safeParse({ ...calm, [field]: undefined }).success).toBe(false);
  });
});
