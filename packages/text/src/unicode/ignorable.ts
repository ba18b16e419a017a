/**
 * Code points that a reader does not see and that Unicode lets a program ignore (DerivedCoreProperties,
 * Default_Ignorable_Code_Point), as inclusive ranges in order. `\p{DI}` would do, but is slower and tied to the ICU at hand.
 */
const RANGES: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfff8],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/**
 * What a reader does not see either, and no program needs within a text: controls but tab and line ends, the blank
 * braille pattern, interlinear and object marks, private use, and what is no character at all.
 */
const OTHERS: readonly (readonly [number, number])[] = [
  [0x0000, 0x0008],
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x0084],
  [0x0086, 0x009f],
  [0x070f, 0x070f],
  [0x2800, 0x2800],
  [0xe000, 0xf8ff],
  [0xfdd0, 0xfdef],
  [0xfff9, 0xfffc],
  [0xfffe, 0xffff],
  [0xf0000, 0x10ffff],
];

/** One bit of answer for each unit of the basic plane, since every character of a text is asked about. */
const UNSEEN_UNITS = new Uint8Array(0x10000);
for (const [first, last] of [...RANGES, ...OTHERS]) if (first <= 0xffff) UNSEEN_UNITS.fill(1, first, last + 1);

/** Whether a reader does not see the code point, for whatever reason. Views leave it out, and detectors report it. */
export function isUnseen(codePoint: number): boolean {
  if (codePoint <= 0xffff) return UNSEEN_UNITS[codePoint] === 1;
  return isDefaultIgnorable(codePoint) || isIn(OTHERS, codePoint) || (codePoint & 0xfffe) === 0xfffe;
}

/** Whether a reader does not see the code point: zero-width, soft hyphen, bidi control, variation selector, tag... */
export function isDefaultIgnorable(codePoint: number): boolean {
  return codePoint >= 0xad && isIn(RANGES, codePoint);
}

function isIn(ranges: readonly (readonly [number, number])[], codePoint: number): boolean {
  for (const [first, last] of ranges) {
    if (codePoint < first) return false;
    if (codePoint <= last) return true;
  }
  return false;
}
