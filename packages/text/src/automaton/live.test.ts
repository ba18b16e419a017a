import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSeparatorUnit, isWordUnit } from '../unicode/units.js';
import { loadAutomaton } from './automaton.js';
import { compileAutomaton } from './compile.js';
import { type Pattern, SEPARATOR, SEPARATOR_RUN_MAX, symbolsOf } from './pattern.js';

const live = (patterns: readonly Pattern[], text: string) =>
  loadAutomaton(compileAutomaton(patterns)).scan(text, () => undefined);

/** The first place from which on the text is the beginning of a pattern, by trying each with each. */
function bruteForce(patterns: readonly Pattern[], text: string): number {
  for (let start = 0; start < text.length; start++) {
    const rest = text.slice(start);
    if (isSeparatorUnit(rest.charCodeAt(0))) continue;
    const symbols = symbolsOf(rest);
    if (isSeparatorUnit(rest.charCodeAt(rest.length - 1))) symbols.push(SEPARATOR);
    const insideWord = start > 0 && isWordUnit(text.charCodeAt(start - 1)) && isWordUnit(text.charCodeAt(start));
    const begins = patterns.some(({ text: pattern, wholeWord }) => {
      const whole = symbolsOf(pattern);
      return !(wholeWord && insideWord) && symbols.every((symbol, at) => whole[at] === symbol);
    });
    if (begins) return start;
  }
  return text.length;
}

it('says where a match begins that is not whole, a whole word waiting for its end', () => {
  const patterns = [
    { text: 'pipe organ', wholeWord: true },
    { text: 'an old zorb', wholeWord: true },
    { text: 'blax', wholeWord: false },
  ];
  expect(live(patterns, 'a pipe  -  o')).toBe(2);
  expect(live(patterns, 'a pipe x')).toBe(8);
  expect(live(patterns, 'an old pipe')).toBe(7);
  expect(live(patterns, 'an old zorb')).toBe(0);
  expect(live(patterns, 'xbla')).toBe(1);
  expect(live(patterns, 'xpipe')).toBe(5);
  expect(live(patterns, `pipe${' '.repeat(SEPARATOR_RUN_MAX)}`)).toBe(0);
  expect(live(patterns, `pipe${' '.repeat(SEPARATOR_RUN_MAX + 1)}`)).toBe(21);
  expect(live(patterns, '')).toBe(0);
});

it('says the same as trying every place with every pattern', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '.', '本'), maxLength: 12 });
  const pattern = fc.record({
    text: fc
      .string({ unit: fc.constantFrom('a', 'b', ' ', '.', '本'), minLength: 1, maxLength: 6 })
      .filter((one) => symbolsOf(one).length > 0),
    wholeWord: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 5 }), text, (patterns, subject) => {
      expect(live(patterns, subject)).toBe(bruteForce(patterns, subject));
    }),
    { numRuns: 400 },
  );
});
