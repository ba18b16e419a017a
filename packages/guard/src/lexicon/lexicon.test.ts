import type { Role, Stage } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicons } from './compile.js';
import { loadLexicon } from './lexicon.js';

interface Seen {
  readonly rule: string;
  readonly words: readonly string[];
  readonly score: number;
}

function scanner(body: string) {
  const text = `schemaVersion: 1\nlanguage: en\ntitle: Test\n${body}`;
  const lexicon = loadLexicon(compileLexicons([{ name: 'test.yaml', text }]));
  return (subject: string, stage: Stage = 'input', role: Role = 'user'): Seen[] => {
    const seen: Seen[] = [];
    lexicon.scan(
      { view: { name: 'raw', text: subject }, original: subject, stage, role },
      (rule, pieces, score) => {
        seen.push({ rule: rule.id, score, words: pieces.map(([start, end]) => subject.slice(start, end)) });
        return 0;
      },
      () => undefined,
    );
    return seen;
  };
}
const rule = (fields: string) => scanner(`rules: [{ id: r, hazard: S1, score: 0.5, ${fields} }]`);
const words = (seen: Seen[]) => seen.map((one) => one.words);

describe('a rule of one list', () => {
  it('reports every match', () => {
    expect(words(rule('match: [zorb/n]')('Zorb, zorbs and zorbing'))).toEqual([['Zorb'], ['zorbs']]);
  });

  it('holds only at its stages and for its roles', () => {
    const scan = rule('match: [zorb], stages: [output], roles: [tool]');
    expect(scan('zorb', 'output', 'tool')).toHaveLength(1);
    expect(scan('zorb', 'input', 'tool')).toHaveLength(0);
    expect(scan('zorb', 'output', 'user')).toHaveLength(0);
  });
});

describe('a rule of several lists', () => {
  const scan = rule('near: [[make/v], [zorb]], within: 10');

  it('needs one of each near the other, on either side', () => {
    expect(words(scan('make a zorb'))).toEqual([['make', 'zorb']]);
    expect(words(scan('the zorb was made'))).toEqual([['zorb', 'made']]);
    expect(scan('make')).toEqual([]);
    expect(scan('make something else and a zorb')).toEqual([]);
  });

  it('reports one match for each of its last list', () => {
    expect(words(scan('make a zorb, and go on making zorb'))).toEqual([
      ['make', 'zorb'],
      ['making', 'zorb'],
    ]);
  });

  it('does not reach over the end of a sentence unless it may', () => {
    expect(scan('We make it. Zorb!')).toEqual([]);
    expect(scan('We make\n\nzorb')).toEqual([]);
    expect(scan('We make v1.2 zorb')).toHaveLength(1);
    expect(rule('near: [[make/v], [zorb]], within: 10, scope: content')('We make it. Zorb!')).toHaveLength(1);
  });

  it('keeps the order where the rule asks for it', () => {
    const ordered = rule('near: [[how], [make], [zorb]], within: 10, ordered: true');
    expect(words(ordered('how to make a zorb'))).toEqual([['how', 'make', 'zorb']]);
    expect(ordered('make how zorb')).toEqual([]);
    expect(ordered('zorb make how')).toEqual([]);
  });

  it('agrees with a search through all pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('make', 'zorb', 'xx', 'y', 'zorb,'), { maxLength: 14 }), (tokens) => {
        const text = tokens.join(' ');
        const at = (word: string) => [...text.matchAll(new RegExp(word, 'g'))].map((match) => match.index);
        const near = at('zorb').filter((zorb) =>
          at('make').some((make) => (make < zorb ? zorb - make - 4 : make - zorb - 4) <= 10),
        );
        expect(scan(text)).toHaveLength(near.length);
      }),
    );
  });
});

describe('context', () => {
  it('takes a finding away, or makes it weaker', () => {
    const scan = rule('match: [zorb], unless: [museum], soften: [story], contextWithin: 12');
    expect(scan('a zorb in a museum')).toEqual([]);
    expect(scan('a zorb that stands far away from every museum')).toHaveLength(1);
    expect(scan('a zorb in a story')[0]?.score).toBeCloseTo(0.3);
    expect(scan('a zorb')[0]?.score).toBe(0.5);
  });

  it('lets a longer phrase take away what overlaps it', () => {
    const scan = scanner(
      'rules: [{ id: r, hazard: S1, score: 0.5, match: [zorb, zorb cake shop] }]\ncarveOuts: [zorb cake/n]',
    );
    expect(scan('zorb cakes')).toEqual([]);
    expect(words(scan('zorb and zorb cake'))).toEqual([['zorb']]);
    expect(words(scan('zorb cake shop'))).toEqual([['zorb cake shop']]);
  });

  it('takes groups in groups', () => {
    const scan = scanner(
      "groups: { all: ['@some', zorb], some: [blax] }\nrules: [{ id: r, hazard: S1, score: 0.5, match: '@all' }]",
    );
    expect(words(scan('zorb blax'))).toEqual([['zorb'], ['blax']]);
  });
});

it('stays linear on text made of nothing but matches', () => {
  const scan = rule('near: [[make], [zorb]], within: 40, unless: [museum]');
  const took = (count: number) => {
    const text = 'make zorb '.repeat(count);
    const start = performance.now();
    scan(text);
    return performance.now() - start;
  };
  took(2_000);
  expect(took(40_000)).toBeLessThan(2_000);
});
