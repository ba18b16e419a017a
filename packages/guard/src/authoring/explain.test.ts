import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { attribute, hazard, maturity } from '../../tests/signals.js';
import { explainDecision } from './explain.js';

function explain(rules: string, signals: ReturnType<typeof hazard>[], audience: 'adult' | 'teen' = 'adult') {
  const evidence = { signals, coverage: [], fresh: signals.length, roleOf: () => 'user' as const };
  return explainDecision(policyWith(rules).policy, evidence, { stage: 'input', audience, inCanary: true });
}
const hads = (...given: Parameters<typeof explain>) =>
  explain(...given).nearly.map(({ rule, had }) => `${rule}: ${had}`);

describe('explainDecision', () => {
  it.each([
    [
      '{ hazard: S1 }',
      [hazard('S1', { score: 0.6 })],
      ['a: S1 violent crimes scored 0.8, not 0.6', 'a: it been for child or teen or unknown'],
    ],
    [
      '{ hazard: S1, not: { attribute: news, within: content } }',
      [hazard('S1'), attribute('news')],
      ['a: it not been excused'],
    ],
    [
      '{ within: 20, all: [{ hazard: S1 }, { attribute: fiction }] }',
      [hazard('S1', { at: [0, 4] }), attribute('fiction', { at: [100, 104] })],
      ['a: the signs stood nearer together'],
    ],
    ['{ maturity: { axis: sexual, atLeast: 3 } }', [maturity('sexual', 2)], ['a: it been rated one degree higher']],
    ['{ hazard: S1, audience: child }', [hazard('S1')], ['a: it been for child']],
    ['{ hazard: S2 }', [hazard('S1')], []],
  ])('says what %s lacked', (when, signals, expected) => {
    expect(hads(`  - { id: a, when: ${when}, then: refuse }`, signals)).toEqual(expected);
  });

  it('does not say nearly of what fired', () => {
    const { judgement, nearly } = explain('  - { id: a, when: { hazard: S1 }, then: refuse }', [hazard('S1')]);
    expect(judgement.reasons.map(({ rule }) => rule)).toEqual(['a']);
    expect(nearly).toEqual([]);
  });

  it('says without what it would pass, as tried', () => {
    const one = '  - { id: a, when: { all: [{ hazard: S1 }, { attribute: fiction }] }, then: refuse }';
    expect(explain(one, [hazard('S1'), attribute('fiction')]).milder).toEqual([
      { change: 'without S1 violent crimes', decision: 'allow' },
      { change: 'without fiction', decision: 'allow' },
    ]);
    const two = '  - { id: a, when: { hazard: S1 }, then: refuse }\n  - { id: b, when: { hazard: S2 }, then: refuse }';
    expect(explain(two, [hazard('S1'), hazard('S2')]).milder).toEqual([
      { change: 'without S1 violent crimes and S2 non-violent crimes', decision: 'allow' },
    ]);
    const mixed =
      '  - { id: a, when: { hazard: S1 }, then: refuse }\n  - { id: b, when: { hazard: S2 }, then: repair }';
    expect(explain(mixed, [hazard('S1'), hazard('S2')]).milder).toEqual([
      { change: 'without S1 violent crimes', decision: 'repair' },
    ]);
  });

  it('says for whom it would pass', () => {
    const rules =
      '  - { id: a, when: { maturity: { axis: sexual, atLeast: 2 }, audience: [child, teen] }, then: refuse }';
    expect(explain(rules, [maturity('sexual', 2)], 'teen').milder).toContainEqual({
      change: 'for adult',
      decision: 'allow',
    });
    expect(explain(rules, [maturity('sexual', 2)]).milder).toEqual([]);
  });
});
