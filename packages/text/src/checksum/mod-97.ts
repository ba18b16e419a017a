/**
 * The number that digits and letters (A = 10 to Z = 35) spell, modulo 97 (ISO/IEC 7064, MOD 97-10). An IBAN with its
 * first four characters put last gives 1.
 *
 * @example
 * mod97('3214282912345698765432161182'); // 1
 */
export function mod97(text: string): number {
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) rest = (rest * 10 + unit - 48) % 97;
    else rest = (rest * 100 + (unit & ~32) - 55) % 97;
  }
  return rest;
}
