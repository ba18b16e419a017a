/** The zeros of the scripts that have digits of their own; each is followed by its one to nine. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/**
 * What a UTF-16 unit counts as a decimal digit of any script; -1 where it is none.
 *
 * @example
 * digitValue('९'.charCodeAt(0)); // 9
 */
export function digitValue(unit: number): number {
  if (unit < 0x660) return unit >= 48 && unit <= 57 ? unit - 48 : -1;
  for (const zero of ZEROS) {
    if (unit < zero) return -1;
    if (unit <= zero + 9) return unit - zero;
  }
  return -1;
}
