import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { portuguese } from './portuguese.js';

describe('Portuguese nouns', () => {
  it.each([
    ['arma', 'armas'],
    ['ladrão', 'ladrões'],
    ['mão', 'mãos'],
    ['cão', 'cães'],
    ['homem', 'homens'],
    ['animal', 'animais'],
    ['papel', 'papéis'],
    ['lençol', 'lençóis'],
    ['fuzil', 'fuzis'],
    ['míssil', 'mísseis'],
    ['professor', 'professores'],
    ['francês', 'franceses'],
  ])('%s becomes %s', (one, many) => {
    expect(portuguese.noun(one)).toEqual([one, many]);
  });

  it('keeps what ends in s', () => {
    expect(portuguese.noun('vírus')).toEqual(['vírus']);
  });
});

describe('Portuguese adjectives', () => {
  it.each([
    ['caseiro', ['caseiro', 'caseira', 'caseiros', 'caseiras']],
    ['agressor', ['agressor', 'agressora', 'agressores', 'agressoras']],
    ['chorão', ['chorão', 'chorona', 'chorões']],
    ['inglês', ['inglês', 'inglesa', 'ingleses', 'inglesas']],
    ['grande', ['grande', 'grandes']],
    ['sexual', ['sexual', 'sexuais']],
  ])('%s agrees with its noun', (lemma, forms) => {
    expect(portuguese.adjective(lemma)).toEqual(expect.arrayContaining(forms));
  });
});

describe('Portuguese verbs', () => {
  it.each([
    [
      'matar',
      ['mato', 'mata', 'matam', 'matou', 'mataram', 'matando', 'matado', 'matá-lo', 'matar-me', 'mate', 'matarem'],
    ],
    ['atacar', ['ataque', 'ataquei', 'atacamos']],
    ['pegar', ['pegue', 'peguei', 'pegou']],
    ['ameaçar', ['ameace', 'ameacei', 'ameaçou']],
    ['vender', ['vendo', 'vende', 'venda', 'vendeu', 'vendê-los']],
    ['agredir', ['agrediu', 'agredido', 'agredi-lo']],
    ['fugir', ['fujo', 'foge', 'fugiu']],
    ['fazer', ['faço', 'faz', 'fez', 'feito', 'fazendo']],
  ])('%s has its persons, tenses and pronouns', (lemma, forms) => {
    expect(portuguese.verb(lemma)).toEqual(expect.arrayContaining(forms));
    expect(portuguese.verb(lemma)[0]).toBe(lemma);
  });

  it('has a bounded number of forms', () => {
    for (const verb of ['matar', 'vender', 'agredir', 'fazer']) {
      expect(portuguese.verb(verb).length).toBeLessThanOrEqual(60);
    }
  });
});

it('reads terms without their accents, and pronouns with or without the hyphen', () => {
  expect(expandTerm('criança/n', 'pt')).toEqual(['criança', 'crianças', 'crianca', 'criancas']);
  expect(expandTerm('matar/v', 'pt')).toContain('matar me');
});
