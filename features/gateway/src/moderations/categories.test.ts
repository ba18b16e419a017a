import type { HAZARDS, Policy, Signal } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, CATEGORY_NAMES, flagFrom, scoreCategory } from './categories.js';

const at = {
  place: 'input',
  role: 'user' as const,
  stage: 'input' as const,
  spans: [],
  via: ['raw'],
  detector: 'd',
  version: '1',
};
const hazard = (name: keyof typeof HAZARDS, score: number): Signal => ({ kind: 'hazard', name, score, ...at });
const axis = (degree: 1 | 3, score: number): Signal => ({ kind: 'maturity', name: 'violence', degree, score, ...at });

describe('the categories of the moderations API', () => {
  it('are the thirteen of OpenAI', () => {
    expect([...CATEGORY_NAMES].sort()).toEqual(
      'harassment harassment/threatening hate hate/threatening illicit illicit/violent self-harm self-harm/instructions self-harm/intent sexual sexual/minors violence violence/graphic'.split(
        ' ',
      ),
    );
  });

  it('take images where OpenAI does', () => {
    const images = CATEGORY_NAMES.filter((name) => 'images' in CATEGORIES[name]);
    expect(images.sort()).toEqual([
      'self-harm',
      'self-harm/instructions',
      'self-harm/intent',
      'sexual',
      'violence',
      'violence/graphic',
    ]);
  });

  it('take the highest score among their hazards', () => {
    expect(scoreCategory('illicit', [hazard('S2', 0.3), hazard('S9', 0.7), hazard('S10', 0.9)])).toBe(0.7);
    expect(scoreCategory('sexual/minors', [hazard('S12', 1)])).toBe(0);
  });

  it('take an axis of maturity from its degree on', () => {
    expect(scoreCategory('violence', [axis(1, 0.6)])).toBe(0.6);
    expect(scoreCategory('violence/graphic', [axis(1, 0.6)])).toBe(0);
    expect(scoreCategory('violence/graphic', [axis(3, 0.6)])).toBe(0.6);
  });

  it('need both halves of a threat', () => {
    expect(scoreCategory('hate/threatening', [hazard('S10', 0.9)])).toBe(0);
    expect(scoreCategory('hate/threatening', [hazard('S10', 0.9), hazard('S1', 0.4)])).toBe(0.4);
  });

  it('are flagged from the lowest band of their hazards that counts for the audience', () => {
    const policy = {
      bands: { default: { controversial: 0.5, unsafe: 0.8 }, S9: { controversial: 0.2, unsafe: 0.4 } },
      strictness: { child: 'strict', teen: 'strict', adult: 'loose' },
      unknownAudience: 'teen',
    } as Policy;
    expect([flagFrom('illicit', policy, 'adult'), flagFrom('hate', policy, 'adult')]).toEqual([0.4, 0.8]);
    expect([flagFrom('illicit', policy, 'unknown'), flagFrom('hate', policy, 'child')]).toEqual([0.2, 0.5]);
  });
});
