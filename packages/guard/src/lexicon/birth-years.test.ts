import { describe, expect, it } from 'vitest';
import { compileLexicons } from './compile.js';
import { loadLexicon } from './lexicon.js';

const TABLE = `
schemaVersion: 1
language: xx
title: Stand-ins
ages:
  numbers: { 三: 3, 九: 9, 十: 10, nine: 9 }
  after: [years old, 歳, 살, साल, سنة]
  before: [aged, 年龄]
  statements: [i am, 我今年]
  births: [born, 年生まれ, doğumlu, में जन्मा]
  clauseWords: [and]
  things: [company, 犬]
  copulas: [is, 已经]
  breaks: [in]
`;
const lexicon = loadLexicon(compileLexicons([{ name: 'ages.yaml', text: TABLE }]), { thisYear: () => 2026 });

function agesIn(text: string) {
  const seen: [number, string][] = [];
  lexicon.scan(
    { view: { name: 'raw', text }, original: text, stage: 'input', role: 'user' },
    () => 0,
    ({ years, start, end }) => seen.push([years, text.slice(start, end)]),
  );
  return seen;
}

describe('a year of birth', () => {
  it.each([
    ['she was born in 2015', 11, 'born in 2015'],
    ['born on 3 May 2015, she', 11, 'born on 3 May 2015'],
    ['born 03/05/2015', 11, 'born 03/05/2015'],
    ['born 2015-05-03', 11, 'born 2015'],
    ['born ٢٠١٥', 11, 'born ٢٠١٥'],
    ['2015年生まれ', 11, '2015年生まれ'],
    ['2015 doğumlu', 11, '2015 doğumlu'],
    ["2015'te doğumlu", 11, "2015'te doğumlu"],
    ['२०१५ में जन्मा', 11, '२०१५ में जन्मा'],
    ['born in 1990', 36, 'born in 1990'],
    ['born in 2026', 0, 'born in 2026'],
  ])('says an age: %s', (text, years, words) => {
    expect(agesIn(text)).toEqual([[years, words]]);
  });

  it.each([
    'born in 1815',
    'born in 2090',
    'born in 20150',
    'born again! 2015 was good',
    'born to be wild',
    'a company born in 2015',
    'born in a small town that a flood took in 2015',
  ])('does not: %s', (text) => {
    expect(agesIn(text)).toEqual([]);
  });
});

describe('an age in any script', () => {
  it.each([
    ['9歳の女の子', 9, '9歳'],
    ['９歳', 9, '９歳'],
    ['九歳', 9, '九歳'],
    ['今年三十九歳', 39, '三十九歳'],
    ['9살', 9, '9살'],
    ['१४ साल', 14, '१४ साल'],
    ['١٤ سنة', 14, '١٤ سنة'],
    ['年龄：14', 14, '年龄：14'],
    ['年龄14。', 14, '年龄14'],
    ['我今年9，', 9, '我今年9'],
  ])('stands in %s', (text, years, words) => {
    expect(agesIn(text)).toEqual([[years, words]]);
  });

  it.each(['犬は9歳', '犬已经9歳'])('is a thing’s in %s', (text) => {
    expect(agesIn(text)).toEqual([]);
  });
});
