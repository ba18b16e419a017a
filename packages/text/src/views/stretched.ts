import type { MappedText } from './mapped-text.js';
import { Rewriter } from './rewriter.js';
import type { Survey } from './survey.js';
import type { Variant, ViewMaker } from './view-maker.js';

/** No English word has a letter three times in a row: `kiiill` is read with one of them, or two where words have two. */
export const stretched: ViewMaker = { name: 'stretched', make: squeeze };

const RUN_MIN = 3;
/** Letters that words often double. */
const DOUBLED = /^[lsftzgeop]$/i;

function squeeze(text: string, look: Survey, variant: Variant): MappedText | undefined {
  if (!look.stretched) return undefined;
  const rewriter = new Rewriter(text);
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let end = at + 1;
    while (end < text.length && text.charCodeAt(end) === unit) end++;
    if (end - at >= RUN_MIN && isLetter(unit)) {
      const letter = text.charAt(at);
      const kept = variant === 'second' && DOUBLED.test(letter) ? letter.repeat(2) : letter;
      rewriter.replace(at, end, kept);
    }
    at = end;
  }
  return rewriter.finish();
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}
