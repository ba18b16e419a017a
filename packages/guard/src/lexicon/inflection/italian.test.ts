import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { italian } from './italian.js';

describe('Italian nouns', () => {
  it.each([
    ['arma', ['arma', 'arme']],
    ['pugnale', ['pugnale', 'pugnali']],
    ['fucile', ['fucile', 'fucili']],
    ['coltello', ['coltello', 'coltelli']],
    ['omicidio', ['omicidio', 'omicidi']],
    ['strega', ['strega', 'streghe']],
    ['minaccia', ['minaccia', 'minacce', 'minaccie']],
    ['terrorista', ['terrorista', 'terroristi', 'terroriste']],
    ['medico', ['medico', 'medichi', 'medici']],
    ['uomo', ['uomo', 'uomini']],
    ['bisturi', ['bisturi']],
  ])('%s has its plural', (lemma, forms) => {
    expect(italian.noun(lemma)).toEqual(forms);
  });
});

describe('Italian adjectives', () => {
  it.each([
    ['nudo', ['nudo', 'nudi', 'nuda', 'nude']],
    ['sporco', ['sporco', 'sporchi', 'sporca', 'sporche']],
    ['sessuale', ['sessuale', 'sessuali']],
  ])('%s agrees with its noun', (lemma, forms) => {
    expect(italian.adjective(lemma)).toEqual(expect.arrayContaining(forms));
  });
});

describe('Italian verbs', () => {
  it.each([
    [
      'ammazzare',
      ['ammazzo', 'ammazza', 'ammazzano', 'ammazzato', 'ammazzando', 'ammazzarlo', 'ammazzali', 'ammazzerò'],
    ],
    ['attaccare', ['attacchi', 'attaccò', 'attacchiamo', 'attaccherà', 'attaccarmi']],
    ['pestare', ['pestato', 'pestarono', 'pestava']],
    ['tagliare', ['tagli', 'tagliamo', 'tagliato', 'tagliarsi']],
    ['uccidere', ['uccido', 'uccide', 'ucciso', 'uccise', 'uccidendo', 'ucciderla', 'uccidilo']],
    ['ferire', ['ferisco', 'ferisce', 'ferito', 'feriscono']],
    ['fare', ['faccio', 'fatto', 'facendo', 'farlo', 'fammi']],
    ['produrre', ['produce', 'prodotto', 'producendo']],
  ])('%s has its persons, tenses and pronouns', (lemma, forms) => {
    expect(italian.verb(lemma)).toEqual(expect.arrayContaining(forms));
    expect(italian.verb(lemma)[0]).toBe(lemma);
  });

  it('has a bounded number of forms', () => {
    for (const verb of ['ammazzare', 'uccidere', 'ferire', 'fare']) {
      expect(italian.verb(verb).length).toBeLessThanOrEqual(70);
    }
  });
});

it('reads terms without their accents', () => {
  expect(expandTerm('modalità dan', 'it')).toEqual(['modalità dan', 'modalita dan']);
  expect(expandTerm('età', 'it')).toEqual(['età']);
});
