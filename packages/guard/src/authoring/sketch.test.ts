import { ATTRIBUTES, type Condition, Policy, type Role } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition, type Setting } from '../policy/condition.js';
import { sketchName } from './names.js';
import { sketchesOf } from './sketch.js';
import { stageEvidence } from './stage-evidence.js';

const policy = Policy.parse({
  schemaVersion: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  rules: [{ id: 'a', when: { hazard: 'S1' }, then: 'refuse' }],
});
const setting: Setting = { policy, stage: 'input', audience: 'adult', given: 'adult', excusing: false };

/** A part that asks for nothing is met by nothing, which stands near nothing. */
function asking(one: Condition): Condition {
  return (one.hazard ?? one.attribute ?? one.maturity ?? one.gap ?? one.all ?? one.any)
    ? one
    : { ...one, hazard: ['S1'] };
}

const some = <Item>(...items: Item[]) => fc.subarray(items, { minLength: 1 });
const field = <Item>(arbitrary: fc.Arbitrary<Item>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const within = fc.constantFrom<Condition['within']>('generation', 'content', 1, 50, 500);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc
    .record(
      {
        hazard: field(some<'S1' | 'S2'>('S1', 'S2')),
        attribute: field(some(...ATTRIBUTES.slice(0, 2))),
        maturity: field(
          fc.record({ axis: field(some<'sexual' | 'drugs'>('sexual', 'drugs')), atLeast: fc.constant(2 as const) }),
        ),
        gap: fc.option(some<'language' | 'axis'>('language', 'axis'), { nil: undefined, freq: 1 }),
        role: field(some<Role>('user', 'system')),
        rule: field(some('x', 'y')),
        detector: field(some('d', 'e')),
        within: field(within),
        all: fc.option(fc.array(tie('condition'), { minLength: 1, maxLength: 2 }), { nil: undefined, maxDepth: 2 }),
        any: fc.option(fc.array(tie('condition'), { minLength: 1, maxLength: 2 }), { nil: undefined, maxDepth: 2 }),
      },
      { requiredKeys: [] },
    )
    .map(asking),
}));

describe('sketches', () => {
  it('each make their condition hold, as far apart as they stand', () => {
    let tried = 0;
    fc.assert(
      fc.property(condition, (one) => {
        const evaluate = compileCondition(one, setting);
        for (const sketch of sketchesOf(one).slice(0, 20)) {
          const evidence = stageEvidence(sketch, { stage: 'input', scoreOf: () => 1 });
          if (!evidence) continue;
          tried++;
          expect(evaluate?.(evidence), JSON.stringify([one, evidence.signals])).toBeDefined();
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect(tried).toBeGreaterThan(200);
  });

  it('stand no nearer than they must', () => {
    const near: Condition = { within: 50, all: [{ hazard: ['S1'] }, { attribute: ['minor'] }] };
    const [sketch] = sketchesOf(near);
    const evidence = sketch && stageEvidence(sketch, { stage: 'input', scoreOf: () => 1 });
    const tighter = compileCondition({ ...near, within: 49 }, setting);
    expect(evidence && compileCondition(near, setting)?.(evidence)).toBeDefined();
    expect(evidence && tighter?.(evidence)).toBeUndefined();
  });

  it('name every alternative once', () => {
    const one: Condition = {
      hazard: ['S1', 'S2'],
      any: [{ attribute: ['minor'] }, { maturity: { axis: ['sexual'], atLeast: 2 } }],
    };
    expect(sketchesOf(one).map((sketch) => sketchName(sketch))).toEqual([
      'S1 violent crimes + minor, in different contents',
      'S1 violent crimes + sexual 2, in different contents',
      'S2 non-violent crimes + minor, in different contents',
      'S2 non-violent crimes + sexual 2, in different contents',
    ]);
  });

  it('are none where roles exclude each other', () => {
    expect(sketchesOf({ role: ['user'], all: [{ role: ['tool'], hazard: ['S1'] }] })).toEqual([]);
    expect(
      sketchesOf({
        within: 'content',
        all: [
          { hazard: ['S1'], role: ['user'] },
          { hazard: ['S2'], role: ['tool'] },
        ],
      }),
    ).toEqual([]);
  });

  it('stand at the output in part where only the prompt has their role', () => {
    const composed: Condition = { all: [{ hazard: ['S1'], role: ['user'] }, { hazard: ['S2'] }] };
    const [sketch] = sketchesOf(composed);
    const evidence = sketch && stageEvidence(sketch, { stage: 'output', scoreOf: () => 1 });
    expect(evidence?.signals.map(({ stage, role }) => `${stage} ${role}`)).toEqual(['output assistant', 'input user']);
    expect(evidence?.fresh).toBe(1);
  });
});
