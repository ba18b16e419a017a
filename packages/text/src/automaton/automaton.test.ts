import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldUnit, isSeparatorUnit, isWordUnit } from '../unicode/units.js';
import { loadAutomaton } from './automaton.js';
import { compileAutomaton } from './compile.js';
import { AutomatonFormatError } from './format.js';
import { longestMatch, type Pattern, SEPARATOR, SEPARATOR_RUN_MAX, symbolsOf } from './pattern.js';

type Match = readonly [pattern: number, start: number, end: number];

function scan(patterns: readonly Pattern[], text: string): Match[] {
  const matches: Match[] = [];
  loadAutomaton(compileAutomaton(patterns)).scan(text, (...match) => matches.push(match));
  return sorted(matches);
}

function sorted(matches: Match[]): Match[] {
  return matches.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

/** Tries every pattern at every place. */
function search(patterns: readonly Pattern[], text: string): Match[] {
  const matches: Match[] = [];
  patterns.forEach((pattern, id) => {
    const symbols = symbolsOf(pattern.text);
    for (let start = 0; start < text.length; start++) {
      const end = endOfMatch(symbols, text, start);
      if (end !== undefined && (!pattern.wholeWord || standsAlone(text, start, end))) matches.push([id, start, end]);
    }
  });
  return sorted(matches);
}

function endOfMatch(symbols: readonly number[], text: string, start: number): number | undefined {
  let at = start;
  for (const symbol of symbols) {
    if (symbol === SEPARATOR) {
      let run = 0;
      while (at < text.length && isSeparatorUnit(text.charCodeAt(at))) {
        at++;
        run++;
      }
      if (run === 0 || run > SEPARATOR_RUN_MAX) return undefined;
    } else {
      if (at >= text.length || isSeparatorUnit(text.charCodeAt(at)) || foldUnit(text.charCodeAt(at)) !== symbol)
        return undefined;
      at++;
    }
  }
  return at;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const word = (at: number) => at >= 0 && at < text.length && isWordUnit(text.charCodeAt(at));
  return !(word(start) && word(start - 1)) && !(word(end - 1) && word(end));
}

const whole = (...texts: string[]): Pattern[] => texts.map((text) => ({ text, wholeWord: true }));

describe('the automaton', () => {
  it('finds every match, overlapping ones among them', () => {
    expect(scan(whole('pipe organ', 'organ', 'organ pipe'), 'A pipe organ pipe.')).toEqual([
      [0, 2, 12],
      [1, 7, 12],
      [2, 7, 17],
    ]);
  });

  it('ignores case and the kind of apostrophe', () => {
    expect(scan(whole("don't zorb"), 'DON\u2019T Zorb')).toEqual([[0, 0, 10]]);
    expect(scan(whole('ΣΟΦΟΣ'), 'σοφος σοφοσ')).toHaveLength(2);
  });

  it('takes a run of separators for one space', () => {
    for (const text of ['zorb blax', 'zorb_blax', 'zorb - blax', 'zorb\n\tblax', '**zorb** blax'])
      expect(scan(whole('zorb blax'), text), text).toHaveLength(1);
    expect(scan(whole('zorb blax'), `zorb${' '.repeat(SEPARATOR_RUN_MAX)}blax`)).toHaveLength(1);
    expect(scan(whole('zorb blax'), `zorb${' '.repeat(SEPARATOR_RUN_MAX + 1)}blax`)).toHaveLength(0);
    expect(scan(whole('zorb blax'), 'zorb, blax zorbblax')).toHaveLength(0);
  });

  it('keeps whole words whole', () => {
    expect(scan(whole('zorb'), 'azorb zorbs zorb9 1zorb zörb')).toEqual([]);
    expect(scan(whole('zorb'), "zorb! (zorb) zorb's x_zorb_y")).toHaveLength(4);
    expect(scan([{ text: 'zorb', wholeWord: false }], 'azorbs')).toEqual([[0, 1, 5]]);
  });

  it('asks no word boundary of scripts without spaces', () => {
    expect(scan(whole('爆弾'), '私は爆弾abc')).toEqual([[0, 2, 4]]);
    expect(scan(whole('zorb'), '漢字zorb漢字')).toEqual([[0, 2, 6]]);
  });

  it('finds patterns that begin inside words next to ones that do not', () => {
    const patterns = [...whole('years', 'yo yo'), { text: 'yo', wholeWord: false }, { text: 'ear', wholeWord: false }];
    expect(scan(patterns, '14yo years yoyears')).toEqual(search(patterns, '14yo years yoyears'));
  });

  it('refuses a pattern with nothing to look for', () => {
    expect(() => compileAutomaton(whole(' - '))).toThrow(RangeError);
  });

  it('compiles no patterns to something that finds nothing', () => {
    expect(scan([], 'anything')).toEqual([]);
  });

  const pattern = fc.record({
    text: fc
      .array(fc.constantFrom('a', 'b', 'A', 'é', ' ', '-', '漢', '1', '<'), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''))
      .filter((text) => symbolsOf(text).length > 0),
    wholeWord: fc.boolean(),
  });
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'B', 'é', 'É', ' ', ' ', '-', '_', '漢', '1', '<', '.', 'x', '\u{1F600}'),
    maxLength: 60,
  });

  it('agrees with a naive search', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 12 }), text, (patterns, subject) => {
        expect(scan(patterns, subject)).toEqual(search(patterns, subject));
      }),
      { numRuns: 1500 },
    );
  });

  it('matches no more units than it says', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), text, (patterns, subject) => {
        for (const [id, start, end] of scan(patterns, subject)) {
          expect(end - start).toBeLessThanOrEqual(longestMatch(symbolsOf(patterns[id]?.text ?? '')));
        }
      }),
    );
  });

  it('stays small with thousands of different characters', () => {
    const patterns = whole(
      ...Array.from({ length: 3000 }, (_, id) => String.fromCharCode(0x4e00 + id * 3, 0x4e01 + id * 5)),
    );
    const bytes = compileAutomaton(patterns);
    expect(bytes.length).toBeLessThan(600_000);
    expect(scan(patterns, patterns.map((one) => one.text).join('。'))).toHaveLength(3000);
  });
});

describe('the compiled form', () => {
  const bytes = compileAutomaton(whole('zorb', 'blax'));

  it('is the same for the same patterns', () => {
    expect(compileAutomaton(whole('zorb', 'blax'))).toEqual(bytes);
  });

  it('loads from an odd address', () => {
    const odd = new Uint8Array(bytes.length + 1);
    odd.set(bytes, 1);
    const matches: Match[] = [];
    loadAutomaton(odd.subarray(1)).scan('blax', (...match) => matches.push(match));
    expect(matches).toEqual([[1, 0, 4]]);
  });

  it('is refused when anything in it is changed or missing', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(() => loadAutomaton(damaged)).toThrow(AutomatonFormatError);
      }),
    );
    expect(() => loadAutomaton(bytes.subarray(0, 40))).toThrow(AutomatonFormatError);
    expect(() => loadAutomaton(new Uint8Array(3))).toThrow(AutomatonFormatError);
  });
});
