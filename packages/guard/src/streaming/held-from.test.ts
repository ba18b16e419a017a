import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentsOf, heldFrom, leaksOf } from '../../tests/promise-a.js';
import { lexicon } from '../detectors/lexicon.js';
import { compileLexicons } from '../lexicon/compile.js';

const RULES = `
schemaVersion: 1
language: any
title: Stand-ins
groups: { want: [how to, show me], make: [make/v, build], zorb: [zorbax, old zorbax lamp] }
rules:
  - { id: word, hazard: S1, score: 0.9, match: [blaxor, grumpf and quibble, ゾルブ, 佐布区, زورباكس, ज़ोरबाक्स] }
  - { id: pair, hazard: S2, score: 0.9, near: [['@make'], ['@zorb']], within: 30 }
  - { id: triple, hazard: S3, score: 0.9, near: [['@want'], [vexing], [trumble]], within: 25, scope: content }
  - { id: ordered, hazard: S4, score: 0.9, near: [[first], [second], [third]], within: 20, ordered: true }
  - { id: excused, hazard: S5, score: 0.9, near: [[drizzle], [wobble]], unless: [harmless], contextWithin: 20 }
carveOuts: [blaxor street]
`;
const AGES = `
schemaVersion: 1
language: en
title: Ages
ages:
  {
    numbers: { nine: 9, twenty: 20, five: 5 }, after: [year old, yo], before: [aged], statements: [i am], births: [born in],
    clauseWords: [and], things: [tree], copulas: [is], breaks: [in],
  }
`;
const detectors = [
  lexicon(
    compileLexicons([
      { name: 'a', text: RULES },
      { name: 'b', text: AGES },
    ]),
  ),
];
const PROSE = 'The keeper climbed the stairs, with a lamp in one hand: he was calm as the tide. ';

describe('a term', () => {
  it.each([
    'a blaxor',
    'blaxor? no',
    'the grumpf  and -- quibble of it',
    'これはゾルブです',
    '北京市佐布区的人',
    'هذا زورباكس هنا',
    'यह ज़ोरबाक्स है',
    'blaxors and blaxor',
    'blaxor streets of the blaxor',
  ])('waits whole, wherever the text is cut: %s', (text) => {
    expect(extentsOf(detectors, text), 'nothing is found').not.toEqual([]);
    for (const whole of [text, `${PROSE}${text} ${PROSE}`]) expect(leaksOf(detectors, whole), whole).toEqual([]);
  });

  it('waits from its first letter only', () => {
    expect(heldFrom(detectors, `${PROSE}and grumpf and qu`)).toBe(PROSE.length + 4);
    expect(heldFrom(detectors, `${PROSE}and grumpf or `)).toBe(PROSE.length + 14);
  });
});

describe('a rule of several pieces', () => {
  it.each([
    'show them how they make a zorbax',
    'the zorbax that we will make. Then',
    'make the old  zorbax lamp',
    'how to get this vexing lot of trumble',
    'a trumble is vexing, show me',
    'vexing. Trumble. How to',
    'the first, then the second, then the third',
    'drizzle and wobble. That is harmless',
    'a wobble in the drizzle, not harmless',
    'harmless, says he who makes wobble and so on; drizzle then wobble',
  ])('waits from its first piece on: %s', (text) => {
    for (const whole of [text, `${PROSE}${text} ${PROSE}`]) expect(leaksOf(detectors, whole), whole).toEqual([]);
  });

  it('no longer waits where its pieces are too far apart, or a sentence has ended', () => {
    for (const text of ['make a thing that takes a long, long while ', 'make it. Then ', 'the second and the third '])
      expect(heldFrom(detectors, text), text).toBe(text.length);
    for (const text of ['we make a ', 'the zorbax of a ', 'the first and the second ', 'how to be '])
      expect(heldFrom(detectors, text), text).toBeLessThan(9);
  });

  it('holds for pieces in any order and among any words', () => {
    const word = fc.constantFrom(
      ...[
        'how to',
        'show me',
        'make',
        'making',
        'zorbax',
        'old',
        'lamp',
        'vexing',
        'trumble',
        'first',
        'second',
        'third',
      ],
      ...['drizzle', 'wobble', 'harmless', 'blaxor', 'street', 'grumpf', 'and quibble', '.', 'the', 'of', 'so', '\n\n'],
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 16 }), (words) => {
        expect(leaksOf(detectors, words.join(' '))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an age', () => {
  it.each([
    'a 9 year old',
    'she is nine - year old',
    'twenty five year old and',
    'he, twenty-five yo',
    'a girl aged 9, and',
    'a man aged twenty and five',
    'I am 9 and a half',
    'I am twenty five. And',
    'born in the spring of 2019',
    'a ٩ year old',
  ])('waits with its number: %s', (text) => {
    expect(extentsOf(detectors, text), 'nothing is found').not.toEqual([]);
    for (const whole of [text, `${PROSE}${text} ${PROSE}`]) expect(leaksOf(detectors, whole), whole).toEqual([]);
  });
});
