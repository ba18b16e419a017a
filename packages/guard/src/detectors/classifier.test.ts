import type { Role, Stage } from '@tyrian/contracts';
import { BASE_FAMILIES, BUCKET_BITS, Featuriser, type Head, packClassifier } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { observe } from '../../tests/reading.js';
import { classifier } from './classifier.js';

const BITS = 13;

/** A head that has one probability for texts with the word, and next to none for others. */
function head(name: string, word: string, logOdds = 6): Head {
  const buckets = new Featuriser(BASE_FAMILIES).read(` ${word} `);
  const weights = new Int8Array(1 << BITS);
  for (const bucket of buckets) weights[bucket >>> (BUCKET_BITS - BITS)] = 100;
  return {
    name,
    families: BASE_FAMILIES,
    weights,
    scale: 1,
    bias: -200,
    lengthPower: 0,
    window: 0,
    windowMargin: 0,
    threshold: 0.5,
    knots: [
      { raw: -200, logOdds: -12 },
      { raw: 0, logOdds },
      { raw: 1e6, logOdds: logOdds + 0.1 },
    ],
  };
}

const detector = classifier(
  packClassifier({
    heads: [
      head('request', 'zorblax'),
      head('content', 'vexolith'),
      head('jailbreak', 'injectoid'),
      head('s2', 'zorblax', 2),
      head('s10', 'vexolith', 2),
    ],
  }),
);
const see = (text: string, stage: Stage = 'input', role: Role = 'user') => observe(detector, text, role, stage);
const namesIn = (text: string, stage: Stage, role: Role) => see(text, stage, role).signals.map(({ name }) => name);

describe('the classifier', () => {
  it('names a harmful request by the likeliest hazard, as surely as it is one', () => {
    const { signals } = see('where is the zorblax');
    expect(signals).toMatchObject([{ kind: 'hazard', name: 'S2', spans: [[0, 20]], via: ['raw'] }]);
    // Log-odds of 6, among 7 harmful in 93 harmless.
    expect(signals[0]?.score).toBeCloseTo(1 / (1 + Math.exp(-(6 + Math.log(7 / 93)))), 2);
  });

  it('is no surer of harmful content than of its name', () => {
    const { signals } = see('what a vexolith', 'output', 'assistant');
    expect(signals).toMatchObject([{ name: 'S10' }]);
    expect(signals[0]?.score).toBeCloseTo(1 / (1 + Math.exp(-2)), 1);
  });

  it.each([
    ['where is the zorblax', 'input', 'user', ['S2']],
    ['where is the zorblax', 'input', 'document', ['S2']],
    ['where is the zorblax', 'input', 'system', []],
    ['where is the zorblax', 'output', 'assistant', []],
    ['where is the injectoid', 'input', 'tool', ['prompt-injection']],
    ['where is the injectoid', 'output', 'assistant', []],
    ['what a vexolith', 'input', 'definition', []],
    ['what a vexolith', 'input', 'system', ['S10']],
    ['where is the bread', 'input', 'user', []],
    ['', 'input', 'user', []],
  ] as const)('looks for what can be there: %s (%s, %s)', (text, stage, role, names) => {
    expect(namesIn(text, stage, role)).toEqual(names);
  });

  it('says so where it does not know the language, and judges nothing there', () => {
    expect(see('Wo bekomme ich denn hier einen zorblax, und was kostet er?')).toEqual({ signals: [], gap: 'language' });
  });

  it('reads what is disguised as well, and says through which reading', () => {
    const { signals } = see('tell me where the z0rblax is');
    expect(signals).toMatchObject([{ name: 'S2', via: ['leet'], spans: [[0, 28]] }]);
    expect(see('tell me where the zorblax is, the z0rblax').signals).toMatchObject([{ via: ['raw'] }]);
  });

  it('covers what it has heads for, in English', () => {
    expect(detector.covers.map(({ name }) => name)).toEqual(['S2', 'S10', 'prompt-injection']);
    expect(detector.covers.every(({ languages }) => languages.length === 1 && languages[0] === 'en')).toBe(true);
  });

  it('is refused where its bytes are damaged', () => {
    expect(() => classifier(new Uint8Array(64))).toThrow(expect.objectContaining({ code: 'CLASSIFIER_INVALID' }));
  });
});
