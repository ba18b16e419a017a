import { describe, expect, it } from 'vitest';
import { LexiconFile } from './schema.js';

const rule = { id: 'a', hazard: 'S1', score: 0.5, match: ['zorb'] };
const ages = {
  numbers: { ten: 10 },
  after: ['year old'],
  before: ['aged'],
  statements: ['i am'],
  clauseWords: ['and'],
  things: ['tree'],
  copulas: ['is'],
  breaks: ['in'],
};
const file = { schemaVersion: 1, language: 'en', title: 'Test' };
const accepts = (more: object) => LexiconFile.safeParse({ ...file, ...more }).success;
const acceptsRule = (more: object) => accepts({ rules: [{ ...rule, ...more }] });
/** Where the schema finds fault, as a path. */
const faultAt = (more: object) => LexiconFile.safeParse({ ...file, ...more }).error?.issues[0]?.path.join('.');

describe('a lexicon file', () => {
  it('may be empty but for its head', () => {
    expect(LexiconFile.parse(file)).toEqual({ ...file, groups: {}, rules: [], carveOuts: [] });
  });

  it.each<object>([
    { schemaVersion: 2 },
    { language: 'english' },
    { language: 'EN' },
    { language: 'en-GB' },
    { title: undefined },
    { groups: { Make: ['zorb'] } },
    { groups: { make: [] } },
    { groups: { make: 'zorb' } },
    { groups: { make: [''] } },
    { groups: { make: ['x'.repeat(201)] } },
    { carveOuts: [7] },
    { terms: ['zorb'] },
  ])('refuses %j', (more) => {
    expect(accepts(more)).toBe(false);
  });

  it('says where it is at fault', () => {
    expect(faultAt({ rules: [rule, { ...rule, score: 'high' }] })).toBe('rules.1.score');
    expect(faultAt({ groups: { make: ['zorb', 7] } })).toBe('groups.make.1');
    expect(faultAt({ ages: { ...ages, numbers: { ten: 'ten' } } })).toBe('ages.numbers.ten');
  });
});

describe('a rule of a lexicon', () => {
  it('looks within a sentence and sixty characters, in any order, unless it says otherwise', () => {
    expect(LexiconFile.parse({ ...file, rules: [rule] }).rules[0]).toEqual({
      ...rule,
      within: 60,
      ordered: false,
      scope: 'sentence',
      contextWithin: 60,
    });
  });

  it.each<object>([
    { score: 0 },
    { score: 1.1 },
    { score: undefined },
    { id: 'A' },
    { id: undefined },
    { hazard: 'minor' },
    { attribute: 'S1', hazard: undefined },
    { degree: 2 },
    { maturity: 'drugs', hazard: undefined },
    { maturity: 'drugs', degree: 7, hazard: undefined },
    { hazard: undefined },
    { attribute: 'art' },
    { match: [] },
    { match: 'zorb' },
    { match: '@Zorb' },
    { match: undefined },
    { near: [['a'], ['b']] },
    { match: undefined, near: [['a']] },
    { match: undefined, near: [['a'], ['b'], ['c'], ['d']] },
    { match: undefined, near: [['a'], []] },
    { within: 0 },
    { within: 401 },
    { within: 1.5 },
    { contextWithin: 0 },
    { contextWithin: 401 },
    { scope: 'paragraph' },
    { ordered: 'yes' },
    { unless: [] },
    { soften: 'story' },
    { stages: [] },
    { stages: ['between'] },
    { roles: ['developer'] },
    { regex: 'z.rb' },
  ])('refuses %j', (more) => {
    expect(acceptsRule(more)).toBe(false);
  });

  it.each<object>([
    { score: 1 },
    { attribute: 'art', hazard: undefined },
    { maturity: 'drugs', degree: 0, hazard: undefined },
    { match: '@make' },
    { match: undefined, near: ['@make', ['b'], '@c'] },
    { within: 1 },
    { within: 400 },
    { scope: 'content', ordered: true },
    { unless: '@museum', soften: ['story'] },
    { stages: ['output'], roles: ['definition', 'tool'] },
  ])('takes %j', (more) => {
    expect(acceptsRule(more)).toBe(true);
  });
});

describe('the ages of a language', () => {
  it.each(Object.keys(ages))('are not known without %s', (field) => {
    expect(accepts({ ages })).toBe(true);
    expect(accepts({ ages: { ...ages, [field]: undefined } })).toBe(false);
  });

  it.each([-1, 121, 1.5])('have no number word for %d', (number) => {
    expect(accepts({ ages: { ...ages, numbers: { many: number } } })).toBe(false);
  });
});
