import { Policy, type Signal } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { attribute, hazard, maturity } from '../../tests/signals.js';
import { counts, readingOf } from './bands.js';
import { maturityOf } from './maturity.js';
import { actedOn, scoreOf } from './score.js';

const policy = Policy.parse({
  schemaVersion: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  bands: { default: { controversial: 0.5, unsafe: 0.8 }, S11: { controversial: 0.2, unsafe: 0.3 } },
  rules: [{ id: 'a', when: { hazard: 'S1' }, then: 'refuse' }],
});
const evidenceOf = (signals: Signal[], fresh = signals.length) => ({
  signals,
  coverage: [],
  fresh,
  roleOf: () => undefined,
});

describe('the reading of a score', () => {
  it.each([
    [0, 'safe'],
    [0.49, 'safe'],
    [0.5, 'controversial'],
    [0.79, 'controversial'],
    [0.8, 'unsafe'],
    [1, 'unsafe'],
  ] as const)('of %d is %s', (score, reading) => {
    expect(readingOf(hazard('S1', { score }), policy)).toBe(reading);
    expect(readingOf(attribute('art', { score }), policy)).toBe(reading);
    expect(readingOf(maturity('drugs', 2, { score }), policy)).toBe(reading);
  });

  it('goes by the bands of the hazard, where it has its own', () => {
    expect(readingOf(hazard('S11', { score: 0.25 }), policy)).toBe('controversial');
    expect(readingOf(hazard('S11', { score: 0.3 }), policy)).toBe('unsafe');
    expect(readingOf(maturity('self-harm', 2, { score: 0.3 }), policy)).toBe('safe');
  });
});

describe('what counts', () => {
  const controversial = hazard('S1', { score: 0.6 });
  it.each([
    ['child', false, true],
    ['teen', false, true],
    ['adult', false, false],
    ['child', true, false],
    ['teen', true, false],
    ['adult', true, true],
  ] as const)('for %s, where it excuses: %s, is a controversial score: %s', (audience, excusing, expected) => {
    expect(counts(controversial, { policy, audience, excusing })).toBe(expected);
  });

  it('is always what is unsafe, and never what is safe', () => {
    for (const audience of ['child', 'adult'] as const)
      for (const excusing of [true, false]) {
        expect(counts(hazard('S1', { score: 0.8 }), { policy, audience, excusing })).toBe(true);
        expect(counts(hazard('S1', { score: 0.4 }), { policy, audience, excusing })).toBe(false);
      }
  });

  it('goes by the rule’s own score, whoever it is for and whatever it is about', () => {
    for (const audience of ['child', 'adult'] as const)
      for (const excusing of [true, false]) {
        const reader = { policy, audience, excusing, atLeast: 0.6 };
        expect(counts(controversial, reader)).toBe(true);
        expect(counts(hazard('S1', { score: 0.59 }), reader)).toBe(false);
        expect(counts(hazard('S11', { score: 0.59 }), reader)).toBe(false);
      }
  });
});

describe('the score of a verdict', () => {
  const rulesOf = (...whens: object[]) =>
    Policy.parse({ ...policy, rules: whens.map((when, index) => ({ id: `r${index}`, when, then: 'refuse' })) }).rules;

  it('is over the hazards that are enough for a rule, however deep, and not over what excuses', () => {
    const rules = rulesOf(
      { hazard: ['S1', 'S2'] },
      { all: [{ stage: 'input' }, { any: [{ hazard: 'S3' }, { not: { hazard: 'S5' } }] }], not: { hazard: 'S4' } },
      { all: [{ attribute: 'minor' }, { hazard: 'S12' }] },
      { hazard: 'S11', attribute: 'art' },
    );
    expect([...actedOn(rules)].sort()).toEqual(['S1', 'S2', 'S3']);
  });

  it('is also over a hazard that a rule is about without looking for it', () => {
    const [rule] = rulesOf({ attribute: 'art' });
    if (!rule) throw new Error('no rule');
    expect([...actedOn([{ ...rule, subject: 'S4' }])]).toEqual(['S4']);
    expect([...actedOn([{ ...rule, subject: 'sexual' }])]).toEqual([]);
  });

  it('is the highest of this stage, also below every band', () => {
    const acted = new Set(['S1', 'S2']);
    const signals = [hazard('S1', { score: 0.1 }), hazard('S2', { score: 0.3 }), hazard('S9', { score: 0.9 })];
    expect(scoreOf(evidenceOf(signals), acted)).toBe(0.3);
    expect(scoreOf(evidenceOf([...signals, hazard('S1', { score: 0.99 })], 3), acted)).toBe(0.3);
    expect(scoreOf(evidenceOf([maturity('drugs', 4), attribute('art')]), acted)).toBe(0);
    expect(scoreOf(evidenceOf([]), acted)).toBe(0);
  });
});

describe('the rating of a verdict', () => {
  it('is per axis the highest degree, whatever the order', () => {
    const signals = [maturity('sexual', 1), maturity('violence', 2), maturity('sexual', 2), maturity('violence', 1)];
    const rated = { sexual: 2, violence: 2, hate: 0, 'self-harm': 0, drugs: 0, level: 'mature' };
    expect(maturityOf(evidenceOf(signals), policy)).toEqual(rated);
    expect(maturityOf(evidenceOf(signals.toReversed()), policy)).toEqual(rated);
  });

  it('counts what was seen half surely, but not what was read as safe, nor the stage before', () => {
    expect(maturityOf(evidenceOf([maturity('drugs', 3, { score: 0.5 })]), policy).level).toBe('explicit');
    expect(maturityOf(evidenceOf([maturity('drugs', 3, { score: 0.4 })]), policy).level).toBe('general');
    expect(maturityOf(evidenceOf([maturity('drugs', 1), maturity('hate', 4)], 1), policy)).toMatchObject({
      drugs: 1,
      hate: 0,
      level: 'teen',
    });
  });

  it('is not made by hazards and attributes', () => {
    expect(maturityOf(evidenceOf([hazard('S12'), attribute('minor')]), policy).level).toBe('general');
  });
});
