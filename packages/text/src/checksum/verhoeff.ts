/** Multiplication in the dihedral group of ten elements. */
const PRODUCT = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTED = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/**
 * Whether the last digit is the check digit of the others after Verhoeff (1969). Digits only.
 *
 * @example
 * isVerhoeff('2363'); // true
 */
export function isVerhoeff(digits: string): boolean {
  let state = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - 48;
    const permuted = (PERMUTED[back % 8]?.charCodeAt(digit) ?? 48) - 48;
    state = (PRODUCT[state]?.charCodeAt(permuted) ?? 48) - 48;
  }
  return digits.length > 1 && state === 0;
}
