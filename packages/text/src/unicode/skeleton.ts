import { FOREIGN, kindOf, letterOf, lookAlike, MARK, MARKED, SHAPED } from './look-alikes.js';

const TAKEN = new Set([FOREIGN, SHAPED, MARKED]);

/**
 * A name as a reader takes it: look-alikes of other scripts, styled letters and letters with marks as plain Latin ones, in
 * lower case.
 *
 * @example
 * latinSkeleton('раyраl'); // 'paypal'
 */
export function latinSkeleton(name: string): string {
  let out = '';
  for (const character of name.toLowerCase()) {
    const codePoint = character.codePointAt(0) ?? 0;
    const entry = codePoint < 0x80 ? 0 : lookAlike(codePoint);
    if (codePoint < 0x80) out += character;
    else if (TAKEN.has(kindOf(entry))) out += letterOf(entry);
    else if (kindOf(entry) !== MARK) out += character;
  }
  return out;
}
