import { describe, expect, it } from 'vitest';
import { readHelpLines } from './help-lines.js';

const { lines, asOf } = readHelpLines({});
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
