import type { Content, Reason, Signal, Verdict } from '@tyrian/contracts';
import { newId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { explainVerdict } from './explain.js';
import { offersHelp } from './help.js';
import type { Voice } from './voice.js';

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

const ENGLISH: Voice = { language: 'en', country: undefined, helpLines: [] };

const told = (reasons: Partial<Reason>[], more: Partial<Verdict> = {}, voice = ENGLISH) =>
  explainVerdict(verdictOf(reasons, more), [SYSTEM, CONTENT], voice).replace(
    / Verdict vrd_\w+; how it stands, and where to appeal: \/v1\/verdicts\/vrd_\w+$/,
    '',
  );

describe('explainVerdict', () => {
  it('names the hazard, an axis of maturity, or nothing where there is no subject', () => {
    expect(told([{ subject: 'S10' }])).toBe('This request was refused because of: hate.');
    expect(told([{ subject: 'violence' }, { subject: 'S10' }])).toBe(
      'This request was refused because of: violence, hate.',
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
      const said = told([{ subject, explanation: 'words', signals: [0] }, { subject: 'S2' }]);
      expect(said).toMatch(/^This request was refused\./);
      expect(said).not.toMatch(/because|zorblax|crimes/);
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

  it.each<[string, Partial<Reason>, string]>([
    ['nothing', { subject: 'S2', explanation: 'nothing', signals: [0] }, 'This request was refused.'],
    [
      'hazard',
      { subject: 'S2', explanation: 'hazard', signals: [0] },
      'This request was refused because of: non-violent crimes.',
    ],
    [
      'words',
      { subject: 'violence', explanation: 'words', signals: [0] },
      'This request was refused because of: violence. What led to it: "zorblax". Without it the request could pass.',
    ],
    [
      'words, with what would pass for a real person',
      { subject: 'real-person', explanation: 'words', signals: [0] },
      'This request was refused because of: a real person. What led to it: "zorblax". Without it the request could pass. About an invented person it could pass.',
    ],
    [
      'words, with what would pass for personal data',
      { subject: 'personal-data', explanation: 'words', signals: [] },
      'This request was refused because of: personal data. Without names, addresses and numbers of people it could pass.',
    ],
    [
      'of a gap',
      { gap: 'modality' },
      'This request was refused because of: an image, recording or file that cannot be checked here.',
    ],
  ])('says by tier no more than it may: %s', (_tier, reason, wanted) => {
    expect(told([reason])).toBe(wanted);
  });

  it('never tells S4 or an attack from anything else that is not explained', () => {
    const plain = told([{ subject: 'S2', explanation: 'nothing' }], { stage: 'output' });
    for (const subject of ['S4', 'prompt-injection'] as const)
      expect(told([{ subject, explanation: 'words', signals: [0] }], { stage: 'output' })).toBe(plain);
  });
});

describe('help', () => {
  const lines = [
    {
      country: 'DE',
      name: 'Zorb',
      number: '111',
      for: ['suicide'],
      hours: '24/7',
      languages: ['de'],
      source: 'https://a.test',
    },
    { country: 'DE', name: 'Kinder', number: '116', for: ['child'], languages: ['de'], source: 'https://a.test' },
    { country: 'DE', name: 'Vor', number: '117', for: ['prevention'], languages: ['de'], source: 'https://a.test' },
    {
      country: 'any',
      name: 'World',
      url: 'https://w.test',
      for: ['child'],
      languages: ['en'],
      source: 'https://a.test',
    },
  ] satisfies Voice['helpLines'];
  const german: Voice = { language: 'en', country: 'DE', helpLines: lines };
  const disclosure: Signal = { ...signal(CONTENT.place, 0, 5), kind: 'attribute', name: 'disclosure' };

  it('names the lines of the country, and where to find more', () => {
    expect(told([{ subject: 'S11', help: true }], {}, german)).toBe(
      'This request was refused because of: suicide and self-harm. If you are thinking about harming yourself, you are not alone, and talking to someone can help. If you are in danger now, call your local emergency number. People who listen: Zorb 111 (24/7). You can find more in your country at https://findahelpline.com.',
    );
  });

  it('comes with every refusal about harming oneself, whatever the rule says', () => {
    expect(offersHelp(verdictOf([{ subject: 'S11' }]))).toBe(true);
    expect(offersHelp(verdictOf([{ subject: 'self-harm', decision: 'hold' }]))).toBe(true);
    expect(offersHelp(verdictOf([{ subject: 'S11', decision: 'repair' }, { subject: 'S2' }]))).toBe(false);
  });

  it('names a line for children to children first', () => {
    const said = told([{ subject: 'S11' }], { audience: 'child' }, german);
    expect(said).toMatch(/Kinder 116; Zorb 111/);
    expect(told([{ subject: 'S11' }], { audience: 'child' }, { ...german, country: 'FR' })).toContain(
      'World https://w.test',
    );
  });

  it('thanks who tells of abuse, even where something else is refused', () => {
    const reasons = [
      { subject: 'S4', explanation: 'nothing' },
      { decision: 'allow', help: true },
    ] as const;
    const said = told([...reasons], { signals: [disclosure] }, german);
    expect(said).toMatch(/^This request was refused\. Thank you for telling this\. What happened is not your fault/);
    expect(said).toContain('Kinder 116');
  });

  it('is offered in general words to whose prompt came near what never passes, and says nothing of it', () => {
    const said = told([{ subject: 'S4', explanation: 'nothing' }], {}, german);
    expect(said).toMatch(/^This request was refused\. Whatever brought you here: /);
    expect(said).toContain('Vor 117; Zorb 111');
    expect(said).not.toMatch(/child|abuse|sexual|crim|illegal|report/i);
    expect(told([{ subject: 'S4' }], { stage: 'output' }, german)).toBe('This answer was refused.');
    expect(told([{ subject: 'prompt-injection' }], {}, german)).toBe('This request was refused.');
  });

  it('is another where something else weighs', () => {
    expect(told([{ subject: 'drugs', help: true }], {}, german)).toContain('You do not have to deal with this alone.');
  });
});
