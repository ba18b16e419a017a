import { TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyYaml, manyLaughs, mutatedYaml } from '../../tests/_yaml.js';
import { parsePatterns } from '../detectors/patterns/pattern-file.js';
import { compileLexicons } from './compile.js';
import { type Lexicon, loadLexicon } from './lexicon.js';

const HEAD = 'schemaVersion: 1\nlanguage: en\ntitle: Test\n';
const LEXICON = `${HEAD}groups:
  make: [make/v, build/v, '@shape']
  shape: [shape/v, 'self-form']
rules:
  - { id: a, hazard: S1, score: 0.5, match: [zebrafish/n, zorb] }
  - { id: b, hazard: S2, score: 0.9, near: ['@make', [zorb]], within: 30, unless: [museum], stages: [input] }
  - { id: c, maturity: drugs, degree: 2, score: 0.7, near: [[how], '@make', [blax]], soften: ['@shape'], ordered: true }
carveOuts: [zorb cake/n]
ages:
  numbers: { ten: 10 }
  after: [year old]
  before: [aged]
  statements: [i am]
  clauseWords: [and]
  things: [tree]
  copulas: [is]
  breaks: [in]
`;
const PATTERNS = `schemaVersion: 1\ntitle: Ours\npatterns:\n  - { id: a, pattern: 'PROJ-[0-9]{4}', hazard: secret, score: 0.9 }\n  - { id: b, pattern: zorb, maturity: violence, degree: 2, score: 0.6, flags: i }\n`;
/** A line, or a field by its path. */
const PLACE = /at line \d+|(?:^|\s)(?:[\w.@-]+|the file): /;

function outcomeOf<Result>(read: () => Result): Result | TyrianError {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof TyrianError) return fault;
    throw fault;
  }
}

function expectFault(fault: TyrianError, code: string): void {
  expect(fault.code).toBe(code);
  expect(fault.message).toMatch(PLACE);
  expect(fault.message.length).toBeLessThan(4_000);
}

const compile = (text: string) => outcomeOf(() => compileLexicons([{ name: 'ours.yaml', text }]));

function expectCompiled(text: string): void {
  const compiled = compile(text);
  if (compiled instanceof TyrianError) expectFault(compiled, 'LEXICON_INVALID');
  else expect(hitsOf(loadLexicon(compiled), 'how to make a zorb, aged ten')).toBeGreaterThanOrEqual(0);
}

function hitsOf(lexicon: Lexicon, text: string): number {
  let hits = 0;
  const count = () => hits++;
  lexicon.scan({ view: { name: 'raw', text }, original: text, stage: 'input', role: 'user' }, count, count);
  return hits;
}

const withTerms = (terms: readonly string[], language = 'en') =>
  `schemaVersion: 1\nlanguage: ${language}\ntitle: Test\nrules:\n  - { id: a, hazard: S1, score: 0.5, match: ${JSON.stringify(terms)} }\n`;

describe('a lexicon', () => {
  it('of any YAML is compiled, or says where it is at fault', () => {
    const head = fc.constantFrom('', HEAD, `${HEAD}rules:\n`, `${HEAD}groups:\n  `);
    fc.assert(
      fc.property(anyYaml, head, (text, before) => expectCompiled(before + text)),
      { numRuns: 150 },
    );
    fc.assert(fc.property(mutatedYaml(LEXICON), expectCompiled), { numRuns: 150 });
  });

  it('is compiled in bounded time, whatever its terms and groups multiply to', () => {
    const words = (word: string) => Array.from({ length: 40 }, () => word).join(' ');
    const twice = Array.from({ length: 60 }, (_, at) => `  g${at}: ['@g${at + 1}', '@g${at + 1}', x${at}]`);
    const deep = Array.from({ length: 9_000 }, (_, at) => `  g${at}: ['@g${at + 1}']`);
    const rule = "rules: [{ id: a, hazard: S1, score: 0.5, match: '@g0' }]\n";
    const texts = [
      ...['en', 'de', 'pl'].map((language) => withTerms([words('a/v'), words('ab/n')], language)),
      withTerms(Array.from({ length: 600 }, () => 'u/v v/v x/v y/v z/v')),
      `${HEAD}groups:\n${twice.join('\n')}\n  g60: [x]\n${rule}`,
      `${HEAD}groups:\n${deep.join('\n')}\n  g9000: [x]\n${rule}`,
      manyLaughs(30, HEAD),
    ];
    for (const text of texts) {
      const start = performance.now();
      expectFault(compile(text) as TyrianError, 'LEXICON_INVALID');
      // Without bounds they end after hours, or never.
      expect(performance.now() - start, text.slice(0, 200)).toBeLessThan(30_000);
    }
    const once = twice.slice(0, 18).join('\n');
    expect(compile(`${HEAD}groups:\n${once}\n  g18: [x]\n${rule}`)).toBeInstanceOf(Uint8Array);
  });

  it('finds its words wherever they stand between others', () => {
    const found = loadLexicon(compileLexicons([{ name: 'ours.yaml', text: withTerms(['zebrafish/n', 'green zorb']) }]));
    const around = fc.string({ unit: 'grapheme', maxLength: 40 });
    const edge = fc.constantFrom(' ', '\n', ', ', '. ', '"', '(', ' \u200a', '\t');
    const word = fc.constantFrom('zebrafish', 'Zebrafishes', 'ZEBRAFISH', 'green zorb', 'Green\tZORB', 'green  - zorb');
    fc.assert(
      fc.property(around, edge, word, edge, around, (before, left, one, right, after) => {
        expect(hitsOf(found, before + left + one + right + after)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('finds words of any letters, or says that there is nothing in them to look for', () => {
    const units = fc.constantFrom('grapheme' as const, 'binary' as const);
    const term = units.chain((unit) => fc.string({ unit, minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(term, (one) => {
        const compiled = compile(withTerms([one], 'xx'));
        if (compiled instanceof TyrianError) return expectFault(compiled, 'LEXICON_INVALID');
        const written = one.endsWith('/w') ? one.slice(0, -2) : one;
        expect(hitsOf(loadLexicon(compiled), `a ${written} b`)).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a file of patterns', () => {
  it('of any YAML is read, or says where it is at fault', () => {
    fc.assert(
      fc.property(fc.oneof(anyYaml, mutatedYaml(PATTERNS)), (text) => {
        const read = outcomeOf(() => parsePatterns({ name: 'ours.yaml', text }));
        if (read instanceof TyrianError) expectFault(read, 'PATTERNS_INVALID');
        else expect(read.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
