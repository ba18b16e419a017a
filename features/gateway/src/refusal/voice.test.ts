import type { Content } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedTags, Language, toLanguage } from './language.js';
import { type Hints, voiceOf } from './voice.js';

const said = (text: string, role: Content['role'] = 'user'): Content => ({
  modality: 'text',
  place: 'p',
  role,
  stage: 'input',
  text,
});
const hints = (acceptLanguage?: string, country?: string): Hints => ({ acceptLanguage, country });
const POLISH = 'Czy możesz mi powiedzieć, jak upiec chleb?';
const FINNISH = 'Voitko kertoa minulle, miten leipää leivotaan?';

describe('the language of an answer', () => {
  it.each([
    ['is the one that the user writes in', { language: 'de' }, hints('fr'), [said(POLISH)], 'pl'],
    ['is not the one of a system prompt', {}, hints('fr'), [said(POLISH, 'system')], 'fr'],
    ['is the one that the program asks for, where nobody can tell', {}, hints('fr'), [said('hm')], 'fr'],
    [
      'is the one that the program asks for, where nobody here speaks the other',
      {},
      hints('ja'),
      [said(FINNISH)],
      'ja',
    ],
    ['is the best one of those asked for that is spoken here', {}, hints('fi, de-AT;q=0.5, ko;q=0.7'), [], 'ko'],
    ["is the platform's, where nothing is asked for", { language: 'tr' }, hints('xx'), [], 'tr'],
    ['is English else', {}, hints(), [], 'en'],
  ] as const)('%s', (_what, settings, asked, contents, wanted) => {
    expect(voiceOf(settings, asked, contents).language).toBe(wanted);
  });
});

describe('the country of help lines', () => {
  it.each([
    ['is the one that the platform names for its user', { country: 'DE' }, hints('fr-FR', 'CH'), 'CH'],
    ['is the region that the program asks for', { country: 'DE' }, hints('en, fr-FR'), 'FR'],
    ['is not the United States because a program says so by default', { country: 'DE' }, hints('en-US,en;q=0.9'), 'DE'],
    ['is the United States where nothing else is known', {}, hints('en-US,en;q=0.9'), 'US'],
    ['is the region behind a script', {}, hints('zh-Hant-TW'), 'TW'],
    ['is none where nothing is known', {}, hints('de'), undefined],
  ] as const)('%s', (_what, settings, asked, wanted) => {
    expect(voiceOf(settings, asked).country).toBe(wanted);
  });
});

describe('acceptedTags', () => {
  it('reads any header without a fault, and keeps what is wanted most in front', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        for (const { language } of acceptedTags(header)) expect(language).toMatch(/^[a-z]{2,3}$/);
      }),
    );
    const weights = fc.uniqueArray(fc.constantFrom('de', 'fr', 'es', 'pl', 'ja'), { minLength: 1 });
    fc.assert(
      fc.property(weights, (wanted) => {
        const header = wanted
          .map((tag, index) => `${tag};q=${(1 - index / 10).toFixed(1)}`)
          .reverse()
          .join(', ');
        expect(acceptedTags(header).map(({ language }) => language)).toEqual(wanted);
      }),
    );
  });

  it('passes over what is not wanted, and over a header of any length', () => {
    expect(acceptedTags('de;q=0, *;q=0.5, fr;q=x')).toEqual([]);
    expect(acceptedTags('de,'.repeat(1_000))).toEqual([]);
  });
});

describe('toLanguage', () => {
  it('knows its languages in any case and region, and no other', () => {
    for (const language of Language.options) expect(toLanguage(`${language.toUpperCase()}-XX`)).toBe(language);
    for (const other of ['fi', 'ent', '', undefined, 'e']) expect(toLanguage(other)).toBeUndefined();
  });
});
