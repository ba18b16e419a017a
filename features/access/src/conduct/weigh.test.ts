import { type Generation, newId, type Reason, type Signal, type Verdict } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weigh } from './weigh.js';

function reason(fields: Partial<Reason> = {}): Reason {
  const said = { locked: false, enforced: true, explanation: 'hazard', help: false, signals: [] } as const;
  return { rule: 'test.rule', decision: 'refuse', subject: 'S2', ...said, ...fields };
}

function verdictOf(reasons: Reason[], more: { decision?: Verdict['decision']; attribute?: string } = {}): Verdict {
  const { decision = 'refuse', attribute } = more;
  const place: Partial<Signal> = { place: 'p', role: 'user', stage: 'input', spans: [], via: ['raw'] };
  const seen = { kind: 'attribute', name: attribute, score: 0.9, detector: 'd', version: '1', ...place };
  return {
    id: newId('verdict'),
    generation: newId('generation') as Generation['id'],
    stage: 'input',
    decision,
    reasons,
    signals: attribute === undefined ? [] : [seen],
  } as object as Verdict;
}

const subjects = fc.constantFrom(
  'S1',
  'S2',
  'S4',
  'S9',
  'S12',
  'prompt-injection',
  'real-person',
  'hate',
) as fc.Arbitrary<NonNullable<Reason['subject']>>;
const reasons = fc.array(
  fc.record({ subject: subjects, decision: fc.constantFrom('hold', 'refuse'), enforced: fc.boolean() }),
  { maxLength: 5 },
) as fc.Arbitrary<Partial<Reason>[]>;
const told = (all: Partial<Reason>[]) => all.map(reason);

describe('a strike', () => {
  it('is left by what is enforced and refused or held, and weighs as its gravest reason', () => {
    expect(weigh(verdictOf([reason(), reason({ subject: 'S9', rule: 'test.grave' })]))).toEqual({
      weight: 3,
      isSilent: false,
      rule: 'test.grave',
    });
    expect(weigh(verdictOf([reason({ decision: 'hold' })], { decision: 'hold' }))?.weight).toBe(1);
    expect(weigh(verdictOf([reason({ enforced: false })]))).toBeUndefined();
    expect(weigh(verdictOf([reason()], { decision: 'allow' }))).toBeUndefined();
    expect(weigh(verdictOf([reason({ decision: 'repair' })]))).toBeUndefined();
    expect(weigh(verdictOf([]))).toBeUndefined();
  });

  it('is never left where help is offered or something is disclosed, whatever else was seen', () => {
    const helps = fc.constantFrom<Partial<Reason>>({ help: true }, { subject: 'S11' }, { subject: 'self-harm' });
    fc.assert(
      fc.property(reasons, helps, (all, help) => {
        expect(weigh(verdictOf([...told(all), reason(help)]))).toBeUndefined();
        expect(weigh(verdictOf(told(all), { attribute: 'disclosure' }))).toBeUndefined();
      }),
    );
  });

  it.each(['S11', 'S6', 'personal-data', 'secret', 'insecure-code', undefined] as const)(
    'is never left by %s alone',
    (subject) => {
      expect(weigh(verdictOf([reason({ subject })]))).toBeUndefined();
    },
  );

  it.each(['education', 'medicine', 'news'])(
    'is not left by %s about bodies, but by an attack that says so',
    (attribute) => {
      for (const subject of ['S4', 'S12', 'drugs'] as const)
        expect(weigh(verdictOf([reason({ subject })], { attribute }))).toBeUndefined();
      expect(weigh(verdictOf([reason({ subject: 'prompt-injection' })], { attribute }))?.weight).toBe(1);
    },
  );

  it('is silent wherever child safety is a part of it', () => {
    fc.assert(
      fc.property(reasons, (all) => {
        const weighed = weigh(verdictOf([...told(all), reason({ subject: 'S4' })]));
        expect(weighed).toMatchObject({ weight: 8, isSilent: true });
      }),
    );
  });
});
