const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
const SPACELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** A unit that parts words. */
export const BETWEEN = 0;
/** A unit that a word is made of. */
export const LETTER_UNIT = 1;
/** A unit that is a word by itself, since its script has no spaces. */
export const WORD_UNIT = 2;

let table: Uint8Array | undefined;

/** What each UTF-16 unit is to words, made when first asked for. Surrogates make words, so that emoji are words. */
export function wordUnits(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = kind(unit);
  return table;
}

function kind(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return LETTER_UNIT;
  const character = String.fromCharCode(unit);
  if (!LETTER.test(character)) return BETWEEN;
  return SPACELESS.test(character) ? WORD_UNIT : LETTER_UNIT;
}
