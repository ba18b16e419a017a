import { TyrianError } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { compileLexicons } from './compile.js';
import { loadLexicon } from './lexicon.js';

const HEAD = 'schemaVersion: 1\nlanguage: en\ntitle: Test\n';
const compile = (...bodies: string[]) =>
  compileLexicons(bodies.map((body, index) => ({ name: `file-${index}.yaml`, text: HEAD + body })));

function faultOf(...bodies: string[]): string {
  try {
    compile(...bodies);
  } catch (fault) {
    if (fault instanceof TyrianError && fault.code === 'LEXICON_INVALID') return fault.message;
    throw fault;
  }
  return 'no fault';
}

describe('compileLexicons', () => {
  it('names the file and the field at fault', () => {
    expect(faultOf('rules: [{ id: a, hazard: S99, score: 0.5, match: [zorb] }]')).toMatch(
      /file-0\.yaml.*rules\.0\.hazard/,
    );
    expect(faultOf('', 'rules: [{ id: a, hazard: S1, score: 2, match: [zorb] }]')).toMatch(
      /file-1\.yaml.*rules\.0\.score/,
    );
    expect(faultOf('unknown: 1')).toMatch(/file-0\.yaml/);
    expect(faultOf('groups: [')).toMatch(/file-0\.yaml/);
  });

  it('refuses rules that say nothing, too much, or twice', () => {
    expect(faultOf('rules: [{ id: a, score: 0.5, match: [zorb] }]')).toMatch(/one of hazard, attribute and maturity/);
    expect(faultOf('rules: [{ id: a, hazard: S1, attribute: art, score: 0.5, match: [zorb] }]')).toMatch(/one of/);
    expect(faultOf('rules: [{ id: a, maturity: drugs, score: 0.5, match: [zorb] }]')).toMatch(/degree/);
    expect(faultOf('rules: [{ id: a, hazard: S1, score: 0.5 }]')).toMatch(/match or near/);
    const rule = 'rules: [{ id: a, hazard: S1, score: 0.5, match: [zorb] }]';
    expect(faultOf(rule, rule)).toMatch(/file-1\.yaml.*stands twice/);
  });

  it('refuses groups that are missing, doubled or made of themselves', () => {
    expect(faultOf("rules: [{ id: a, hazard: S1, score: 0.5, match: '@zorbs' }]")).toMatch(/there is no group @zorbs/);
    expect(faultOf('groups: { a: [x] }', 'groups: { a: [y] }')).toMatch(/groups\.a: stands in file-0\.yaml/);
    const cycle = "groups: { a: ['@b'], b: ['@a'] }\nrules: [{ id: a, hazard: S1, score: 0.5, match: '@a' }]";
    expect(faultOf(cycle)).toMatch(/takes in itself/);
    expect(faultOf("rules: [{ id: a, hazard: S1, score: 0.5, match: ['- -'] }]")).toMatch(/nothing to look for/);
  });

  it('gives the same bytes for the same files', () => {
    const rule = 'rules: [{ id: a, hazard: S1, score: 0.5, match: [zorb/n] }]';
    expect(compile(rule)).toEqual(compile(rule));
    expect(loadLexicon(compile(rule)).checksum).toMatch(/^[0-9a-f]{8}$/);
  });

  it('bounds the reach by terms and distances', () => {
    const near = (within: number) =>
      loadLexicon(compile(`rules: [{ id: a, hazard: S1, score: 0.5, near: [[zorb], [blax]], within: ${within} }]`))
        .reach;
    expect(near(50) - near(10)).toBe(40);
    expect(near(10)).toBeGreaterThanOrEqual('zorb'.length + 10 + 'blax'.length);
  });

  it('refuses damaged bytes', () => {
    const bytes = compile('rules: [{ id: a, hazard: S1, score: 0.5, match: [zorb] }]');
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(() => loadLexicon(damaged), String(at)).toThrow(/not valid/);
    }
    expect(() => loadLexicon(bytes.subarray(0, 10))).toThrow(/not valid/);
  });
});
