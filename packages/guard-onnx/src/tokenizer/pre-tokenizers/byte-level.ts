import { z } from 'zod';
import { parseAs } from '../../classifier-error.js';
import type { PreTokenizer } from './pre-tokenizer.js';

const Settings = z.strictObject({
  type: z.string(),
  add_prefix_space: z.boolean(),
  trim_offsets: z.boolean().optional(),
  use_regex: z.boolean().default(true),
});

/** The words of GPT-2: contractions, letters, numbers, other signs, each with one space before it; spaces. Linear. */
const WORDS =
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;

const isPrintable = (byte: number) =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff);

/** The character that stands for each byte: itself where it can be seen, or one from U+0100 on. */
export const BYTE_CHARACTERS: readonly string[] = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(isPrintable(byte) ? byte : next++));
})();

export function byteLevel(settings: unknown, where: string): PreTokenizer {
  const { add_prefix_space, use_regex } = parseAs(Settings, settings, where);
  return (piece) => {
    const text = add_prefix_space && !piece.startsWith(' ') ? ` ${piece}` : piece;
    const words = use_regex ? (text.match(WORDS) ?? []) : [text];
    return words.map(inBytes);
  };
}

function inBytes(word: string): string {
  let result = '';
  for (const byte of Buffer.from(word, 'utf8')) result += BYTE_CHARACTERS[byte];
  return result;
}
