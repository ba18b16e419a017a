/** Where the decimal digits of a script begin, for the scripts of the Basic Multilingual Plane that people write. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];
const NONE = 255;
const VALUES = new Uint8Array(0x10000).fill(NONE);
for (const zero of ZEROS) for (let digit = 0; digit < 10; digit++) VALUES[zero + digit] = digit;

/**
 * The value of a decimal digit of any common script, full-width ones too; undefined for anything else.
 *
 * @example
 * digitOf('٣'.charCodeAt(0)); // 3
 */
export function digitOf(unit: number): number | undefined {
  const value = VALUES[unit] ?? NONE;
  return value === NONE ? undefined : value;
}

/** The same characters, unit for unit, with digits, spaces and hyphens as ASCII has them. */
export function withAsciiDigits(text: string): string {
  let out: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (out !== undefined) out += text.charAt(at);
      continue;
    }
    out ??= text.slice(0, at);
    const digit = digitOf(unit);
    if (digit !== undefined) out += digit;
    else if (isSpace(unit)) out += ' ';
    else if (isHyphen(unit)) out += '-';
    else out += text.charAt(at);
  }
  return out ?? text;
}

function isSpace(unit: number): boolean {
  return unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x3000;
}

function isHyphen(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xff0d;
}
