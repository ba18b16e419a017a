import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchModels } from './model-globs.js';

describe('globs of models', () => {
  it('match whole names, any number of stars, and nothing where there is no glob', () => {
    expect(matchModels(['gpt-*'])('gpt-4o')).toBe(true);
    expect(matchModels(['gpt-*'])('my-gpt-4o')).toBe(false);
    expect(matchModels(['*mini', 'llama*:*b'])('llama3:70b')).toBe(true);
    expect(matchModels(['a*a'])('a')).toBe(false);
    expect(matchModels(['a.c'])('abc')).toBe(false);
    expect(matchModels([])('a')).toBe(false);
  });

  it('agree with a regular expression', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    fc.assert(
      fc.property(word, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (glob, name) => {
        const oracle = new RegExp(`^${glob.replaceAll('*', '.*')}$`);
        expect(matchModels([glob])(name)).toBe(oracle.test(name));
      }),
    );
  });
});
