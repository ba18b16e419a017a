import { z } from 'zod';
import { parseAs } from '../../classifier-error.js';
import { lowerCase, withoutAccents } from './characters.js';
import type { Normalizer } from './normalizer.js';

const Settings = z.strictObject({
  type: z.string(),
  clean_text: z.boolean(),
  handle_chinese_chars: z.boolean(),
  strip_accents: z.boolean().nullish(),
  lowercase: z.boolean(),
});

const UNWANTED = /(?![\t\n\r])[\0\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const SPACE = /\p{White_Space}/gu;
/** The blocks that the original lists, not those of today's Unicode: the vocabulary was made with these. */
const IDEOGRAPH =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b920}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

export function bertNormalizer(settings: unknown, where: string): Normalizer {
  const given = parseAs(Settings, settings, where);
  const stripsAccents = given.strip_accents ?? given.lowercase;
  return (text) => {
    let now = text;
    if (given.clean_text) now = now.replace(UNWANTED, '').replace(SPACE, ' ');
    if (given.handle_chinese_chars) now = now.replace(IDEOGRAPH, ' $& ');
    if (stripsAccents) now = withoutAccents(now);
    return given.lowercase ? lowerCase(now) : now;
  };
}
