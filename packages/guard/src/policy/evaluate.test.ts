import type { Audience, Coverage, Decision, Role, Signal, Stage } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { policyWith, shippedPolicy } from '../../tests/shipped.js';
import { attribute, hazard, maturity } from '../../tests/signals.js';
import type { LoadedPolicy } from '../guard.js';
import { compilePolicy } from './evaluate.js';

interface Case {
  signals?: Signal[];
  before?: Signal[];
  coverage?: Coverage[];
  audience?: Audience;
  stage?: Stage;
  inCanary?: boolean;
}

function judge(
  { policy }: LoadedPolicy,
  { signals = [], before = [], coverage = [], audience = 'adult', stage = 'input', inCanary = false }: Case,
) {
  const roles = new Map<string, Role>([...signals, ...before].map(({ place, role }) => [place, role]));
  const evidence = {
    signals: [...signals, ...before],
    coverage,
    fresh: signals.length,
    roleOf: (place: string) => roles.get(place),
  };
  return compilePolicy(policy)(evidence, { stage, audience, inCanary });
}

const rulesOf = (judgement: { reasons: readonly { rule: string }[] }) => judgement.reasons.map(({ rule }) => rule);

describe('decision', () => {
  it('is the most severe outcome, and names every rule that fired', () => {
    const policy = policyWith(
      '  - { id: a, when: { hazard: S8 }, then: allow }\n  - { id: b, when: { hazard: S7 }, then: repair }\n  - { id: c, when: { hazard: S1 }, then: refuse }',
    );
    const judgement = judge(policy, { signals: [hazard('S8'), hazard('S7'), hazard('S1')] });
    expect(judgement.decision).toBe('refuse');
    expect(rulesOf(judgement)).toEqual(['a', 'b', 'c']);
  });

  it('refuses instead of holding where holds are off', () => {
    const rules = '  - { id: h, when: { hazard: S1 }, then: hold }';
    expect(judge(policyWith(rules), { signals: [hazard('S1')] }).decision).toBe('refuse');
    expect(judge(policyWith(rules, 'hold: { enabled: true }'), { signals: [hazard('S1')] }).decision).toBe('hold');
  });

  it('fails closed on a detector that broke, and leaves lack of coverage to the policy', () => {
    const policy = policyWith('  - { id: a, when: { hazard: S1 }, then: refuse }');
    const at = { detector: 'd', place: 'p' };
    expect(judge(policy, { coverage: [{ status: 'failed', ...at, code: 'X' }] }).decision).toBe('refuse');
    expect(judge(policy, { coverage: [{ status: 'not-covered', ...at, gap: 'language' }] }).decision).toBe('allow');
    const strict = policyWith('  - { id: gap, when: { gap: language, audience: child }, then: refuse }');
    expect(
      judge(strict, { coverage: [{ status: 'not-covered', ...at, gap: 'language' }], audience: 'child' }).decision,
    ).toBe('refuse');
    expect(
      judge(strict, { coverage: [{ status: 'not-covered', ...at, gap: 'modality' }], audience: 'child' }).decision,
    ).toBe('allow');
  });
});

describe('three-way strictness', () => {
  const policy = policyWith(
    '  - { id: a, when: { hazard: S1 }, then: refuse }',
    'bands: { default: { controversial: 0.5, unsafe: 0.8 } }',
  );
  it.each<[number, Audience, Decision]>([
    [0.9, 'adult', 'refuse'],
    [0.6, 'adult', 'allow'],
    [0.6, 'teen', 'refuse'],
    [0.6, 'unknown', 'refuse'],
    [0.4, 'child', 'allow'],
  ])('reads a score of %d for %s as %s', (score, audience, decision) => {
    expect(judge(policy, { signals: [hazard('S1', { score })], audience }).decision).toBe(decision);
  });

  it('lets an unsure excuse count for the loose reader only', () => {
    const excused = policyWith('  - { id: a, when: { hazard: S1, not: { attribute: news } }, then: refuse }');
    const signals = [hazard('S1'), attribute('news', { score: 0.6 })];
    expect(judge(excused, { signals, audience: 'adult' }).decision).toBe('allow');
    expect(judge(excused, { signals, audience: 'child' }).decision).toBe('refuse');
  });
});

describe('composition', () => {
  const near = policyWith(
    '  - { id: n, when: { within: 20, all: [{ hazard: S2 }, { attribute: fiction }] }, then: refuse }',
  );

  it('joins signals only within the distance that the rule names', () => {
    const a = hazard('S2', { at: [0, 10] });
    expect(judge(near, { signals: [a, attribute('fiction', { at: [25, 30] })] }).decision).toBe('refuse');
    expect(judge(near, { signals: [a, attribute('fiction', { at: [40, 50] })] }).decision).toBe('allow');
    expect(
      judge(near, { signals: [a, attribute('fiction', { at: [12, 14], place: 'messages[1].content' })] }).decision,
    ).toBe('allow');
  });

  it('excuses only what stands near the excuse', () => {
    const policy = policyWith(
      '  - { id: x, when: { all: [{ attribute: fiction }, { hazard: S2 }], not: { attribute: news, within: 50 } }, then: refuse }',
    );
    const fiction = attribute('fiction', { at: [0, 5] });
    const news = attribute('news', { at: [30, 34] });
    expect(judge(policy, { signals: [fiction, hazard('S2', { at: [10, 14] }), news] }).decision).toBe('allow');
    const elsewhere = [attribute('fiction', { at: [500, 505] }), hazard('S2', { at: [520, 524] })];
    expect(judge(policy, { signals: [fiction, hazard('S2', { at: [10, 14] }), news, ...elsewhere] }).decision).toBe(
      'refuse',
    );
    const otherMessage = attribute('news', { at: [0, 4], place: 'messages[7].content' });
    expect(judge(policy, { signals: [fiction, hazard('S2', { at: [10, 14] }), otherMessage] }).decision).toBe('refuse');
  });

  it('composes a prompt with its answer, but judges no prompt twice', () => {
    const policy = policyWith('  - { id: c, when: { all: [{ attribute: fiction }, { hazard: S2 }] }, then: refuse }');
    const prompt = attribute('fiction');
    const answer = hazard('S2', { stage: 'output', place: 'choices[0].message.content' });
    expect(judge(policy, { stage: 'output', signals: [answer], before: [prompt] }).decision).toBe('refuse');
    expect(judge(policy, { stage: 'output', signals: [], before: [prompt, hazard('S2')] }).decision).toBe('allow');
  });
});

describe('details of conditions', () => {
  it('narrows what stands inside to the role around it', () => {
    const policy = policyWith(
      '  - { id: r, when: { role: user, any: [{ hazard: S2 }, { hazard: S1 }] }, then: refuse }',
    );
    expect(judge(policy, { signals: [hazard('S2', { role: 'system' })] }).decision).toBe('allow');
    expect(judge(policy, { signals: [hazard('S2', { role: 'user' })] }).decision).toBe('refuse');
  });

  it('excuses a gap in coverage', () => {
    const policy = policyWith(
      '  - { id: g, when: { gap: language, not: { attribute: education, within: content } }, then: refuse }',
    );
    const coverage: Coverage[] = [
      { status: 'not-covered', detector: 'd', place: 'messages[0].content', gap: 'language' },
    ];
    expect(judge(policy, { coverage }).decision).toBe('refuse');
    expect(judge(policy, { coverage, signals: [attribute('education')] }).decision).toBe('allow');
  });

  it('says what to repair also where something else is held', () => {
    const policy = policyWith(
      '  - { id: r, when: { hazard: S7 }, then: repair }\n  - { id: h, when: { hazard: S2 }, then: hold }',
      'hold: { enabled: true }',
    );
    const judgement = judge(policy, { signals: [hazard('S7', { at: [3, 6] }), hazard('S2')] });
    expect(judgement).toMatchObject({ decision: 'hold', repairs: [{ spans: [[3, 6]] }] });
  });
});

describe('modes', () => {
  const rules = '  - { id: a, when: { hazard: S1 }, then: refuse }';
  it('observes, but enforces what is locked', () => {
    const observing = policyWith(rules, 'mode: observe');
    const seen = judge(observing, { signals: [hazard('S1')] });
    expect([seen.decision, seen.proposed]).toEqual(['allow', 'refuse']);
    expect(judge(observing, { signals: [hazard('S4')] }).decision).toBe('refuse');
  });

  it('enforces a canary for its share of the accounts only', () => {
    const canary = policyWith(rules, 'mode: canary');
    expect(judge(canary, { signals: [hazard('S1')], inCanary: true }).decision).toBe('refuse');
    expect(judge(canary, { signals: [hazard('S1')], inCanary: false }).decision).toBe('allow');
  });
});

describe('child safety', () => {
  const shipped = ['open-chat', 'children'].map((id) => [id, shippedPolicy(id)] as const);

  it.each(shipped)(
    '%s refuses a minor with the explicit anywhere in a generation, for every audience',
    (_id, policy) => {
      const signals = [
        attribute('minor', { place: 'messages[0].content' }),
        maturity('sexual', 3, { place: 'messages[4].content' }),
      ];
      for (const audience of ['adult', 'teen', 'child', 'unknown'] as const) {
        expect(judge(policy, { signals, audience }).decision).toBe('refuse');
      }
      expect(judge(policy, { signals, audience: 'adult', inCanary: false }).reasons[0]).toMatchObject({
        locked: true,
        subject: 'S4',
        explanation: 'nothing',
      });
    },
  );

  it('refuses an explicit answer about a minor even where the prompt was a disclosure', () => {
    const [, openChat] = shipped[0] ?? [];
    if (!openChat) throw new Error('no policy');
    const disclosure = [attribute('minor'), attribute('disclosure'), maturity('sexual', 3)];
    const prompt = judge(openChat, { signals: disclosure });
    expect(prompt.decision).toBe('allow');
    expect(prompt.reasons.some(({ help }) => help)).toBe(true);
    const answer = [maturity('sexual', 3, { stage: 'output', place: 'choices[0].message.content' })];
    expect(judge(openChat, { stage: 'output', signals: answer, before: disclosure }).decision).toBe('refuse');
  });

  it('lets sex education, medicine and news about minors pass in open chat', () => {
    const [, openChat] = shipped[0] ?? [];
    if (!openChat) throw new Error('no policy');
    for (const context of ['education', 'medicine', 'news'] as const) {
      const signals = [
        attribute('minor', { at: [0, 4] }),
        maturity('sexual', 2, { at: [10, 14] }),
        attribute(context, { at: [20, 24] }),
      ];
      expect(judge(openChat, { signals, audience: 'adult' }).decision).toBe('allow');
    }
  });
});

describe('maturity and score', () => {
  it('scores a hazard that is no reason by itself only where it was a part of one', () => {
    const both = policyWith(
      '  - { id: both, when: { all: [{ attribute: news }, { hazard: S5 }] }, atLeast: 0.5, then: refuse }',
    );
    expect(judge(both, { signals: [hazard('S5', { score: 0.9 })] })).toMatchObject({ decision: 'allow', score: 0 });
    expect(judge(both, { signals: [hazard('S5', { score: 0.9 }), attribute('news')] })).toMatchObject({
      decision: 'refuse',
      score: 0.9,
    });
  });

  it('puts together what several detectors say, each of which may be wrong', () => {
    const policy = policyWith('  - { id: a, when: { hazard: S1 }, then: refuse }');
    const of = (detector: string, score: number) => ({ ...hazard('S1', { score }), detector });
    expect(judge(policy, { signals: [of('one', 0.5), of('one', 0.4), of('two', 0.4)] }).score).toBeCloseTo(0.7, 9);
  });

  it('rates by the highest axis and scores only hazards that the policy acts on', () => {
    const policy = policyWith('  - { id: a, when: { hazard: S1 }, then: refuse }');
    const judgement = judge(policy, {
      signals: [
        hazard('S8', { score: 0.95 }),
        hazard('S1', { score: 0.3 }),
        maturity('violence', 2),
        maturity('sexual', 1),
      ],
    });
    expect(judgement.score).toBe(0.3);
    expect(judgement.maturity).toMatchObject({ violence: 2, sexual: 1, hate: 0, level: 'mature' });
  });

  it('gives adults what is theirs', () => {
    const signals = [maturity('sexual', 3)];
    expect(judge(shippedPolicy('open-chat'), { signals, audience: 'adult' }).decision).toBe('allow');
    expect(judge(shippedPolicy('open-chat'), { signals, audience: 'unknown' }).decision).toBe('refuse');
    expect(judge(shippedPolicy('children'), { signals: [maturity('sexual', 1)], audience: 'adult' }).decision).toBe(
      'refuse',
    );
  });
});

describe('repairs', () => {
  const rule = (more: string) => policyWith(`  - { id: r, when: { hazard: S7 }, then: repair, ${more} }`);
  const seen = (at: [number, number][], more: Partial<Signal> = {}): Signal =>
    Object.assign(hazard('S7'), { spans: at, rule: 'email', ...more });
  const repairsOf = (policy: LoadedPolicy, signals: Signal[], text?: string, reserved?: string[]) =>
    compilePolicy(policy.policy)(
      {
        signals,
        coverage: [],
        fresh: signals.length,
        roleOf: () => 'user',
        ...(text !== undefined && { texts: new Map([['messages[0].content', text]]) }),
        ...(reserved && { reserved }),
      },
      { stage: 'input', audience: 'adult', inCanary: false },
    ).repairs.map(({ replacement, spans, restore }) => [replacement, spans, restore]);

  it("name the detector's rule, what they are about, and a number for each value", () => {
    const policy = rule('replacement: "<{subject} {rule} {n}>"');
    expect(repairsOf(policy, [seen([[5, 9]]), seen([[0, 4]]), seen([[10, 14]])], 'zorb blax zorb')).toEqual([
      [
        '<S7 email 1>',
        [
          [0, 4],
          [10, 14],
        ],
        undefined,
      ],
      ['<S7 email 2>', [[5, 9]], undefined],
    ]);
  });

  it('say which come back, and take up no placeholder in use', () => {
    const policy = rule('replacement: "[{rule} {n}]", restore: true');
    expect(repairsOf(policy, [seen([[0, 4]])], 'zorb', ['[email 1]'])).toEqual([['[email 2]', [[0, 4]], true]]);
  });

  it('take a match in pieces as one value, unless words stand between', () => {
    const policy = rule('replacement: "[{rule} {n}]", restore: true');
    expect(
      repairsOf(
        policy,
        [
          seen([
            [0, 2],
            [3, 5],
          ]),
        ],
        'zo.rb',
      ),
    ).toEqual([['[email 1]', [[0, 5]], true]]);
    expect(
      repairsOf(
        policy,
        [
          seen([
            [0, 2],
            [12, 14],
          ]),
        ],
        'zo and then rb',
      ),
    ).toHaveLength(2);
  });

  it('keep brackets out of the name of a rule', () => {
    const policy = rule('replacement: "[{rule} {n}]", restore: true');
    expect(repairsOf(policy, [seen([[0, 4]], { rule: 'a[b]_c' })], 'zorb')).toEqual([['[a b c 1]', [[0, 4]], true]]);
  });

  it('are made without texts too, as a replay has none', () => {
    expect(repairsOf(rule('replacement: "[{rule} {n}]"'), [seen([[0, 4]])])).toEqual([
      ['[email 1]', [[0, 4]], undefined],
    ]);
  });
});
