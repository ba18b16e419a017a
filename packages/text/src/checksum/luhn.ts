/**
 * Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B). Digits only.
 *
 * @example
 * isLuhn('79927398713'); // true
 */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - 48;
    const doubled = back % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 1 && sum % 10 === 0;
}
