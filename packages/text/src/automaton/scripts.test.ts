import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAutomaton } from './automaton.js';
import { compileAutomaton } from './compile.js';
import { type Pattern, symbolsOf } from './pattern.js';

type Match = readonly [pattern: number, start: number, end: number];
const inOrder = (matches: Match[]) => matches.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);

/** Compiles once, since that is what takes long, and scans many texts. */
function scanner(patterns: readonly Pattern[]) {
  const automaton = loadAutomaton(compileAutomaton(patterns));
  return (text: string): Match[] => {
    const matches: Match[] = [];
    automaton.scan(text, (...match) => matches.push(match));
    return inOrder(matches);
  };
}

const SEPARATOR = '[\\s_\\-–•]';
const WORD = '(?:(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}])[\\p{L}\\p{N}\\p{M}])';

/** The same search as a regular expression, one for each pattern: another way to the same answer. */
function search(patterns: readonly Pattern[], text: string): Match[] {
  const matches: Match[] = [];
  patterns.forEach(({ text: term, wholeWord }, id) => {
    const words = term.split(new RegExp(`${SEPARATOR}+`, 'u')).filter((word) => word !== '');
    const body = words
      .map((word) => word.replaceAll('.', '\\.'))
      .join(`(?<!${SEPARATOR})${SEPARATOR}{1,16}(?!${SEPARATOR})`);
    const starts = wholeWord ? `(?<!${WORD}(?=${WORD}))` : '';
    const ends = wholeWord ? `(?!(?<=${WORD})${WORD})` : '';
    const pattern = new RegExp(`${starts}(?:${body})${ends}`, 'iuy');
    for (let at = 0; at < text.length; at++) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found) matches.push([id, at, at + found[0].length]);
    }
  });
  return inOrder(matches);
}

const SCRIPTS: [name: string, letters: string[]][] = [
  ['Latin', ['a', 'A', 'é', 'É', 'ñ', '1']],
  ['Cyrillic', ['ж', 'Ж', 'ё', 'и', 'й', '1']],
  ['Greek', ['α', 'Α', 'ω', 'Ω', 'λ', '2']],
  ['Arabic', ['ش', 'م', 'ا', 'ل', '٣', '\u064e']],
  ['Hebrew', ['ש', 'ל', 'ו', 'ם', '\u05b8', '7']],
  ['Devanagari', ['ह', 'ि', 'न', '्', 'द', '३']],
  ['Thai', ['ไ', 'ท', 'ย', '่', 'ก', '1']],
  ['Hangul', ['한', '국', '어', 'a', '1', '가']],
  ['Japanese', ['漢', '字', 'カ', 'ひ', 'a', 'ナ']],
  ['mixed', ['漢', 'a', 'ж', '한', 'ש', '.']],
];

describe.each(SCRIPTS)('in %s, the automaton', (_name, letters) => {
  const piece = fc.constantFrom(...letters);
  const pattern = fc.record({
    text: fc
      .array(fc.oneof({ weight: 5, arbitrary: piece }, fc.constantFrom(' ', '-')), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(''))
      .filter((text) => symbolsOf(text).length > 0),
    wholeWord: fc.boolean(),
  });
  const text = fc
    .array(fc.oneof({ weight: 5, arbitrary: piece }, fc.constantFrom(' ', '_', '•', '\n', '.', ',')), { maxLength: 40 })
    .map((parts) => parts.join(''));

  const texts = fc.array(text, { minLength: 8, maxLength: 8 });

  it('agrees with regular expressions', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 8 }), texts, (patterns, subjects) => {
        const scan = scanner(patterns);
        for (const subject of subjects) expect(scan(subject)).toEqual(search(patterns, subject));
      }),
      { numRuns: 15 },
    );
  });

  it('finds the same wherever the text begins', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 4 }),
        texts,
        fc.nat(300),
        (patterns, subjects, length) => {
          const scan = scanner(patterns);
          for (const subject of subjects) {
            const moved = scan('.'.repeat(length) + subject).filter(([, start]) => start >= length);
            expect(moved.map(([id, start, end]) => [id, start - length, end - length])).toEqual(scan(subject));
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('letters outside the basic plane', () => {
  it('are looked for as pairs, and never found by half', () => {
    const scan = scanner([{ text: '😀', wholeWord: true }]);
    expect(scan('a😀b😁')).toEqual([[0, 1, 3]]);
    expect(scan('\ud83d')).toEqual([]);
    expect(scan('\ude00')).toEqual([]);
  });

  it('do not end the words next to them', () => {
    expect(scanner([{ text: 'zorb', wholeWord: true }])('😀zorb😀')).toEqual([[0, 2, 6]]);
  });
});
