import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '../../../tests/reading.js';
import { PatternSet } from './pattern-set.js';
import { patterns } from './patterns.js';

const file = (...lines: string[]) => ({
  name: 'ours.yaml',
  text: `schemaVersion: 1\ntitle: Ours\npatterns:\n${lines.map((line) => `  - ${line}`).join('\n')}\n`,
});
const PROJECT = "{ id: project, pattern: 'PROJ-[0-9]{4}', hazard: secret, score: 0.9 }";
const ZORB = "{ id: zorb, pattern: '\\bzorb(?:lax)?\\b', maturity: violence, degree: 2, score: 0.6, flags: i }";

describe('patterns from a file', () => {
  const detector = patterns(file(PROJECT, ZORB));

  it('are signalled with their id, all of them, where they stand', () => {
    expect(observe(detector, 'see PROJ-1234, a Zorblax and PROJ-9999').signals).toEqual([
      { kind: 'hazard', name: 'secret', score: 0.9, rule: 'project', spans: [[4, 13]], via: ['raw'] },
      { kind: 'hazard', name: 'secret', score: 0.9, rule: 'project', spans: [[29, 38]], via: ['raw'] },
      { kind: 'maturity', name: 'violence', degree: 2, score: 0.6, rule: 'zorb', spans: [[17, 24]], via: ['raw'] },
    ]);
    expect(observe(detector, 'see PROJ-12, proj-1234 and zorblaxes').signals).toEqual([]);
  });

  it('are looked for in every view, and what was hidden is said', () => {
    const { signals } = observe(detector, 'see PRO\u200bJ-1234 and z0rblax');
    expect(signals).toContainEqual(
      expect.objectContaining({ rule: 'project', via: expect.arrayContaining(['folded']) }),
    );
    expect(signals).toContainEqual(expect.objectContaining({ rule: 'disguised' }));
  });

  it('say what they cover and change their version with their text', () => {
    expect(detector.covers.map(({ name }) => name)).toEqual(['secret', 'violence']);
    expect(detector.version).not.toBe(patterns(file(PROJECT)).version);
    expect(detector.reach).toBe('unbounded');
  });

  it('leave nothing free behind the last match that is counted', () => {
    const text = 'PROJ-1234 '.repeat(1_000);
    const spans = observe(detector, text).signals.flatMap((signal) => signal.spans);
    expect(spans.length).toBeLessThan(300);
    const covered = new Set(
      spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at)),
    );
    for (let at = 0; at < text.length; at += 10) expect(covered.has(at)).toBe(true);
  });

  it.each([
    ["{ id: a, pattern: '(', hazard: S1, score: 0.5 }", /pattern a: /],
    ["{ id: a, pattern: 'x(?=y)', hazard: S1, score: 0.5 }", /pattern a: /],
    ["{ id: a, pattern: '(x)\\1', hazard: S1, score: 0.5 }", /pattern a: /],
    ["{ id: a, pattern: 'x)|(?:y', hazard: S1, score: 0.5, flags: i }", /pattern a: /],
    ["{ id: a, pattern: 'x*', hazard: S1, score: 0.5 }", /pattern a: it matches nothing/],
    ["{ id: a, pattern: '(?:[a-z]{1,40}[0-9]{1,40}){30}', hazard: S1, score: 0.5 }", /pattern a: /],
    [`{ id: a, pattern: '${'x'.repeat(501)}', hazard: S1, score: 0.5 }`, /patterns.0.pattern/],
    ["{ id: a, pattern: 'x', score: 0.5 }", /one of hazard/],
    ["{ id: a, pattern: 'x', maturity: hate, score: 0.5 }", /degree/],
    ["{ id: a, pattern: 'x', hazard: S99, score: 0.5 }", /hazard/],
  ])('are refused with their name: %s', (line, message) => {
    expect(() => patterns(file(line))).toThrow(expect.objectContaining({ code: 'PATTERNS_INVALID' }));
    expect(() => patterns(file(line))).toThrow(message);
  });

  it('are refused twice, in too great a number, or as no YAML', () => {
    expect(() => patterns(file(PROJECT, PROJECT))).toThrow(/pattern project stands there twice/);
    const many = Array.from({ length: 201 }, (_, at) => `{ id: p${at}, pattern: x${at}, hazard: S1, score: 0.5 }`);
    expect(() => patterns(file(...many))).toThrow(expect.objectContaining({ code: 'PATTERNS_INVALID' }));
    expect(() => patterns({ name: 'ours.yaml', text: '{' })).toThrow(
      expect.objectContaining({ code: 'PATTERNS_INVALID' }),
    );
  });
});

describe('the set', () => {
  const SOURCES = ['a+b', '[ab]c{1,3}', '(?:ab|ba)+', 'c$', '^a'];
  const set = new PatternSet(
    'test',
    SOURCES.map((pattern, at) => ({ id: `p${at}`, pattern, hazard: 'S1', score: 0.5 })),
  );

  it('finds what the native engine finds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{0,40}$/), (text) => {
        const found: string[] = [];
        set.scan(text, ({ id }, start, end) => found.push(`${id} ${start} ${end}`) > 0);
        const wanted = SOURCES.flatMap((source, at) =>
          [...text.matchAll(new RegExp(source, 'g'))].map(
            ({ 0: seen, index }) => `p${at} ${index} ${index + seen.length}`,
          ),
        );
        expect(found).toEqual(wanted);
      }),
    );
  });

  it('takes linear time where a backtracking engine takes forever', () => {
    const evil = new PatternSet('test', [{ id: 'evil', pattern: '(a+)+$', hazard: 'S1', score: 0.5 }]);
    let matches = 0;
    const started = performance.now();
    evil.scan(`${'a'.repeat(20_000)}!`, () => ++matches > 0);
    expect(matches).toBe(0);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
