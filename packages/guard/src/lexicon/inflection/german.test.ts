import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { german } from './german.js';

describe('German inflection', () => {
  it.each([
    ['kind', ['kinder', 'kindern', 'kindes']],
    ['schulkind', ['schulkinder', 'schulkindern']],
    ['waffe', ['waffen']],
    ['schülerin', ['schülerinnen']],
    ['polizist', ['polizisten']],
    ['vergewaltigung', ['vergewaltigungen']],
    ['messer', ['messers', 'messern']],
    ['nachbar', ['nachbarn']],
    ['bruder', ['bruders', 'brüder', 'brüdern']],
  ])('declines %s', (noun, forms) => {
    expect(german.noun(noun)).toEqual(expect.arrayContaining([noun, ...forms]));
  });

  it.each([
    ['töten', ['töte', 'tötest', 'tötet', 'tötete', 'getötet', 'getöteten', 'tötend']],
    ['erschießen', ['erschieße', 'erschießt', 'erschoss', 'erschossen']],
    ['vergiften', ['vergiftet', 'vergiftete', 'vergiftend']],
    ['umbringen', ['umbringt', 'umbrachte', 'umgebracht', 'umzubringen']],
    ['stehlen', ['stiehlst', 'stiehlt', 'stahl', 'gestohlen']],
    ['abschneiden', ['abschneidet', 'abschnitt', 'abgeschnitten', 'abzuschneiden']],
    ['schreiben', ['schreibe', 'schreibst', 'schrieb', 'geschrieben']],
    ['ignorieren', ['ignoriere', 'ignorierst', 'ignorierte', 'ignoriert']],
  ])('conjugates %s', (verb, forms) => {
    expect(german.verb(verb)).toEqual(expect.arrayContaining([verb, ...forms]));
  });

  it('gives a verb with an inseparable prefix no ge-', () => {
    expect(german.verb('vergiften')).not.toContain('gevergiftet');
    expect(german.verb('ignorieren')).not.toContain('geignoriert');
  });

  it('declines an adjective', () => {
    expect(german.adjective('nackt')).toEqual(['nackt', 'nackte', 'nacktem', 'nackten', 'nackter', 'nacktes']);
    expect(german.adjective('müde')).toContain('müder');
  });

  it('spells umlauts and the sharp s as a plain keyboard does', () => {
    expect(expandTerm('mädchen', 'de')).toEqual(['mädchen', 'maedchen']);
    expect(expandTerm('großmütter', 'de')).toEqual(['großmütter', 'grossmuetter', 'grossmütter']);
  });

  it('makes no more than 40 forms of a word', () => {
    for (const word of ['vergewaltigen', 'umbringen', 'erschießen', 'kind'])
      expect(german.verb(word).length).toBeLessThanOrEqual(40);
  });
});
