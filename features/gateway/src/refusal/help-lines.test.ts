import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HelpLine, HelpPurpose, pickHelpLines } from './help-lines.js';

const line = (country: string, name: string, purposes: HelpPurpose[], ...languages: string[]): HelpLine =>
  HelpLine.parse({ country, name, number: '116 111', for: purposes, languages, source: 'https://a.test' });
const LINES = [
  line('any', 'World', ['child'], 'en'),
  line('BE', 'Zorb', ['suicide'], 'nl'),
  line('BE', 'Blax', ['suicide'], 'fr'),
  line('BE', 'Quux', ['suicide', 'child'], 'nl'),
  line('DE', 'Wibble', ['suicide'], 'de'),
];
const names = (country: string | undefined, purposes: HelpPurpose[], language: 'de' | 'fr' = 'fr') =>
  pickHelpLines(LINES, country, purposes, language).map(({ name }) => name);

describe('a help line', () => {
  it.each([
    { number: undefined },
    { url: 'javascript:alert(1)' },
    { country: 'Germany' },
    { for: [] },
    { for: ['money'] },
    { languages: [] },
    { source: undefined },
    { checkedOn: 'yesterday' },
    { zorb: 1 },
  ])('is not taken with %j', (more) => {
    expect(HelpLine.safeParse({ ...line('DE', 'Zorb', ['child'], 'de'), ...more }).success).toBe(false);
  });
});

describe('pickHelpLines', () => {
  it('names those of the country for the purpose, who speak the language first', () => {
    expect(names('BE', ['suicide'])).toEqual(['Blax', 'Zorb']);
    expect(names('DE', ['suicide'])).toEqual(['Wibble']);
  });

  it('names those of no country where the country has none, and none where there is none', () => {
    expect(names('DE', ['child'])).toEqual(['World']);
    expect(names(undefined, ['child', 'suicide'])).toEqual(['World']);
    expect(names('BE', ['child'])).toEqual(['Quux']);
    expect(names('AQ', ['suicide'])).toEqual([]);
  });

  it('names few, each once, and none of another country', () => {
    const country = fc.constantFrom('any', 'DE', 'BE');
    const some = fc.uniqueArray(fc.constantFrom(...HelpPurpose.options), { minLength: 1 });
    const any = fc.tuple(country, some).map(([where, purposes]) => line(where, 'Zorb', purposes, 'de'));
    fc.assert(
      fc.property(fc.array(any), some, (lines, purposes) => {
        const picked = pickHelpLines(lines, 'DE', purposes, 'de');
        expect(picked.length).toBeLessThanOrEqual(4);
        expect(new Set(picked).size).toBe(picked.length);
        expect(
          picked.every((one) => one.country !== 'BE' && one.for.some((purpose) => purposes.includes(purpose))),
        ).toBe(true);
      }),
    );
  });
});
