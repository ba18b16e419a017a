import type { Content } from '@tyrian/contracts';
import { readLanguages, readViews } from '@tyrian/text';
import type { ReadContent } from '../detector.js';

/** Longest text that is scanned, in UTF-16 units; a longer one is a failure of coverage and so refused. */
export const MAX_CHARACTERS = 1_000_000;

/** Gives a content with its views. */
export type Read = (content: Content) => ReadContent;

export function isTooLong(content: Content): boolean {
  return content.modality === 'text' && content.text.length > MAX_CHARACTERS;
}

/** Reads each content the first time that somebody wants to see it: what everybody remembers is not read at all. */
export function readOnce(): Read {
  const seen = new Map<Content, ReadContent>();
  return (content) => {
    const known = seen.get(content);
    if (known) return known;
    const fresh =
      content.modality === 'text'
        ? { ...content, ...readViews(content.text), languages: readLanguages(content.text) }
        : content;
    seen.set(content, fresh);
    return fresh;
  };
}
