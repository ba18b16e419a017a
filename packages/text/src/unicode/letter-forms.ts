/**
 * Letters in other shapes that neither NFKC nor the confusables of Unicode turn into plain ones: small capitals, turned
 * letters, and Cyrillic ones whose small form is a small capital.
 */
const SHAPES: Readonly<Record<string, string>> = {
  a: '\u1d00\u0250\u1d01\u2c6f',
  b: '\u0299\u1d03\u0432\u15f7',
  c: '\u0254',
  d: '\u1d05',
  e: '\u1d07\u01dd\u0259\u0258\u025b\u2c7b',
  f: '\ua730\u025f',
  g: '\u0262\u0253',
  h: '\u029c\u0265\u043d',
  i: '\u1d09',
  j: '\u1d0a\u027e',
  k: '\u1d0b\u029e\u043a\u0138',
  l: '\u029f\u05df\ua781',
  m: '\u1d0d\u026f\u043c',
  n: '\u0274\u0438\u043f',
  o: '\u1d0f',
  p: '\u1d18',
  q: '\u01eb',
  r: '\u0280\u0279\u044f',
  t: '\u1d1b\u0287\u0442',
  u: '\u1d1c',
  v: '\u028c',
  w: '\u028d',
  x: '\u1e8b\u0445',
  y: '\u028e\u028f',
  z: '\u1d22',
};

/** Blocks of 26 capitals in a row: negative circled, negative squared, and regional indicators, which spell flags. */
const ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];
const REGIONAL_FIRST = 0x1f1e6;
const A = 97;

/** Every such shape with its letter. */
export function* letterForms(): Generator<[codePoint: number, letter: string]> {
  for (const [letter, shapes] of Object.entries(SHAPES))
    for (const shape of shapes) yield [shape.codePointAt(0) ?? 0, letter];
  for (const first of ALPHABETS) for (let at = 0; at < 26; at++) yield [first + at, String.fromCharCode(A + at)];
}

/** Whether the code point is a regional indicator: two of them make a flag. */
export function isRegionalIndicator(codePoint: number): boolean {
  return codePoint >= REGIONAL_FIRST && codePoint < REGIONAL_FIRST + 26;
}
