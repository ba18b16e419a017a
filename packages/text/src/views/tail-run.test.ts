import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readViews } from './read-views.js';
import { ENCODED_RUN_MAX, tailRunFrom } from './tail-run.js';

const tailOf = (text: string) => text.slice(tailRunFrom(text));

describe('the tail that may read another way', () => {
  it.each([
    ['the last word', 'the cat sat on the ma', 'ma'],
    ['nothing behind a space', 'the cat sat on the ', ''],
    ['single letters apart', 'I saw k i l', 'k i l'],
    ['single letters by marks and lines', 'say k - i -\nl ', 'k - i -\nl '],
    ['bytes apart', 'the code is 7a 6f, 0x72 6', '7a 6f, 0x72 6'],
    ['binary digits apart', 'it is 01111010 0110', '01111010 0110'],
    ['lines of base64', `see ${'QUJD'.repeat(10)}\nQUJ`, `${'QUJD'.repeat(10)}\nQUJ`],
    ['escapes', 'go to z%6frb%2', 'z%6frb%2'],
    ['entities', 'a &#x7a;&#11', '&#x7a;&#11'],
    ['a word of two scripts', 'so раy', 'раy'],
    ['what is hidden', 'so zo\u200b', 'zo\u200b'],
    ['letters in other shapes apart', 'so ｋ ｉ　ｌ', 'ｋ ｉ　ｌ'],
    ['tags wherever they stand', 'so \u{e007a} and then \u{e006f} it is ', '\u{e007a} and then \u{e006f} it is '],
    ['half of a pair', 'so 本\ud83d', '\ud83d'],
    ['a kana that a sound mark may follow', '本か', 'か'],
    ['jamo that make a syllable', '가나 \u1112\u1161', '\u1112\u1161'],
    ['nothing of a script without spaces but its last letter', 'これは本', '本'],
    ['a word of Hindi', 'यह किता', 'किता'],
  ])('is %s', (_, text, tail) => {
    expect(tailOf(text)).toBe(tail);
  });

  it('goes back as far as a run does, and further than one is worth waiting for', () => {
    const run = 'QUJD'.repeat(ENCODED_RUN_MAX / 2);
    expect(tailOf(`so ${run}`)).toBe(run);
    expect(tailOf(`so ${'k '.repeat(700)}`)).toBe('k '.repeat(700));
  });

  it('leaves before it what reads the same, whatever comes', () => {
    const word = fc.constantFrom(
      'the',
      'zorb',
      'k',
      'i',
      '7a',
      '6f',
      '%7a',
      'Y2F0',
      'z0rb',
      'か',
      '本',
      'раy',
      '&#122;',
      'zo\u200brb',
      '.',
      'x',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 8 });
    const joint = fc.constantFrom(' ', '', ', ');
    fc.assert(
      fc.property(words, words, joint, fc.nat(30), (before, behind, mark, left) => {
        const text = before.join(mark);
        const sofar = text.slice(0, text.length - Math.min(left, text.length - 1));
        const settled = sofar.slice(0, tailRunFrom(sofar));
        const whole = readViews(sofar + behind.join(mark)).views;
        for (const view of readViews(settled).views) {
          // Every reading of it stands in a reading of the whole.
          const shown = view.text.trim();
          if (/^(?:raw|folded|folded\+escapes|escapes)$/.test(view.name))
            expect(
              whole.some((one) => one.text.includes(shown)),
              `${view.name}: ${shown}`,
            ).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
