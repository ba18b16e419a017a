import { describe, expect, it } from 'vitest';
import { foldOf, SOURCE_FOLDS } from './fold-of.js';

describe('foldOf', () => {
  it('holds sources of one making out together', () => {
    expect(new Set(['catqa', 'catqa_zh', 'dangerousqa', 'harmfulqa'].map(foldOf)).size).toBe(1);
    expect(new Set(['figstep', 'figstep_benign'].map(foldOf)).size).toBe(1);
  });

  it('spreads sources over all folds', () => {
    const folds = Array.from({ length: 200 }, (_, number) => foldOf(`source_${number}`));
    expect(new Set(folds).size).toBe(SOURCE_FOLDS);
  });
});
