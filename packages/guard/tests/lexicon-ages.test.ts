import { describe, expect, it } from 'vitest';
import { lexicon } from '../src/detectors/lexicon.js';
import { compileLexicons } from '../src/lexicon/compile.js';
import { observe } from './reading.js';

/** A made-up language, so that the logic is tested and not a word list. */
const LANGUAGE = `
schemaVersion: 1
language: xx
title: Stand-ins
ages:
  numbers: { unu: 1, du: 2, kvin: 5, dek: 10, dekkvin: 15, dudek: 20, tridek: 30 }
  after: [sols alta]
  before: [alto]
  statements: [mi estas]
  clauseWords: [kaj]
  things: [arbo, domo]
  copulas: [estas]
  breaks: [en]
`;
const detector = lexicon(compileLexicons([{ name: 'ages.yaml', text: LANGUAGE }]));
const see = (text: string) =>
  observe(detector, text).signals.map(({ name, spans, score }) => [
    name,
    spans.map(([start, end]) => text.slice(start, end)).join('+'),
    score,
  ]);

describe('an age', () => {
  it.each([
    ['17 sols alta', 'minor', '17 sols alta', 0.9],
    ['18 sols alta', 'adult-stated', '18 sols alta', 0.9],
    ['17-sols-alta', 'minor', '17-sols-alta', 0.9],
    ['17sols alta', 'minor', '17sols alta', 0.9],
    ['dekkvin sols alta', 'minor', 'dekkvin sols alta', 0.9],
    ['Dekkvin SOLS alta', 'minor', 'Dekkvin SOLS alta', 0.9],
    ['dudek unu sols alta', 'adult-stated', 'dudek unu sols alta', 0.9],
    ['dudek-unu sols alta', 'adult-stated', 'dudek-unu sols alta', 0.9],
    ['alto 12', 'minor', 'alto 12', 0.85],
    ['alto: 30', 'adult-stated', 'alto: 30', 0.85],
    ['alto=(12)', 'minor', 'alto=(12', 0.85],
    ['mi estas 15', 'minor', 'mi estas 15', 0.7],
    ['mi estas 15, do', 'minor', 'mi estas 15', 0.7],
    ['mi estas kvin kaj bona', 'minor', 'mi estas kvin', 0.7],
    ['1 sols alta', 'minor', '1 sols alta', 0.9],
    ['120 sols alta', 'adult-stated', '120 sols alta', 0.9],
  ])('stands in %j', (text, name, words, score) => {
    expect(see(text)).toEqual([[name, words, score]]);
  });

  it.each([
    ['no number', 'sols alta'],
    ['a number that is too far away', '17 de la sols alta'],
    ['nobody that young', '0 sols alta'],
    ['nobody that old', '121 sols alta'],
    ['a larger number', '1017 sols alta'],
    ['a part of a number', '2.17 sols alta'],
    ['a share', 'alto 12%'],
    ['a time of day', 'alto 12:30'],
    ['a fraction', 'alto 1.5'],
    ['a statement that goes on', 'mi estas 15 metroj for'],
    ['a number in a word', 'a17 sols alta'],
    ['a word that is no number', 'toString sols alta'],
  ])('is not read from %s', (_what, text) => {
    expect(see(text)).toEqual([]);
  });

  it('adds only ones to tens', () => {
    expect(see('dudek kvin sols alta')).toEqual([['adult-stated', 'dudek kvin sols alta', 0.9]]);
    expect(see('dek kvin sols alta')).toEqual([['minor', 'kvin sols alta', 0.9]]);
    expect(see('tridek dek sols alta')).toEqual([['minor', 'dek sols alta', 0.9]]);
  });

  it('is reported for everyone it is said of', () => {
    expect(see('unu 9 sols alta, unu 40 sols alta').map(([name]) => name)).toEqual(['minor', 'adult-stated']);
  });
});

describe('the age of a thing', () => {
  it.each(['14 sols alta arbo', '14 sols alta granda arbo', 'la domo estas 14 sols alta', 'arbo alto 12'])(
    'is nobody’s: %j',
    (text) => {
      expect(see(text)).toEqual([]);
    },
  );

  it.each([
    ['a thing stands further away', '14 sols alta kaj tre granda arbo'],
    ['a new phrase begins before the thing', '14 sols alta en arbo'],
    ['something ends between', '14 sols alta, arbo'],
    ['the thing has no copula', 'la domo de 14 sols alta'],
    ['the sentence ends after the thing', 'jen domo. Li estas 14 sols alta'],
  ])('is a person’s where %s: %j', (_why, text) => {
    expect(see(text).map(([name]) => name)).toEqual(['minor']);
  });
});

it('covers what ages say', () => {
  expect(detector.covers.filter(({ kind }) => kind === 'attribute')).toEqual([
    { kind: 'attribute', name: 'minor', languages: ['xx'] },
    { kind: 'attribute', name: 'adult-stated', languages: ['xx'] },
  ]);
});
