import { digitValue } from '@tyrian/text';

const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;
const AT = 3;
const COLON = 4;

const CLASSES = new Uint8Array(0x10000);
for (let unit = 0; unit < CLASSES.length; unit++) {
  const isLetter = unit < 0x80 && /[A-Za-z_]/.test(String.fromCharCode(unit));
  CLASSES[unit] = digitValue(unit) >= 0 ? DIGIT : isLetter ? LETTER : OTHER;
}
CLASSES[64] = AT;
CLASSES[58] = COLON;

export interface OnPlace {
  /** A run of letters and digits of ASCII, or digits of another script, with a digit in it. */
  word(start: number, end: number): void;
  /** An `@`. */
  at(index: number): void;
  /** A colon. */
  colon(index: number): void;
}

/** Reads the text once and says where personal data can stand. */
export function findPlaces(text: string, on: OnPlace): void {
  let start = -1;
  let hasDigit = false;
  for (let at = 0; at < text.length; at++) {
    const kind = CLASSES[text.charCodeAt(at)];
    if (kind === LETTER || kind === DIGIT) {
      if (start === -1) start = at;
      if (kind === DIGIT) hasDigit = true;
      continue;
    }
    if (start !== -1) {
      if (hasDigit) on.word(start, at);
      start = -1;
      hasDigit = false;
    }
    if (kind === AT) on.at(at);
    else if (kind === COLON) on.colon(at);
  }
  if (hasDigit) on.word(start, text.length);
}
