import { z } from 'zod';
import { invalid, parseAs } from '../../classifier-error.js';
import { bertNormalizer } from './bert-normalizer.js';
import { lowerCase } from './characters.js';
import type { Normalizer } from './normalizer.js';
import { precompiledNormalizer } from './precompiled.js';
import { replaceNormalizer } from './replace.js';

const Plain = z.strictObject({ type: z.string() });
const Strip = z.strictObject({ type: z.string(), strip_left: z.boolean(), strip_right: z.boolean() });
const Prepend = z.strictObject({ type: z.string(), prepend: z.string() });
const Sequence = z.strictObject({ type: z.string(), normalizers: z.array(z.unknown()).max(50) });

type Create = (settings: unknown, where: string) => Normalizer;

function plain(normalizer: Normalizer): Create {
  return (settings, where) => {
    parseAs(Plain, settings, where);
    return normalizer;
  };
}

const KINDS: Readonly<Record<string, Create>> = {
  BertNormalizer: bertNormalizer,
  Precompiled: precompiledNormalizer,
  Replace: replaceNormalizer,
  Lowercase: plain(lowerCase),
  // Unlike the one of BERT it does not take characters apart first.
  StripAccents: plain((text) => text.replace(/\p{M}/gu, '')),
  NFC: plain((text) => text.normalize('NFC')),
  NFD: plain((text) => text.normalize('NFD')),
  NFKC: plain((text) => text.normalize('NFKC')),
  NFKD: plain((text) => text.normalize('NFKD')),
  Strip: (settings, where) => {
    const { strip_left, strip_right } = parseAs(Strip, settings, where);
    return (text) => trimmed(text, strip_left, strip_right);
  },
  Prepend: (settings, where) => {
    const { prepend } = parseAs(Prepend, settings, where);
    return (text) => (text === '' ? text : prepend + text);
  },
  Sequence: (settings, where) => {
    const { normalizers } = parseAs(Sequence, settings, where);
    const each = normalizers.map((one, at) => createNormalizer(one, `${where}.${at}`));
    return (text) => each.reduce((now, normalizer) => normalizer(now), text);
  },
};

/** Throws `invalid` for a kind or a setting that is not known: a text cut otherwise than in training is judged by chance. */
export function createNormalizer(settings: unknown, where = 'tokenizer.json: normalizer'): Normalizer {
  if (settings === null || settings === undefined) return (text) => text;
  const { type } = parseAs(z.object({ type: z.string() }), settings, where);
  const create = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (create === undefined) throw invalid(`${where}: ${type} is not supported`);
  return create(settings, where);
}

const SPACE = /\p{White_Space}/u;

/** `trim` of JavaScript takes other characters for spaces. */
function trimmed(text: string, left: boolean, right: boolean): string {
  let [start, end] = [0, text.length];
  while (left && start < end && SPACE.test(text[start] ?? '')) start++;
  while (right && end > start && SPACE.test(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}
