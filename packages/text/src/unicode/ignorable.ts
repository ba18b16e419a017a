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

/** Whether a reader does not see the code point: zero-width, soft hyphen, bidi control, variation selector, tag... */
export function isDefaultIgnorable(codePoint: number): boolean {
  if (codePoint < 0xad) return false;
  for (const [first, last] of RANGES) {
    if (codePoint < first) return false;
    if (codePoint <= last) return true;
  }
  return false;
}
