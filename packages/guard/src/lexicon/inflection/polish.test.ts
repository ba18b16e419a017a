import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { polish } from './polish.js';

describe('Polish inflection', () => {
  it.each([
    ['bomba', ['bomby', 'bombie', 'bombę', 'bombą', 'bomb', 'bombami']],
    ['uczennica', ['uczennicy', 'uczennicę', 'uczennicą', 'uczennice', 'uczennic']],
    ['dziewczynka', ['dziewczynki', 'dziewczynce', 'dziewczynkę', 'dziewczynek']],
    ['student', ['studenta', 'studentowi', 'studentem', 'studenci', 'studentów']],
    ['nastolatek', ['nastolatka', 'nastolatkiem', 'nastolatki', 'nastolatków']],
    ['chłopiec', ['chłopca', 'chłopcu', 'chłopcy', 'chłopców']],
    ['dziecko', ['dziecka', 'dzieci', 'dziećmi']],
    ['człowiek', ['człowieka', 'ludzi', 'ludźmi']],
    ['hasło', ['hasła', 'hasłem', 'hasłami']],
    ['nagość', ['nagości', 'nagością']],
    ['morderstwo', ['morderstwa', 'morderstwem', 'morderstw']],
  ])('declines %s', (noun, forms) => {
    expect(polish.noun(noun)).toEqual(expect.arrayContaining([noun, ...forms]));
  });

  it.each([
    ['zabić', ['zabiję', 'zabijesz', 'zabije', 'zabił', 'zabiła', 'zabili', 'zabity', 'zabicie']],
    ['zrobić', ['zrobię', 'zrobisz', 'zrobi', 'zrobił', 'zrobiony']],
    ['mordować', ['morduję', 'mordujesz', 'morduje', 'mordował', 'mordowany', 'mordowanie']],
    ['napisać', ['napiszę', 'napiszesz', 'napisz', 'napisał', 'napisany']],
    ['ukraść', ['ukradnę', 'ukradniesz', 'ukradł', 'ukradli']],
    ['ciąć', ['tnę', 'tniesz', 'ciął', 'cięła']],
    ['zgwałcić', ['zgwałcisz', 'zgwałcił', 'zgwałciła']],
  ])('conjugates %s', (verb, forms) => {
    expect(polish.verb(verb)).toEqual(expect.arrayContaining([verb, ...forms]));
  });

  it('declines an adjective', () => {
    expect(polish.adjective('nagi')).toEqual(
      expect.arrayContaining(['nagi', 'naga', 'nagiego', 'nagiej', 'nagą', 'nagich']),
    );
    expect(polish.adjective('krwawy')).toEqual(expect.arrayContaining(['krwawa', 'krwawe', 'krwawego', 'krwawych']));
  });

  it('spells a term as it is typed without diacritics, unless it is short', () => {
    expect(expandTerm('łódź podwodna', 'pl')).toEqual(['łódź podwodna', 'lodz podwodna']);
    expect(expandTerm('sąd', 'pl')).toEqual(['sąd']);
  });

  it('makes no more than 40 forms of a word', () => {
    for (const verb of ['mordować', 'zabić', 'ukraść', 'ciąć'])
      expect(polish.verb(verb).length).toBeLessThanOrEqual(40);
  });
});
