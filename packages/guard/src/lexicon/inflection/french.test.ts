import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { french } from './french.js';

describe('French nouns', () => {
  it.each([
    ['arme', 'armes'],
    ['journal', 'journaux'],
    ['drapeau', 'drapeaux'],
    ['jeu', 'jeux'],
  ])('%s becomes %s', (one, many) => {
    expect(french.noun(one)).toEqual([one, many]);
  });

  it.each(['souris', 'gaz', 'prix'])('%s stays as it is', (noun) => {
    expect(french.noun(noun)).toEqual([noun]);
  });
});

describe('French adjectives', () => {
  it.each([
    ['nu', ['nu', 'nus', 'nue', 'nues']],
    ['actif', ['actif', 'actifs', 'active', 'actives']],
    ['dangereux', ['dangereux', 'dangereuse', 'dangereuses']],
    ['sexuel', ['sexuel', 'sexuels', 'sexuelle', 'sexuelles']],
    ['policier', ['policier', 'policiers', 'policière', 'policières']],
    ['agresseur', ['agresseur', 'agresseurs', 'agresseuse', 'agresseuses']],
    ['directeur', ['directeur', 'directrice', 'directrices']],
    ['raciste', ['raciste', 'racistes']],
    ['lycéen', ['lycéen', 'lycéens', 'lycéenne', 'lycéennes']],
  ])('%s agrees with its noun', (lemma, forms) => {
    expect(french.adjective(lemma)).toEqual(expect.arrayContaining(forms));
  });
});

describe('French verbs', () => {
  it.each([
    ['tuer', ['tuer', 'tue', 'tues', 'tuons', 'tuez', 'tuent', 'tué', 'tuée', 'tués', 'tuant', 'tuait', 'tuera']],
    ['menacer', ['menace', 'menaçons', 'menaçait', 'menacé']],
    ['égorger', ['égorge', 'égorgeons', 'égorgeait', 'égorgé']],
    ['acheter', ['achète', 'achetons', 'achètent', 'achètera']],
    ['envoyer', ['envoie', 'envoyons', 'envoyé', 'envoient']],
    ['empoisonner', ['empoisonne', 'empoisonnent', 'empoisonnées']],
    ['punir', ['punis', 'punit', 'punissons', 'puni', 'punie']],
    ['vendre', ['vends', 'vend', 'vendez', 'vendu', 'vendue']],
    ['faire', ['fais', 'fait', 'font', 'faisant', 'fasse']],
    ['construire', ['construis', 'construit', 'construisent', 'construite']],
  ])('%s has its persons and tenses', (lemma, forms) => {
    expect(french.verb(lemma)).toEqual(expect.arrayContaining(forms));
    expect(french.verb(lemma)[0]).toBe(lemma);
  });

  it('has a bounded number of forms', () => {
    for (const verb of ['tuer', 'acheter', 'faire', 'menacer']) {
      expect(french.verb(verb).length).toBeLessThanOrEqual(40);
    }
  });
});

it('reads terms without their accents', () => {
  expect(expandTerm('érotique/n', 'fr')).toEqual(['érotique', 'érotiques', 'erotique', 'erotiques']);
  expect(expandTerm('petite sœur', 'fr')).toEqual(['petite sœur']);
  expect(expandTerm('né en', 'fr')).toEqual(['né en']);
});
