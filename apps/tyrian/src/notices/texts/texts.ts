import { acceptedTags } from '@tyrian/gateway';
import { de } from './de.js';
import { en, type PageTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt } from './pt.js';

/** The languages of the public pages, each by its own name. All but English were not read by native speakers yet. */
export const PAGE_LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
} as const;
export type PageLanguage = keyof typeof PAGE_LANGUAGES;

const TEXTS: Record<PageLanguage, PageTexts> = { en, de, es, fr, it, nl, pl, pt };

export function textsIn(language: PageLanguage): PageTexts {
  return TEXTS[language];
}

/** The language that a page is asked for in: named in its address, else the first that the browser accepts. */
export function pageLanguage(named: unknown, accepted: string | undefined, otherwise: string): PageLanguage {
  const wanted = [named, ...acceptedTags(accepted).map(({ language }) => language), otherwise];
  return wanted.find(isPageLanguage) ?? 'en';
}

function isPageLanguage(name: unknown): name is PageLanguage {
  return typeof name === 'string' && Object.hasOwn(TEXTS, name);
}
