import { z } from 'zod';
import { invalid } from '../classifier-error.js';
import type { Normalizer } from './normalizers/normalizer.js';
import { PrefixTree } from './prefix-tree.js';

export const AddedToken = z.strictObject({
  id: z.int().nonnegative(),
  content: z.string().min(1),
  single_word: z.boolean(),
  lstrip: z.boolean(),
  rstrip: z.boolean(),
  normalized: z.boolean(),
  special: z.boolean(),
});
export type AddedToken = z.infer<typeof AddedToken>;

/** A token, or a piece of text between two. */
export type Section = number | string;

/** Cuts a text at the tokens that stand in it, the longest where several begin. */
export type CutSections = (text: string) => readonly Section[];

/**
 * Tokens beside the vocabulary that are found in the raw text, and those that are found in what the normalizer makes of it.
 * Special ones are left out: whoever writes `[SEP]` has written five characters, and ends nothing.
 */
export function cutAddedTokens(
  tokens: readonly AddedToken[],
  normalizer: Normalizer,
): { readonly raw: CutSections; readonly normalized: CutSections } {
  const plain = tokens.filter(({ special }) => !special);
  const odd = plain.find(({ single_word, lstrip, rstrip }) => single_word || lstrip || rstrip);
  if (odd) throw invalid(`tokenizer.json: added token ${odd.id} strips or wants whole words, which is not supported`);
  return {
    raw: cutter(plain.filter(({ normalized }) => !normalized).map(({ content, id }) => [content, id])),
    normalized: cutter(
      plain.filter(({ normalized }) => normalized).map(({ content, id }) => [normalizer(content), id]),
    ),
  };
}

function cutter(words: readonly (readonly [string, number])[]): CutSections {
  if (words.length === 0) return (text) => [text];
  const tree = new PrefixTree(words);
  return (text) => {
    const sections: Section[] = [];
    let from = 0;
    for (let at = 0; at < text.length; ) {
      let [end, id] = [0, 0];
      tree.each(text, at, (foundEnd, foundId) => {
        end = foundEnd;
        id = foundId;
      });
      if (end === 0) at++;
      else {
        if (at > from) sections.push(text.slice(from, at));
        sections.push(id);
        at = end;
        from = end;
      }
    }
    if (from < text.length) sections.push(text.slice(from));
    return sections;
  };
}
