const NEW_LINE = 10;
const ENDS = new Set([...'.!?؟۔।॥。！？'].map((one) => one.charCodeAt(0)));
const WIDE_FIRST = 0x3000;

/** Whether a sentence ends between two places: at a sentence mark before white space, or at an empty line. */
export function sentenceEndsBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEW_LINE) {
      if (text.charCodeAt(at + 1) === NEW_LINE) return true;
    } else if (ENDS.has(unit) && (unit >= WIDE_FIRST || isSpace(text.charCodeAt(at + 1)))) return true;
  }
  return false;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}
