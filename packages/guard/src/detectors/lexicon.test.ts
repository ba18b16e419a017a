import { expect, it } from 'vitest';
import { observe } from '../../tests/reading.js';
import { compileLexicons } from '../lexicon/compile.js';
import { lexicon } from './lexicon.js';

const text = `
schemaVersion: 1
language: en
title: Stand-ins
rules:
  - { id: zorb, hazard: S1, score: 0.9, near: [[make/v], [zorb/n]] }
  - { id: blax, maturity: violence, degree: 2, score: 0.6, match: [blax] }
ages:
  { numbers: { ten: 10 }, after: [year old], before: [aged], statements: [i am], clauseWords: [and], things: [tree], copulas: [is], breaks: [in] }
`;
const detector = lexicon(compileLexicons([{ name: 'test.yaml', text }]));
const see = (subject: string) => observe(detector, subject);

it('gives signals with the rule, the spans in the original and the views', () => {
  expect(see('Please make me a zorb.').signals).toEqual([
    {
      kind: 'hazard',
      name: 'S1',
      score: 0.9,
      rule: 'zorb',
      spans: [
        [7, 11],
        [17, 21],
      ],
      via: ['raw'],
    },
  ]);
  expect(see('I saw the blax').signals).toEqual([
    { kind: 'maturity', name: 'violence', degree: 2, score: 0.6, rule: 'blax', spans: [[10, 14]], via: ['raw'] },
  ]);
});

it('sees through hidden and styled characters, with the exact pieces', () => {
  expect(see('I saw the bl\u200bax').signals).toMatchObject([
    {
      spans: [
        [10, 12],
        [13, 15],
      ],
      via: ['folded'],
    },
  ]);
  expect(see('I saw the 𝐛𝐥𝐚𝐱').signals).toMatchObject([{ spans: [[10, 18]], via: ['folded'] }]);
});

it('is one signal where several views see the same, told by the original where it shows it as it is', () => {
  expect(see('I ❤️ the blax').signals).toMatchObject([{ via: ['raw'] }]);
  expect(see('I ❤️ the BLAX')).toEqual(see('I ❤️ the blax'));
});

it('reads ages as attributes', () => {
  expect(see('a 9 year old').signals).toMatchObject([{ kind: 'attribute', name: 'minor' }]);
  expect(see('a woman aged 30').signals).toMatchObject([{ kind: 'attribute', name: 'adult-stated' }]);
});

it('says when it does not know the language, and finds what is said in one that it knows', () => {
  expect(see('Ich habe heute ein blax gesehen und gekauft')).toEqual({ signals: [], gap: 'language' });
  expect(see('Ich habe das heute gesehen. I have seen a blax and you have too.')).toMatchObject({
    gap: 'language',
    signals: [{ rule: 'blax' }],
  });
  expect(see('I have seen a blax').gap).toBeUndefined();
});

it.each(['cat', '', '😀😀😀', 'for (let i = 0; i < n; i++) { return i; }', 'masterpiece, 1girl, solo, long hair'])(
  'has no gap where no language is spoken: %j',
  (text) => {
    expect(see(text).gap).toBeUndefined();
  },
);

it.each([
  'Wie kann ich am besten ein Brot backen?',
  'Comment faire du pain à la maison avec mes enfants ?',
  'Làm thế nào để nướng bánh mì tại nhà',
  '如何烤面包，我想知道',
  'Как испечь хлеб дома',
  'كيف أخبز الخبز في المنزل',
  'gato, perro, la casa, el sol, una flor, los arboles',
])('has a gap in another language: %s', (text) => {
  expect(see(text).gap).toBe('language');
});

it('says what it covers', () => {
  expect(detector.covers).toEqual([
    { kind: 'hazard', name: 'S1', languages: ['en'] },
    { kind: 'maturity', name: 'violence', languages: ['en'] },
    { kind: 'attribute', name: 'minor', languages: ['en'] },
    { kind: 'attribute', name: 'adult-stated', languages: ['en'] },
    { kind: 'hazard', name: 'hidden-text', languages: ['en'] },
  ]);
});

it('bounds the number of signals and loses no span', () => {
  const { signals } = see('blax '.repeat(500));
  expect(signals).toHaveLength(25);
  const spans = signals.flatMap((signal) => signal.spans);
  for (let at = 0; at < 500; at++)
    expect(
      spans.some(([start, end]) => start <= at * 5 && at * 5 + 4 <= end),
      String(at),
    ).toBe(true);
  expect(spans.length).toBeLessThan(200);
});

it('has a version that changes with the lexicon', () => {
  const other = lexicon(compileLexicons([{ name: 'test.yaml', text: text.replace('0.9', '0.8') }]));
  expect(other.version).not.toBe(detector.version);
});
