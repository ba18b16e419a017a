import { type Coverage, Policy, type Role, Rule, type Signal } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { attribute, hazard, maturity } from '../../tests/signals.js';
import { compileRule, toReason } from './rule.js';

const policy = Policy.parse({
  schemaVersion: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  mode: 'canary',
  rules: [{ id: 'a', when: { hazard: 'S1' }, then: 'refuse' }],
});
const setting = { policy, stage: 'input', audience: 'adult', given: 'adult', excusing: false } as const;

function evidenceOf(signals: Signal[], { fresh = signals.length, coverage = [] as Coverage[] } = {}) {
  const roles = new Map<string, Role>(signals.map(({ place, role }) => [place, role]));
  return { signals, coverage, fresh, roleOf: (place: string) => roles.get(place) };
}
const ruleOf = (fields: object) => Rule.parse({ id: 'r', then: 'refuse', ...fields });
function fire(fields: object, ...given: Parameters<typeof evidenceOf>) {
  const evidence = evidenceOf(...given);
  const firing = compileRule(ruleOf(fields), setting)?.fire(evidence);
  return firing && toReason(firing, 'refuse', true, evidence);
}

describe('a rule', () => {
  it('falls away where it can never fire', () => {
    for (const when of [{ stage: 'output' }, { audience: 'child' }, { all: [{ hazard: 'S1' }, { stage: 'output' }] }])
      expect(compileRule(ruleOf({ when }), setting)).toBeUndefined();
    for (const when of [{ stage: 'input' }, { any: [{ stage: 'output' }, { hazard: 'S1' }] }])
      expect(compileRule(ruleOf({ when }), setting)).toBeDefined();
  });

  it('names an audience as it was given, or as it counts', () => {
    const unknown = { ...setting, audience: 'teen', given: 'unknown' } as const;
    for (const audience of ['unknown', 'teen'])
      expect(compileRule(ruleOf({ when: { audience } }), unknown)).toBeDefined();
    expect(compileRule(ruleOf({ when: { audience: 'adult' } }), unknown)).toBeUndefined();
  });

  it('acts in its own mode, else in that of its policy; a locked one always enforces', () => {
    const modeOf = (fields: object) => compileRule(ruleOf({ when: { hazard: 'S1' }, ...fields }), setting)?.mode;
    expect(modeOf({})).toBe('canary');
    expect(modeOf({ mode: 'shadow' })).toBe('shadow');
    expect(modeOf({ locked: true, atLeast: 0.5, mode: 'shadow' })).toBe('enforce');
  });

  it('fires by what is new at this stage, joined with what was before', () => {
    const when = { all: [{ hazard: 'S1' }, { attribute: 'fiction' }] };
    const [seen, context] = [hazard('S1'), attribute('fiction')];
    expect(fire({ when }, [seen, context])).toBeDefined();
    expect(fire({ when }, [seen, context], { fresh: 1 })).toMatchObject({ signals: [0, 1] });
    expect(fire({ when }, [context, seen], { fresh: 1 })).toMatchObject({ signals: [1, 0] });
    expect(fire({ when }, [seen, context], { fresh: 0 })).toBeUndefined();
  });

  it('that needs no evidence fires on every content', () => {
    expect(fire({ when: { audience: 'adult' } }, [])).toMatchObject({ rule: 'r', signals: [] });
    expect(fire({ when: {} }, [hazard('S1')], { fresh: 0 })).toBeDefined();
  });
});

describe('the reason of a rule that fired', () => {
  it('is about what was seen, not about the context that it was seen in', () => {
    const when = { all: [{ attribute: 'minor' }, { maturity: { axis: 'violence', atLeast: 2 } }] };
    expect(fire({ when }, [attribute('minor'), maturity('violence', 3)])).toMatchObject({ subject: 'violence' });
    expect(fire({ when: { hazard: ['S1', 'S2'] } }, [hazard('S2'), hazard('S1')])).toMatchObject({ subject: 'S2' });
  });

  it('is about what the rule says it is about', () => {
    expect(fire({ when: { hazard: 'S1' }, subject: 'S4' }, [hazard('S1')])).toMatchObject({ subject: 'S4' });
  });

  it('has no subject where only context was asked for', () => {
    expect(fire({ when: { attribute: 'art' } }, [attribute('art')])).not.toHaveProperty('subject');
  });

  it('says what could not be judged', () => {
    const coverage: Coverage[] = [
      { status: 'scanned', detector: 'd', place: 'p' },
      { status: 'not-covered', detector: 'd', place: 'p', gap: 'modality' },
    ];
    expect(fire({ when: { gap: ['language', 'modality'] } }, [], { coverage })).toMatchObject({
      gap: 'modality',
      signals: [],
    });
    expect(fire({ when: { gap: 'language' } }, [], { coverage })).toBeUndefined();
  });

  it('tells as much as the rule lets it', () => {
    const firing = (fields: object) => fire({ when: { hazard: 'S1' }, ...fields }, [hazard('S1')]);
    expect(firing({})).toMatchObject({ explanation: 'hazard', help: false, locked: false });
    expect(firing({ explain: 'nothing', help: true, locked: true, atLeast: 0.1 })).toMatchObject({
      explanation: 'nothing',
      help: true,
      locked: true,
    });
  });

  it('points at every signal that it counted, and at no other', () => {
    const signals = [hazard('S1'), hazard('S2'), hazard('S1', { score: 0.2 }), hazard('S1', { role: 'tool' })];
    expect(fire({ when: { hazard: 'S1' } }, signals)?.signals).toEqual([0, 3]);
    expect(fire({ when: { hazard: 'S1', role: 'tool' } }, signals)?.signals).toEqual([3]);
    expect(fire({ when: { hazard: 'S1' }, atLeast: 0.1 }, signals)?.signals).toEqual([0, 2, 3]);
  });
});
