import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { spanish } from './spanish.js';

describe('Spanish nouns', () => {
  it.each([
    ['arma', 'armas'],
    ['ladrón', 'ladrones'],
    ['joven', 'jóvenes'],
    ['pez', 'peces'],
    ['virus', 'virus'],
    ['crisis', 'crisis'],
    ['bebé', 'bebés'],
    ['árbol', 'árboles'],
    ['mes', 'meses'],
    ['gas', 'gases'],
  ])('%s becomes %s', (one, many) => {
    expect(spanish.noun(one)).toEqual([one, many]);
  });
});

describe('Spanish adjectives', () => {
  it.each([
    ['casero', ['casero', 'casera', 'caseros', 'caseras']],
    ['agresor', ['agresor', 'agresora', 'agresores', 'agresoras']],
    ['musulmán', ['musulmán', 'musulmana', 'musulmanes', 'musulmanas']],
    ['grande', ['grande', 'grandes']],
    ['racista', ['racista', 'racistas']],
  ])('%s agrees with its noun', (lemma, forms) => {
    expect(spanish.adjective(lemma)).toEqual(forms);
  });
});

describe('Spanish verbs', () => {
  it.each([
    [
      'matar',
      ['matar', 'matando', 'matado', 'mato', 'matas', 'mataron', 'mataba', 'mataré', 'maten', 'matarlo', 'maté'],
    ],
    ['atacar', ['ataco', 'ataque', 'ataquen', 'ataqué', 'atacamos']],
    ['pegar', ['pego', 'pegue', 'peguen', 'pegarle']],
    ['mostrar', ['muestro', 'muestra', 'muestren', 'mostró']],
    ['degollar', ['degüella', 'degollaron']],
    ['hacer', ['hago', 'hizo', 'hecho', 'haciendo', 'hacerlo', 'haz']],
    ['vender', ['vendo', 'vende', 'venda', 'vendió', 'venderme']],
    ['producir', ['produce', 'produzca', 'produjo', 'producido']],
    ['construir', ['construyo', 'construyó', 'construida']],
    ['traficar', ['trafica', 'trafique', 'traficaban']],
  ])('%s has its persons, tenses and pronouns', (lemma, forms) => {
    expect(spanish.verb(lemma)).toEqual(expect.arrayContaining(forms));
    expect(spanish.verb(lemma)[0]).toBe(lemma);
  });

  it('has a bounded number of forms', () => {
    for (const verb of ['matar', 'hacer', 'destruir', 'seguir', 'mostrar']) {
      expect(spanish.verb(verb).length).toBeLessThanOrEqual(52);
    }
  });
});

it('reads terms without their accents, but with their ñ', () => {
  expect(expandTerm('niña pequeñísima', 'es')).toEqual(['niña pequeñísima', 'niña pequeñisima']);
  expect(expandTerm('erótico/a', 'es')).toContain('eroticas');
  expect(expandTerm('cómo', 'es')).toEqual(['cómo']);
});
