import { isUnseen } from '../unicode/ignorable.js';
import { joinsBefore } from './folded.js';

/** Marks of Latin letters are left out of the folded view, so that nothing that follows one changes it. */
const JOINED_FROM = 0x370;

/**
 * Where the last character of a text begins, if something that follows could make another one of it: half of a pair, a
 * letter of a script whose marks make letters (a kana and its sound mark, the jamo of a syllable, hamza). Marks and unseen
 * characters at the end belong to it. The length of the text where nothing could.
 */
export function tailSegmentFrom(text: string): number {
  let at = text.length;
  while (at > 0) {
    const start = startOfCodePoint(text, at);
    const codePoint = text.codePointAt(start) ?? 0;
    const isLoneHigh = codePoint >= 0xd800 && codePoint < 0xdc00;
    if (isLoneHigh) return start;
    if (isUnseen(codePoint) || joinsBefore(codePoint, String.fromCodePoint(codePoint))) {
      at = start;
      continue;
    }
    return codePoint >= JOINED_FROM || at < text.length ? start : at;
  }
  return at;
}

function startOfCodePoint(text: string, end: number): number {
  const isPair = end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
  return isPair ? end - 2 : end - 1;
}
