import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HelpLines, HelpPurpose, pickHelpLines } from '../src/refusal/help-lines.js';

const { lines, asOf } = HelpLines.parse(
  parse(readFileSync(new URL('../data/help-lines.yaml', import.meta.url), 'utf8')),
);
const countries = new Set(lines.map(({ country }) => country).filter((country) => country !== 'any'));

describe('the help lines that come along', () => {
  it('cover at least 45 countries, each with a line for suicide or for children', () => {
    expect(countries.size).toBeGreaterThanOrEqual(45);
    for (const country of countries) {
      const purposes = lines.filter((line) => line.country === country).flatMap((line) => line.for);
      expect(
        purposes.some((purpose) => purpose === 'suicide' || purpose === 'child'),
        country,
      ).toBe(true);
    }
  });

  it('are of countries that exist, and of languages that do', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const tongues = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    for (const country of countries) expect(regions.of(country), country).toBeDefined();
    for (const language of lines.flatMap((line) => line.languages))
      expect(tongues.of(language), language).toBeDefined();
  });

  it('name no line twice, and none from after their own day', () => {
    const names = lines.map(({ country, name }) => `${country} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { checkedOn } of lines) if (checkedOn !== undefined) expect(checkedOn <= asOf).toBe(true);
  });

  it('have numbers that can be dialled', () => {
    for (const { number, name } of lines) if (number !== undefined) expect(number, name).toMatch(/^[*\d][\d\- ]+$/);
  });
});

describe('pickHelpLines', () => {
  const names = (country: string | undefined, purposes: HelpPurpose[], language: 'de' | 'fr' = 'de') =>
    pickHelpLines(lines, country, purposes, language).map(({ name }) => name);

  it('names those of the country for the purpose, who speak the language first', () => {
    expect(names('BE', ['suicide'], 'fr')[0]).toBe('Centre de Prévention du Suicide');
    expect(names('DE', ['suicide'])).toEqual(['TelefonSeelsorge']);
  });

  it('names those of no country where the country has none, and none where there is none', () => {
    expect(names(undefined, ['child'])).toEqual(['Child Helpline International']);
    expect(names('AT', ['prevention'])).toEqual(['Troubled Desire']);
    expect(names('AQ', ['suicide'])).toEqual([]);
  });

  it('names few, and each once', () => {
    for (const country of countries) {
      const picked = names(country, [...HelpPurpose.options]);
      expect(picked.length).toBeLessThanOrEqual(4);
      expect(new Set(picked).size).toBe(picked.length);
    }
  });
});
