import { z } from 'zod';
import { parseAs } from '../../classifier-error.js';
import type { PreTokenizer } from './pre-tokenizer.js';

const Settings = z.strictObject({
  type: z.string(),
  replacement: z.string().regex(/^.$/su),
  prepend_scheme: z.enum(['always', 'first', 'never']).optional(),
  /** How older files say `prepend_scheme`. */
  add_prefix_space: z.boolean().optional(),
  str_rep: z.string().optional(),
  split: z.boolean().default(true),
});

/** Makes spaces visible, and begins a word at each. */
export function metaspace(settings: unknown, where: string): PreTokenizer {
  const given = parseAs(Settings, settings, where);
  const scheme = given.prepend_scheme ?? (given.add_prefix_space === false ? 'never' : 'always');
  const mark = given.replacement;
  return (piece, isFirst) => {
    const marked = piece.replaceAll(' ', mark);
    const isPrepended = !marked.startsWith(mark) && (scheme === 'always' || (scheme === 'first' && isFirst));
    const text = isPrepended ? mark + marked : marked;
    if (!given.split) return [text];
    const [before = '', ...words] = text.split(mark);
    return [...(before === '' ? [] : [before]), ...words.map((word) => mark + word)];
  };
}
