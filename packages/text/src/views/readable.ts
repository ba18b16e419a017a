import type { DecodedCharacter } from './utf8.js';

const SEEN = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cf}]$/u;
const LETTER_OR_SPACE = /^[\p{L}\p{M}\s]$/u;
/** Of what is decoded, this share can be seen, and this share is letters and spaces. */
const SEEN_MIN = 0.97;
const LETTERS_MIN = 0.35;
/** So little could be text by accident that it has to be letters and spaces altogether. */
const SHORT = 8;
const ENCODED_AGAIN = /^[A-Za-z0-9+/=_%&#;\\\s-]+$/;
const ENCODED_MIN = 8;

/** Whether what was decoded is text, or encoded once more, and no accident. */
export function isReadable(characters: readonly DecodedCharacter[]): boolean {
  let seen = 0;
  let letters = 0;
  for (const { character } of characters) {
    if (SEEN.test(character) || character === '\n' || character === '\t' || character === '\r') seen++;
    if (LETTER_OR_SPACE.test(character)) letters++;
  }
  const count = characters.length;
  if (count < 3 || seen < count * SEEN_MIN) return false;
  if (letters >= count * (count < SHORT ? 1 : LETTERS_MIN)) return true;
  return count >= ENCODED_MIN && ENCODED_AGAIN.test(characters.map(({ character }) => character).join(''));
}
