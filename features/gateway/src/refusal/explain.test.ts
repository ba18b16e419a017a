import type { Content, Reason, Signal, Verdict } from '@tyrian/contracts';
import { newId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { explainVerdict, offersHelp } from './explain.js';

const CONTENT: Content = {
  modality: 'text',
  place: 'messages[1].content',
  role: 'user',
  stage: 'input',
  text: 'about zorblax and wibble',
};
const SYSTEM: Content = {
  modality: 'text',
  place: 'messages[0].content',
  role: 'system',
  stage: 'input',
  text: 'secret zorblax',
};

function signal(place: string, start: number, end: number): Signal {
  const at = { place, role: 'user' as const, stage: 'input' as const };
  return {
    kind: 'hazard',
    name: 'S2',
    score: 0.9,
    ...at,
    spans: [[start, end]],
    via: ['raw'],
    detector: 'd',
    version: '1',
  };
}

function verdictOf(reasons: Partial<Reason>[], more: Partial<Verdict> = {}): Verdict {
  const whole = {
    rule: 'r',
    decision: 'refuse' as const,
    locked: false,
    enforced: true,
    explanation: 'hazard' as const,
    help: false,
    signals: [],
  };
  return {
    id: newId('verdict'),
    generation: newId('generation'),
    stage: 'input',
    decision: 'refuse',
    proposed: 'refuse',
    score: 0.9,
    maturity: { sexual: 0, violence: 0, hate: 0, 'self-harm': 0, drugs: 0, level: 'general' },
    audience: 'adult',
    reasons: reasons.map((reason) => ({ ...whole, ...reason })),
    repairs: [],
    signals: [signal(CONTENT.place, 6, 13), signal(SYSTEM.place, 7, 14)],
    coverage: [],
    policy: { id: 'p', version: '1.0.0', hash: 'h', mode: 'enforce' },
    tookMs: 1,
    ...more,
  };
}

const told = (reasons: Partial<Reason>[], more: Partial<Verdict> = {}) =>
  explainVerdict(verdictOf(reasons, more), [SYSTEM, CONTENT]).replace(
    / Verdict vrd_\w+; how it stands, and where to appeal: \/v1\/verdicts\/vrd_\w+$/,
    '',
  );

describe('explainVerdict', () => {
  it('names the hazard, an axis of maturity, or nothing where there is no subject', () => {
    expect(told([{ subject: 'S11' }])).toBe('This request was refused because of: suicide and self-harm.');
    expect(told([{ subject: 'violence' }, { subject: 'S11' }])).toBe(
      'This request was refused because of: violence, suicide and self-harm.',
    );
    expect(told([{}])).toBe('This request was refused.');
  });

  it('tells the words of the user and of nobody else', () => {
    const words = told([{ subject: 'S2', explanation: 'words', signals: [0, 1] }]);
    expect(words).toBe(
      'This request was refused because of: non-violent crimes. What led to it: "zorblax". Without it the request could pass.',
    );
  });

  it('never tells words of an answer', () => {
    expect(told([{ subject: 'S2', explanation: 'words', signals: [0] }], { stage: 'output' })).toBe(
      'This answer was refused because of: non-violent crimes.',
    );
  });

  it('tells as little as the most reserved reason, and nothing about what is never explained', () => {
    expect(
      told([
        { subject: 'S2', explanation: 'words', signals: [0] },
        { subject: 'S2', explanation: 'nothing' },
      ]),
    ).toBe('This request was refused.');
    for (const subject of ['S4', 'prompt-injection'] as const) {
      expect(told([{ subject, explanation: 'words', signals: [0] }, { subject: 'S2' }])).toBe(
        'This request was refused.',
      );
    }
  });

  it('says nothing of rules that only watch', () => {
    expect(told([{ subject: 'S2' }, { subject: 'S1', enforced: false }])).toBe(
      'This request was refused because of: non-violent crimes.',
    );
    expect(offersHelp(verdictOf([{ help: true, enforced: false }]))).toBe(false);
  });

  it('says that a person will look at what is held', () => {
    expect(told([{ subject: 'S5', decision: 'hold' }], { decision: 'hold' })).toBe(
      'This request waits for a person to review it because of: defamation.',
    );
  });
});
