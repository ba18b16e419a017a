import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import { byteLevel } from './byte-level.js';
import { metaspace } from './metaspace.js';
import type { PreTokenizer } from './pre-tokenizer.js';

const Plain = z.strictObject({ type: z.string() });
const Punctuation = z.strictObject({ type: z.string(), behavior: z.literal('Isolated').optional() });
const Digits = z.strictObject({ type: z.string(), individual_digits: z.boolean() });
const Sequence = z.strictObject({ type: z.string(), pretokenizers: z.array(z.unknown()).max(50) });

type Create = (settings: unknown, where: string) => PreTokenizer;

/** All matches of a pattern that is linear. */
function byWords(pattern: RegExp): PreTokenizer {
  return (piece) => piece.match(pattern) ?? [];
}

function plain(preTokenizer: PreTokenizer): Create {
  return (settings, where) => {
    parseAs(Plain, settings, where);
    return preTokenizer;
  };
}

const SIGNS = '\\p{P}\\u0021-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u007e';
const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}';

const KINDS: Readonly<Record<string, Create>> = {
  BertPreTokenizer: plain(byWords(new RegExp(`[^${SIGNS}\\p{White_Space}]+|[${SIGNS}]`, 'gu'))),
  WhitespaceSplit: plain(byWords(/\P{White_Space}+/gu)),
  Whitespace: plain(byWords(new RegExp(`[${WORD}]+|[^${WORD}\\p{White_Space}]+`, 'gu'))),
  Metaspace: metaspace,
  ByteLevel: byteLevel,
  Punctuation: (settings, where) => {
    parseAs(Punctuation, settings, where);
    return byWords(new RegExp(`[^${SIGNS}]+|[${SIGNS}]`, 'gu'));
  },
  Digits: (settings, where) => {
    const { individual_digits } = parseAs(Digits, settings, where);
    return byWords(individual_digits ? /\P{N}+|\p{N}/gu : /\P{N}+|\p{N}+/gu);
  },
  Sequence: (settings, where) => {
    const { pretokenizers } = parseAs(Sequence, settings, where);
    const each = pretokenizers.map((one, at) => createPreTokenizer(one, `${where}.${at}`));
    return (piece, isFirst) =>
      each.reduce<readonly string[]>(
        (words, cut) => words.flatMap((word, at) => cut(word, isFirst && at === 0)),
        [piece],
      );
  },
};

/** Throws `invalid` for a kind or a setting that is not known. */
export function createPreTokenizer(settings: unknown, where = 'tokenizer.json: pre_tokenizer'): PreTokenizer {
  if (settings === null || settings === undefined) return (piece) => [piece];
  const { type } = parseAs(z.object({ type: z.string() }), settings, where);
  const create = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (create === undefined) throw invalid(`${where}: ${type} is not supported`);
  return create(settings, where);
}
