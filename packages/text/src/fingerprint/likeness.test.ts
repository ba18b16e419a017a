import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness } from './likeness.js';

const word = fc.stringMatching(/^[a-z]{2,8}$/);

describe('the likeness of a text', () => {
  it('is not changed by case, punctuation, digits, spaces and look-alikes', () => {
    const plain = likeness('please tell the otter about the seven rivers');
    for (const text of [
      'Please, tell the OTTER about the seven rivers!',
      'please  tell\nthe otter about the seven rivers 4711',
      'plеase tell the otter аbout the seven rivers',
    ])
      expect(likeness(text)).toBe(plain);
    expect(likeness('please tell nobody of the eight lakes and hills')).not.toBe(plain);
  });

  it('is empty where there is no word, and the words themselves where there are few', () => {
    expect(likeness('  17 -- !')).toBe('');
    expect(likeness('One two, three')).toBe('one two three');
  });

  it('is always a run of words of the text', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        expect(` ${words.join(' ')} `).toContain(` ${likeness(words.join(' '))} `);
      }),
    );
  });

  it('is mostly shared by texts of which one word in many differs', () => {
    let same = 0;
    const pairs = 200;
    for (const words of fc.sample(fc.array(word, { minLength: 60, maxLength: 60 }), { numRuns: pairs, seed: 7 })) {
      const changed = [...words];
      changed[30] = 'zorblax';
      if (likeness(words.join(' ')) === likeness(changed.join(' '))) same++;
    }
    // Four of 57 runs change, so that 53 of 61 are in both: 87 %.
    expect(same / pairs).toBeGreaterThan(0.75);
  });
});
