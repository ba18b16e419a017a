import { type Content, CoverageGap, HAZARDS, MATURITY_AXES, newId, type Reason, type Verdict } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { explainVerdict } from '../explain.js';
import { isRightToLeft, Language } from '../language.js';
import { TEXTS } from './catalogue.js';
import { en } from './en.js';
import { NEVER_EXPLAINED, type RefusalTexts } from './refusal-texts.js';

const LINES = [
  {
    country: 'DE',
    name: 'Zorb',
    number: '116 111',
    for: ['suicide', 'child', 'prevention'],
    languages: ['de'],
    source: 'https://a.test',
  },
] satisfies Parameters<typeof explainVerdict>[2]['helpLines'];
const SAID: Content = { modality: 'text', place: 'p', role: 'user', stage: 'input', text: 'zorblax' };

/** Every text of a language by its path. */
function flatten(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flatten(Object(value), `${path}${key}.`),
  );
}

const placeholdersOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const ENGLISH = new Map(flatten(en));

/** The script that most letters of a language are of. */
const SCRIPTS: Partial<Record<Language, RegExp>> = {
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  zh: /\p{Script=Han}/u,
};

function verdictOf(reasons: Partial<Reason>[], more: Partial<Verdict> = {}): Verdict {
  const whole = {
    rule: 'r',
    decision: 'refuse',
    locked: false,
    enforced: true,
    explanation: 'words',
    help: false,
    signals: [0],
  } as const;
  const seen = {
    score: 0.9,
    place: 'p',
    role: 'user',
    stage: 'input',
    via: ['raw'],
    detector: 'd',
    version: '1',
  } as const;
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
    signals: [{ ...seen, kind: 'hazard', name: 'S2', spans: [[0, 7]] }],
    coverage: [],
    policy: { id: 'p', version: '1.0.0', hash: 'h', mode: 'enforce' },
    tookMs: 1,
    ...more,
  };
}

describe.each(Language.options)('the texts in %s', (language) => {
  const texts: RefusalTexts = TEXTS[language];
  const all = flatten(texts);
  const say = (verdict: Verdict) => explainVerdict(verdict, [SAID], { language, country: 'DE', helpLines: LINES });

  it('are all there, fill in what the English ones do, and are not English', () => {
    expect(all.map(([path]) => path).sort()).toEqual([...ENGLISH.keys()].sort());
    for (const [path, text] of all) {
      expect([path, placeholdersOf(text)]).toEqual([path, placeholdersOf(ENGLISH.get(path) ?? '')]);
      if (path.startsWith('separators')) continue;
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toBe('');
      const isSentence = !path.startsWith('subjects') && !path.startsWith('gaps');
      if (isSentence) expect(text, path).toMatch(/[.。।]$|\}$/);
      if (language !== 'en' && isSentence) expect(text, path).not.toBe(ENGLISH.get(path));
    }
  });

  it('are written in its own script', () => {
    const script = SCRIPTS[language] ?? /\p{Script=Latin}/u;
    for (const [path, text] of all) {
      const letters = [...text.replace(/\{\w+\}/g, '')].filter((letter) => /\p{L}/u.test(letter));
      expect(
        letters.every((letter) => script.test(letter) || letter === 'ー'),
        path,
      ).toBe(true);
    }
  });

  it('name every hazard and axis that may be named, and every gap', () => {
    const names = [...Object.keys(HAZARDS), ...MATURITY_AXES].filter(
      (name) => !NEVER_EXPLAINED.some((never) => never === name),
    );
    for (const subject of names as (keyof RefusalTexts['subjects'])[])
      expect(say(verdictOf([{ subject, explanation: 'hazard' }]))).toContain(texts.subjects[subject]);
    for (const gap of CoverageGap.options)
      expect(say(verdictOf([{ gap, explanation: 'hazard' }]))).toContain(texts.gaps[gap]);
  });

  it('leave nothing open, and always name the verdict and where to appeal', () => {
    const disclosure = {
      ...verdictOf([{}]).signals[0],
      kind: 'attribute',
      name: 'disclosure',
    } as Verdict['signals'][number];
    const cases = (['input', 'output'] as const).flatMap((stage) =>
      (['refuse', 'hold'] as const).flatMap((decision) => [
        verdictOf([{ subject: 'real-person' }], { stage, decision }),
        verdictOf([{ subject: 'S4' }], { stage, decision }),
        verdictOf([{ subject: 'S11' }], { stage, decision }),
        verdictOf([{ subject: 'drugs', help: true }], { stage, decision }),
        verdictOf([{ subject: 'S4', help: true }], { stage, decision, signals: [disclosure] }),
      ]),
    );
    for (const verdict of cases) {
      const said = say(verdict);
      expect(said).not.toMatch(/[{}]|undefined/);
      expect(said).toContain(verdict.id);
      expect(said).toContain(`/v1/verdicts/${verdict.id}`);
    }
  });

  it('say by kind what belongs to it', () => {
    expect(say(verdictOf([{ subject: 'S11' }]))).toContain(texts.selfHarm);
    expect(say(verdictOf([{ subject: 'S4' }]))).toContain(texts.prevention);
    expect(say(verdictOf([{ subject: 'S1', help: true }]))).toContain(texts.help);
    expect(say(verdictOf([{ subject: 'S11' }]))).toContain('116 111');
  });

  it('keep the direction of what is written from left to right in a text that is not', () => {
    const said = say(verdictOf([{ subject: 'S11' }]));
    const isolates = [...said].filter((unit) => unit === '\u2068').length;
    expect([...said].filter((unit) => unit === '\u2069')).toHaveLength(isolates);
    if (!isRightToLeft(language)) expect(isolates).toBe(0);
    else {
      for (const part of [
        '"zorblax"',
        'https://findahelpline.com',
        'Zorb 116 111',
        /vrd_\w+/,
        /\/v1\/verdicts\/vrd_\w+/,
      ])
        expect(said).toMatch(new RegExp(`\u2068${part instanceof RegExp ? part.source : part}\u2069`));
    }
  });
});
