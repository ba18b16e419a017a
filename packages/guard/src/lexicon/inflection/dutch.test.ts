import { describe, expect, it } from 'vitest';
import { expandTerm } from '../term.js';
import { dutch } from './dutch.js';

describe('Dutch inflection', () => {
  it.each([
    ['kind', ['kinderen', 'kindje']],
    ['schoolkind', ['schoolkinderen']],
    ['bom', ['bommen']],
    ['pistool', ['pistolen']],
    ['wapen', ['wapens']],
    ['dief', ['dieven']],
    ['baby', ["baby's"]],
    ['tiener', ['tieners']],
    ['meisje', ['meisjes']],
    ['bedreiging', ['bedreigingen']],
  ])('makes the plural of %s', (noun, forms) => {
    expect(dutch.noun(noun)).toEqual(expect.arrayContaining([noun, ...forms]));
  });

  it.each([
    ['maken', ['maak', 'maakt', 'maakte', 'maakten', 'gemaakt', 'gemaakte', 'makend']],
    ['vermoorden', ['vermoord', 'vermoordt', 'vermoordde', 'vermoorde']],
    ['vergiftigen', ['vergiftig', 'vergiftigt', 'vergiftigde', 'vergiftigd']],
    ['hacken', ['hack', 'hackt', 'hackte', 'gehackt']],
    ['zetten', ['zet', 'zette', 'gezet']],
    ['schrijven', ['schrijf', 'schrijft', 'schreef', 'geschreven']],
    ['neersteken', ['neersteekt', 'neerstak', 'neergestoken', 'neer te steken']],
    ['stelen', ['steel', 'steelt', 'stal', 'gestolen']],
    ['doodslaan', ['doodslaat', 'doodsloeg', 'doodgeslagen']],
    ['negeren', ['negeer', 'negeert', 'negeerde', 'genegeerd']],
  ])('conjugates %s', (verb, forms) => {
    expect(dutch.verb(verb)).toEqual(expect.arrayContaining([verb, ...forms]));
  });

  it('gives a verb with an inseparable prefix no ge-', () => {
    expect(dutch.verb('vermoorden')).not.toContain('gevermoord');
  });

  it('inflects an adjective', () => {
    expect(dutch.adjective('naakt')).toContain('naakte');
    expect(dutch.adjective('bloot')).toContain('blote');
    expect(dutch.adjective('dom')).toContain('domme');
  });

  it('spells a term without its accents too', () => {
    expect(expandTerm('één meter', 'nl')).toEqual(['één meter', 'een meter']);
  });
});
