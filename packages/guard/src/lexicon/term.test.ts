import { describe, expect, it } from 'vitest';
import { english } from './inflection/english.js';
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
    expect(english.noun(one)).toEqual([one, many]);
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
    expect(english.verb(verb)).toEqual(forms);
  });
});

describe('expandTerm', () => {
  it('inflects only marked words', () => {
    expect(expandTerm('zorb the blax', 'en')).toEqual(['zorb the blax']);
    expect(expandTerm('peel/v an orange/n', 'en')).toContain('peeling an oranges');
    expect(expandTerm('peel/v an orange', 'en')).toHaveLength(4);
  });

  it('lets a hyphen be missing', () => {
    expect(expandTerm('self-portrait/n', 'en')).toEqual([
      'self portrait',
      'selfportrait',
      'self portraits',
      'selfportraits',
    ]);
  });

  it('takes a slash that marks nothing for itself', () => {
    expect(expandTerm('y/o', 'en')).toEqual(['y/o']);
  });

  it('inflects nothing in a language that it knows no forms of', () => {
    expect(expandTerm('zorb', 'xx')).toEqual(['zorb']);
  });
});
