import { describe, expect, it } from 'vitest';
import { nounForms, verbForms } from './inflection.js';
import { expandTerm } from './term.js';

describe('inflection', () => {
  it.each([
    ['box', 'boxes'],
    ['party', 'parties'],
    ['key', 'keys'],
    ['knife', 'knives'],
    ['schoolchild', 'schoolchildren'],
    ['radio', 'radios'],
    ['hero', 'heroes'],
  ])('makes the plural of %s', (one, many) => {
    expect(nounForms(one)).toEqual([one, many]);
  });

  it.each([
    ['make', ['make', 'makes', 'made', 'making']],
    ['carry', ['carry', 'carries', 'carried', 'carrying']],
    ['stab', ['stab', 'stabs', 'stabbed', 'stabbing']],
    ['visit', ['visit', 'visits', 'visited', 'visiting']],
    ['traffic', ['traffic', 'traffics', 'trafficked', 'trafficking']],
    ['tie', ['tie', 'ties', 'tied', 'tying']],
    ['steal', ['steal', 'steals', 'stole', 'stolen', 'stealing']],
  ])('makes the forms of the verb %s', (verb, forms) => {
    expect(verbForms(verb)).toEqual(forms);
  });
});

describe('expandTerm', () => {
  it('inflects only marked words', () => {
    expect(expandTerm('zorb the blax')).toEqual(['zorb the blax']);
    expect(expandTerm('peel/v an orange/n')).toContain('peeling an oranges');
    expect(expandTerm('peel/v an orange')).toHaveLength(4);
  });

  it('lets a hyphen be missing', () => {
    expect(expandTerm('self-portrait/n')).toEqual(['self portrait', 'selfportrait', 'self portraits', 'selfportraits']);
  });

  it('takes a slash that marks nothing for itself', () => {
    expect(expandTerm('y/o')).toEqual(['y/o']);
  });
});
