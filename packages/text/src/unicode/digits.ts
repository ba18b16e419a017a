/** The zeros of the scripts that have digits of their own; each is followed by its one to nine. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** One more than its value for each unit that is a digit. */
const VALUES = new Uint8Array(0x10000);
for (const zero of [48, ...ZEROS]) for (let value = 0; value < 10; value++) VALUES[zero + value] = value + 1;

/**
 * What a UTF-16 unit counts as a decimal digit of any script; -1 where it is none.
 *
 * @example
 * digitValue('९'.charCodeAt(0)); // 9
 */
export function digitValue(unit: number): number {
  return (VALUES[unit] ?? 0) - 1;
}

/** The same characters, unit for unit, with digits, spaces and hyphens as ASCII has them. */
export function withAsciiDigits(text: string): string {
  let out: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const plain = unit < 0x80 ? undefined : asciiOf(unit);
    if (plain === undefined) {
      if (out !== undefined) out += text.charAt(at);
    } else out = (out ?? text.slice(0, at)) + plain;
  }
  return out ?? text;
}

function asciiOf(unit: number): string | undefined {
  const digit = digitValue(unit);
  if (digit >= 0) return String(digit);
  if (isSpace(unit)) return ' ';
  return isHyphen(unit) ? '-' : undefined;
}

function isSpace(unit: number): boolean {
  return unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x3000;
}

function isHyphen(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xff0d;
}
