/** Writing systems as far as they tell languages apart. */
export const LATIN = 1;
export const CYRILLIC = 2;
export const ARABIC = 3;
export const DEVANAGARI = 4;
export const HAN = 5;
export const KANA = 6;
export const HANGUL = 7;
/** From here on a script has one language. */
export const SINGLE = 8;

/** Scripts that one language writes with, as far as any of weight is concerned: first, last unit, language. */
export const SINGLE_SCRIPTS: readonly (readonly [first: number, last: number, language: string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x1f00, 0x1fff, 'el'],
  [0x530, 0x58f, 'hy'],
  [0x590, 0x5ff, 'he'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb00, 0xb7f, 'or'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0xf00, 0xfff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
];

const RANGES: readonly (readonly [first: number, last: number, script: number])[] = [
  [0x41, 0x5a, LATIN],
  [0x61, 0x7a, LATIN],
  [0xc0, 0x24f, LATIN],
  [0x1e00, 0x1eff, LATIN],
  [0xff21, 0xff3a, LATIN],
  [0xff41, 0xff5a, LATIN],
  [0x400, 0x52f, CYRILLIC],
  [0x620, 0x6d3, ARABIC],
  [0x6fa, 0x6ff, ARABIC],
  [0x750, 0x77f, ARABIC],
  [0x900, 0x963, DEVANAGARI],
  [0x3400, 0x9fff, HAN],
  [0xf900, 0xfaff, HAN],
  [0x3041, 0x3096, KANA],
  [0x30a1, 0x30fa, KANA],
  [0x30fc, 0x30fc, KANA],
  [0xff66, 0xff9d, KANA],
  [0x1100, 0x11ff, HANGUL],
  [0x3130, 0x318f, HANGUL],
  [0xac00, 0xd7a3, HANGUL],
];

/** Marks that belong to the letter before them and may be missing. */
const MARKS: readonly (readonly [first: number, last: number])[] = [
  [0x300, 0x36f],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x5b0, 0x5c7],
];
export const MARK = 63;
export const APOSTROPHE = 62;
/** Ends a sentence wherever it stands. */
export const END = 61;
/** Ends a sentence before white space. */
export const END_BEFORE_SPACE = 60;
const ENDS = [...'。！？।؟«»“”„"\n'].map((one) => one.charCodeAt(0));
const ENDS_BEFORE_SPACE = [...'.!?:;'].map((one) => one.charCodeAt(0));
const APOSTROPHES = [0x27, 0x2019, 0x2bc, 0x2018];
/** No letters in spite of the range they lie in: signs, digits, marks of sentences. */
const NO_LETTER = /[^\p{L}\p{M}]/u;

/** Bits of a unit's entry: the folded unit below, then its script. */
export const SCRIPT_SHIFT = 16;
export const SCRIPT_BITS = 63;

/** For each UTF-16 unit its folded unit and its script. */
export function buildUnits(): Uint32Array {
  const units = new Uint32Array(0x10000);
  const set = (first: number, last: number, script: number) => {
    for (let unit = first; unit <= last; unit++) {
      if (script >= HAN && script <= HANGUL) {
        units[unit] = unit | (script << SCRIPT_SHIFT);
        continue;
      }
      const character = String.fromCharCode(unit);
      if (!NO_LETTER.test(character)) units[unit] = fold(character) | (script << SCRIPT_SHIFT);
    }
  };
  for (const [first, last, script] of RANGES) set(first, last, script);
  for (const [index, [first, last]] of SINGLE_SCRIPTS.entries()) set(first, last, SINGLE + index);
  for (const [first, last] of MARKS) units.fill(MARK << SCRIPT_SHIFT, first, last + 1);
  for (const unit of ENDS) units[unit] = END << SCRIPT_SHIFT;
  for (const unit of ENDS_BEFORE_SPACE) units[unit] = END_BEFORE_SPACE << SCRIPT_SHIFT;
  for (const unit of APOSTROPHES) units[unit] = 0x27 | (APOSTROPHE << SCRIPT_SHIFT);
  return units;
}

function fold(character: string): number {
  if (character < '\x80') return character.charCodeAt(0) | 32;
  const plain = character >= '\uff00' ? character.normalize('NFKC') : character;
  return plain.toLowerCase().charCodeAt(0);
}
