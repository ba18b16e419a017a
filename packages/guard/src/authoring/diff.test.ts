import { ATTRIBUTES, AUDIENCES, type Condition, type Decision, type Policy, Rule, Stage } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyWith, shippedPolicy } from '../../tests/shipped.js';
import { attribute, hazard, maturity } from '../../tests/signals.js';
import { compilePolicy } from '../policy/evaluate.js';
import { diffPolicies } from './diff.js';

const withRule = (rules: string, head = '') => policyWith(rules, head).policy;
const rows = (before: Policy, after: Policy) =>
  diffPolicies(before, after).outcomes.map(
    ({ what, stages, audiences, scores, before: was, after: is }) =>
      `${what.join('; ')} | ${stages.join()} | ${audiences.join()} | ${scores.from}-${scores.to} | ${was} -> ${is}`,
  );
const S1 = withRule('  - { id: a, when: { hazard: S1 }, then: refuse }');

describe('diffPolicies', () => {
  it('finds nothing between a policy and itself, however it is written', () => {
    const same = withRule('  - { id: a, title: x, when: { hazard: [S1] }, then: refuse }');
    expect(diffPolicies(S1, S1)).toMatchObject({ outcomes: [], compared: 0 });
    expect(diffPolicies(S1, same).outcomes).toEqual([]);
    expect(diffPolicies(S1, same).rules.changed).toEqual([{ rule: 'a', fields: ['title'] }]);
  });

  it('says for whom and from which score a decision changes', () => {
    const harder = withRule('  - { id: a, when: { hazard: S1 }, then: refuse, atLeast: 0.3 }');
    expect(rows(S1, harder)).toEqual([
      'S1 violent crimes | input,output | child,teen,unknown | 0.3-0.5 | allow -> refuse',
      'S1 violent crimes | input,output | adult | 0.3-0.8 | allow -> refuse',
    ]);
  });

  it('names what was added and removed, and puts together what changes alike', () => {
    const other = withRule(
      '  - { id: b, when: { hazard: [S2, S9], audience: child }, then: hold }',
      'hold: { enabled: true }',
    );
    const found = diffPolicies(S1, other);
    expect(found.rules).toEqual({ added: ['b'], removed: ['a'], changed: [] });
    expect(found.settings.map(({ name }) => name)).toEqual(['hold']);
    expect(rows(S1, other)).toEqual([
      'S1 violent crimes | input,output | child,teen,unknown | 0.5-1 | refuse -> allow',
      'S1 violent crimes | input,output | adult | 0.8-1 | refuse -> allow',
      'S2 non-violent crimes; S9 indiscriminate weapons | input,output | child | 0.5-1 | allow -> hold',
    ]);
  });

  it('sees an excuse, near and far', () => {
    const excused = withRule(
      '  - { id: a, when: { hazard: S1, not: { attribute: news, within: 100 } }, then: refuse }',
    );
    expect(rows(S1, excused)).toEqual([
      expect.stringMatching(
        /^S1 violent crimes, news near \| input,output \| child,teen,adult,unknown \| 0.8-1 \| refuse -> allow$/,
      ),
    ]);
  });

  it('sees a distance, a role, a gap, a kind of personal data and a mode', () => {
    const near = (within: number) =>
      withRule(
        `  - { id: a, subject: S1, when: { within: ${within}, all: [{ hazard: S1 }, { attribute: fiction }] }, then: refuse }`,
      );
    expect(rows(near(20), near(90)).join()).toContain('S1 violent crimes + fiction, 94 characters apart');
    expect(rows(S1, withRule('  - { id: a, when: { hazard: S1, role: user }, then: refuse }')).join('\n')).toMatch(
      /S1 violent crimes, in document \| input \| .* refuse -> allow/,
    );
    const gaps = withRule(
      '  - { id: a, when: { hazard: S1 }, then: refuse }\n  - { id: g, when: { gap: language, language: sw }, then: refuse }',
    );
    expect(rows(S1, gaps)).toEqual([
      'no coverage: language sw | input,output | child,teen,adult,unknown | 0-1 | allow -> refuse',
    ]);
    const cards = withRule(
      '  - { id: a, when: { hazard: S1 }, then: refuse }\n  - { id: c, when: { hazard: personal-data, rule: card }, then: refuse }',
    );
    expect(rows(S1, cards).join()).toContain('personal data (card) | input,output');
    const watched = withRule('  - { id: a, when: { hazard: S1 }, then: refuse, mode: observe }');
    expect(rows(S1, watched)[0]).toContain('refuse -> allow (refuse only watched)');
  });

  it('misses no change that any one or two signals can show', () => {
    const some = <Item>(...items: Item[]) => fc.subarray(items, { minLength: 1 });
    const simple: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ hazard: some<'S1' | 'S2'>('S1', 'S2') }),
      fc.record({ attribute: some(...ATTRIBUTES.slice(0, 2)) }),
      fc.record({
        maturity: fc.record({
          axis: some<'sexual' | 'drugs'>('sexual', 'drugs'),
          atLeast: fc.constantFrom(1 as const, 3 as const),
        }),
      }),
    );
    const when = fc.oneof(
      simple,
      fc.record({ audience: some(...AUDIENCES), all: fc.tuple(simple, simple).map((parts) => [...parts]) }),
    );
    const rules = fc.array(
      fc.tuple(when, fc.constantFrom<Decision>('refuse', 'repair'), fc.constantFrom(undefined, 0.3, 0.6)),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const made = rules.map((drawn) => ({
      ...S1,
      rules: drawn.map(([condition, then, atLeast], index) =>
        Rule.parse({ id: `r${index}`, when: condition, then, ...(atLeast !== undefined && { atLeast }) }),
      ),
    }));
    const at = fc.record({ score: fc.constantFrom(0.2, 0.45, 0.7, 0.95) });
    const signal = fc.oneof(
      fc.tuple(fc.constantFrom('S1' as const, 'S2' as const), at).map(([name, where]) => hazard(name, where)),
      fc.tuple(fc.constantFrom(...ATTRIBUTES.slice(0, 2)), at).map(([name, where]) => attribute(name, where)),
      fc
        .tuple(
          fc.constantFrom('sexual' as const, 'drugs' as const),
          fc.constantFrom(1 as const, 2 as const, 4 as const),
          at,
        )
        .map(([axis, degree, where]) => maturity(axis, degree, where)),
    );
    let differing = 0;
    fc.assert(
      fc.property(
        made,
        made,
        fc.array(signal, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...AUDIENCES),
        (a, b, signals, audience) => {
          const evidence = { signals, coverage: [], fresh: signals.length, roleOf: () => 'user' as const };
          const [was, is] = [a, b].map(
            (policy) => compilePolicy(policy)(evidence, { stage: 'input', audience, inCanary: true }).decision,
          );
          if (was === is || differing > 30) return;
          differing++;
          expect(diffPolicies(a, b).outcomes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(differing).toBeGreaterThan(20);
  });

  it('compares the shipped policies: children is nowhere milder than open-chat but for what it repairs', () => {
    const { outcomes, compared } = diffPolicies(shippedPolicy('open-chat').policy, shippedPolicy('children').policy);
    expect(compared).toBeGreaterThan(10_000);
    expect(outcomes.filter(({ after }) => after.startsWith('allow'))).toEqual([]);
    expect(new Set(outcomes.flatMap(({ stages }) => stages))).toEqual(new Set(Stage.options));
  });
});
