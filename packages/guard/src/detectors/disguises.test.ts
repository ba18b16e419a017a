import { describe, expect, it } from 'vitest';
import { observe } from '../../tests/reading.js';
import { compileLexicons } from '../lexicon/compile.js';
import { hiddenText } from './hidden-text.js';
import { lexicon } from './lexicon.js';

const text = `
schemaVersion: 1
language: en
title: Stand-ins
rules:
  - { id: zorb, hazard: S1, score: 0.9, match: [zorblax] }
  - { id: blax, maturity: violence, degree: 2, score: 0.9, match: [blaxor] }
`;
const detector = lexicon(compileLexicons([{ name: 'test.yaml', text }]));
const see = (subject: string) => observe(detector, subject).signals;
const hidden = (subject: string) => see(subject).filter((signal) => signal.name === 'hidden-text');
const score = (subject: string) => Math.max(0, ...hidden(subject).map((signal) => signal.score));
const base64 = (subject: string) => Buffer.from(subject).toString('base64');

describe('what is seen only in disguise', () => {
  it('is signalled as hidden text besides, with the spans of the match', () => {
    expect(see('do the z0rbl4x now')).toEqual([
      { kind: 'hazard', name: 'S1', score: 0.9, rule: 'zorb', spans: [[7, 14]], via: ['leet'] },
      {
        kind: 'hazard',
        name: 'hidden-text',
        score: expect.closeTo(0.54),
        rule: 'disguised',
        spans: [[7, 14]],
        via: ['leet'],
      },
    ]);
  });

  it('is no signal where plain text says it, or only case and width differ', () => {
    for (const subject of [
      'do the ZORBLAX now',
      'do the ｚｏｒｂｌａｘ now',
      'do the 𝐳𝐨𝐫𝐛𝐥𝐚𝐱 or zorblax, not 1ike this',
    ])
      expect(hidden(subject), subject).toEqual([]);
  });

  it('is graded by what the disguise says of the wish to hide', () => {
    const scores = [
      'do the zooorblax now',
      'do the &#122;orblax now',
      'do the z.o.r.b.l.a.x now',
      `do the ${base64('do the zorblax now')}`,
    ].map(score);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores[0]).toBeLessThan(0.5);
    expect(scores.at(-1)).toBeGreaterThan(0.8);
  });

  it('weighs less where nothing is forbidden by itself', () => {
    expect(score('see the bl4xor now')).toBeLessThan(0.5);
    expect(score('see the bl4xor now')).toBeGreaterThan(0);
  });

  it('weighs more where disguises stand on one another', () => {
    expect(score(base64('you do the z0rbl4x in the garden'))).toBeGreaterThan(
      score(base64('you do the zorblax in the garden')),
    );
  });
});

describe('encoded text', () => {
  it('is named with a score that decides nothing, where it stands', () => {
    const encoded = base64('the weather is fine in the garden');
    expect(observe(hiddenText, `see ${encoded} there`).signals).toEqual([
      { kind: 'hazard', name: 'hidden-text', score: 0.3, rule: 'encoded', spans: [[4, 48]], via: ['base64'] },
    ]);
  });
});
