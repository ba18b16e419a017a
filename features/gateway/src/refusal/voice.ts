import type { Content } from '@tyrian/contracts';
import { readLanguages } from '@tyrian/text';
import type { AnswerSettings } from '../ports.js';
import type { Exchange } from '../verdict/exchange.js';
import type { HelpLine } from './help-lines.js';
import { acceptedTags, type Language, toLanguage } from './language.js';

/** In which language somebody is answered, and with which country's help lines. */
export interface Voice {
  readonly language: Language;
  readonly country: string | undefined;
  readonly helpLines: readonly HelpLine[];
}

/** Enough to know a language by. */
const MAX_READ = 2_000;

/** What a request says of its sender. */
export type Hints = Pick<Exchange, 'acceptLanguage' | 'country'>;

/**
 * The language that the user writes in, else the one that their program asks for, else the platform's, else English. The
 * country that the platform names, else the region that their program asks for, else the platform's own.
 */
export function voiceOf(settings: AnswerSettings, hints: Hints, contents: readonly Content[] = []): Voice {
  const tags = acceptedTags(hints.acceptLanguage);
  const asked = tags.map(({ language }) => toLanguage(language)).find((language) => language !== undefined);
  return {
    language: writtenIn(contents) ?? asked ?? settings.language ?? 'en',
    country: hints.country ?? regionOf(tags, settings.country) ?? settings.country,
    helpLines: settings.helpLines ?? [],
  };
}

/** What most of the user's own words are in; a word or two say too little. */
function writtenIn(contents: readonly Content[]): Language | undefined {
  const text = contents
    .flatMap((content) => (content.role === 'user' && content.modality === 'text' ? [content.text] : []))
    .join('\n')
    .slice(-MAX_READ);
  const [main] = readLanguages(text).spoken;
  return main?.isSure ? toLanguage(main.language) : undefined;
}

/** Programs say en-US all over the world, so it does not win over what a platform says of itself. */
function regionOf(tags: ReturnType<typeof acceptedTags>, own: string | undefined): string | undefined {
  const found = tags.find(({ region }) => region !== undefined);
  if (own !== undefined && found?.language === 'en' && found.region === 'US') return undefined;
  return found?.region;
}
