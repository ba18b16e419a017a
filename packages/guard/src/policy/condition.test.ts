import {
  ATTRIBUTES,
  type Condition,
  type Coverage,
  type CoverageGap,
  Policy,
  type Role,
  type Signal,
} from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, hazard, maturity } from '../../tests/signals.js';
import { compileCondition, type Setting } from './condition.js';
import type { Evidence } from './evidence.js';

const policy = Policy.parse({
  schemaVersion: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  rules: [{ id: 'a', when: { hazard: 'S1' }, then: 'refuse' }],
});
const setting: Setting = { policy, stage: 'input', audience: 'teen', given: 'unknown', excusing: false };
const roles: Role[] = ['user', 'system'];

/** Scores stand clear of the band between, so that strictness plays no part here. */
const where = fc.record({ score: fc.constantFrom(0.1, 0.9), role: fc.constantFrom(...roles) });
const signal: fc.Arbitrary<Signal> = fc.oneof(
  fc.tuple(fc.constantFrom('S1' as const, 'S2' as const), where).map(([name, at]) => hazard(name, at)),
  fc.tuple(fc.constantFrom(...ATTRIBUTES.slice(0, 2)), where).map(([name, at]) => attribute(name, at)),
  fc
    .tuple(fc.constantFrom('sexual' as const, 'drugs' as const), fc.constantFrom(1 as const, 3 as const), where)
    .map(([axis, degree, at]) => maturity(axis, degree, at)),
);
const gap: fc.Arbitrary<CoverageGap> = fc.constantFrom('language', 'modality');
const coverage: fc.Arbitrary<Coverage> = fc
  .tuple(gap, fc.constantFrom(...roles))
  .map(([one, place]) => ({ status: 'not-covered', detector: 'd', place, gap: one }));

const some = <Item>(...items: Item[]) => fc.subarray(items, { minLength: 1 });
const field = <Item>(arbitrary: fc.Arbitrary<Item>) => fc.option(arbitrary, { nil: undefined, freq: 4 });
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.record(
    {
      hazard: field(some<'S1' | 'S2'>('S1', 'S2')),
      attribute: field(some(...ATTRIBUTES.slice(0, 2))),
      maturity: field(
        fc.record({ axis: field(some<'sexual' | 'drugs'>('sexual', 'drugs')), atLeast: fc.constant(2 as const) }),
      ),
      gap: field(fc.array(gap, { minLength: 1, maxLength: 2 })),
      role: field(some(...roles)),
      stage: fc.option(fc.constantFrom('input' as const, 'output' as const), { nil: undefined, freq: 1 }),
      audience: field(some<'child' | 'teen' | 'unknown'>('child', 'teen', 'unknown')),
      all: fc.option(fc.array(tie('condition'), { minLength: 1, maxLength: 2 }), { nil: undefined, maxDepth: 2 }),
      any: fc.option(fc.array(tie('condition'), { minLength: 1, maxLength: 2 }), { nil: undefined, maxDepth: 2 }),
      not: fc.option(tie('condition'), { nil: undefined, maxDepth: 2 }),
    },
    { requiredKeys: [] },
  ),
}));

/** What a condition means, read aloud: every field that it gives holds. Without `within`, order and place are nothing. */
function holds(
  one: Condition,
  signals: readonly Signal[],
  gaps: readonly Coverage[],
  around: readonly Role[],
): boolean {
  const allowed = around.filter((role) => !one.role || one.role.includes(role));
  const seen = signals.filter(({ role, score }) => allowed.includes(role) && score >= 0.5);
  const inner = (part: Condition) => holds(part, signals, gaps, allowed);
  const { atLeast = 0, axis } = one.maturity ?? {};
  return (
    one.stage !== 'output' &&
    (!one.audience || one.audience.includes('teen') || one.audience.includes('unknown')) &&
    (!one.hazard || seen.some((s) => s.kind === 'hazard' && one.hazard?.includes(s.name))) &&
    (!one.attribute || seen.some((s) => s.kind === 'attribute' && one.attribute?.includes(s.name))) &&
    (!one.maturity ||
      seen.some((s) => s.kind === 'maturity' && s.degree >= atLeast && (!axis || axis.includes(s.name)))) &&
    (!one.gap ||
      gaps.some((g) => g.status === 'not-covered' && one.gap?.includes(g.gap) && allowed.includes(g.place as Role))) &&
    (!one.all || one.all.every(inner)) &&
    (!one.any || one.any.some(inner)) &&
    (!one.not || !inner(one.not))
  );
}

it('holds exactly where each of its fields does, however they are nested', () => {
  fc.assert(
    fc.property(
      condition,
      fc.array(signal, { maxLength: 5 }),
      fc.array(coverage, { maxLength: 2 }),
      (one, signals, gaps) => {
        const evidence = { signals, coverage: gaps, fresh: signals.length, roleOf: (place: string) => place as Role };
        const match = compileCondition(one, setting)?.(evidence);
        expect(match !== undefined).toBe(holds(one, signals, gaps, roles));
      },
    ),
    { numRuns: 300 },
  );
});

it('points only at signals that it was given, each once', () => {
  fc.assert(
    fc.property(condition, fc.array(signal, { maxLength: 5 }), (one, signals) => {
      const evidence = { signals, coverage: [], fresh: signals.length, roleOf: () => undefined };
      const match = compileCondition(one, setting)?.(evidence);
      const found = match?.signals ?? [];
      expect(new Set(found).size).toBe(found.length);
      for (const index of found) expect(signals[index]?.score).toBeGreaterThanOrEqual(0.5);
    }),
  );
});

describe('what narrows a condition', () => {
  const matches = (one: Condition, signals: Signal[], gaps: Coverage[] = [], looksFor?: Evidence['looksFor']) =>
    compileCondition(
      one,
      setting,
    )?.({
      signals,
      coverage: gaps,
      fresh: signals.length,
      roleOf: (place) => place as Role,
      ...(looksFor && { looksFor }),
    });
  const mail = { ...hazard('personal-data'), detector: 'personal-data', rule: 'email' };
  const card = { ...hazard('personal-data'), detector: 'personal-data', rule: 'card' };
  const bare = { ...hazard('personal-data'), detector: 'guard-model' };

  it('takes signals of the named rules and detectors alone', () => {
    const signals = [mail, card, bare];
    expect(matches({ hazard: ['personal-data'], rule: ['card', 'iban'] }, signals)?.signals).toEqual([1]);
    expect(matches({ hazard: ['personal-data'], detector: ['guard-model'] }, signals)?.signals).toEqual([2]);
    expect(matches({ hazard: ['personal-data'], rule: ['iban'] }, signals)).toBeUndefined();
    expect(
      matches({ rule: ['card', 'email'], any: [{ hazard: ['personal-data'], rule: ['email'] }] }, signals),
    ).toEqual({ signals: [0], gaps: [] });
  });

  const gapIn = (languages?: string[], detector = 'd'): Coverage => ({
    status: 'not-covered',
    detector,
    place: 'user',
    gap: 'language',
    ...(languages && { languages }),
  });
  it.each<[string[] | undefined, string, boolean]>([
    [['sw'], 'sw', true],
    [['en', 'sw'], 'sw', true],
    [['zh-Hant'], 'zh', true],
    [['zh'], 'zh-Hant', false],
    [['swa'], 'sw', false],
    [undefined, 'und', true],
    [[], 'und', true],
    [undefined, 'sw', false],
    [['sw'], 'und', false],
  ])('finds a gap in %j for %s: %s', (languages, tag, isFound) => {
    expect(matches({ gap: ['language'], language: [tag] }, [], [gapIn(languages)]) !== undefined).toBe(isFound);
  });

  it('takes a gap for any hazard where nobody says what the detector looks for', () => {
    const one: Condition = { gap: ['language'], unseen: ['S9'] };
    expect(matches(one, [], [gapIn()])).toBeDefined();
    expect(matches(one, [], [gapIn()], (_detector, name) => name === 'S9')).toBeDefined();
    expect(matches(one, [], [gapIn()], (_detector, name) => name === 'S1')).toBeUndefined();
    expect(matches({ gap: ['language'], detector: ['d'] }, [], [gapIn(['sw'], 'e')])).toBeUndefined();
  });
});
