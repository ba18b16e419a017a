/**
 * Whether the last digit is the check digit of the others (ISO/IEC 7064, MOD 11,10). Digits only.
 *
 * @example
 * isMod11And10('07945'); // true
 */
export function isMod11And10(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at++) {
    const sum = (product + digits.charCodeAt(at) - 48) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return digits.length > 1 && (product + digits.charCodeAt(digits.length - 1) - 48) % 10 === 1;
}
