import { isWordUnit } from '@tyrian/text';
import type { Hits } from './hits.js';
import { sentenceEndsBetween } from './sentences.js';
import type { AgeTable } from './table.js';

const BEHIND_MAX = 30;
const BEFORE_MAX = 24;
const NEAR_MAX = 20;
/** "は" and the like between a thing and its age. */
const PARTICLE_MAX = 2;

/** "a 14 year old oak tree", "the house is 14 years old". */
export function isThingsAge(table: AgeTable, hits: Hits, text: string, start: number, end: number): boolean {
  const behind = hits.firstFrom(table.things, end);
  if (behind >= 0) {
    const thing = hits.start(table.things, behind);
    if (thing - end <= BEHIND_MAX && isOneWord(table, text.slice(end, thing))) return true;
  }
  const before = hits.lastBefore(table.things, start);
  if (before < 0) return false;
  const from = hits.end(table.things, before);
  if (start - from > BEFORE_MAX || sentenceEndsBetween(text, from, start)) return false;
  const between = text.slice(from, start);
  return wordsOf(between).some((word) => table.copulas.includes(word)) || isSpacelessLink(table, text, from, between);
}

/** "a whisky aged 12 years": the thing stands right before. */
export function isThingNear(table: AgeTable, hits: Hits, text: string, at: number): boolean {
  const before = hits.lastBefore(table.things, at);
  if (before < 0) return false;
  const from = hits.end(table.things, before);
  return at - from < NEAR_MAX && wordsOf(text.slice(from, at)).length <= 1;
}

/** The words of a short stretch, in lower case. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}']/u)
    .filter((word) => word !== '');
}

/** At most one word, and not one that a new phrase begins with. */
function isOneWord(table: AgeTable, between: string): boolean {
  if (/[^\p{L}\p{M} -]/u.test(between)) return false;
  const words = wordsOf(between);
  return words.length <= 1 && !words.some((word) => table.breaks.includes(word));
}

/** In a script without spaces next to nothing stands between a thing and its age, or a copula among other characters. */
function isSpacelessLink(table: AgeTable, text: string, from: number, between: string): boolean {
  if (isWordUnit(text.charCodeAt(from - 1)) || !/^[\p{L}\p{M}\p{N} ]*$/u.test(between)) return false;
  return between.length <= PARTICLE_MAX || table.copulas.some((copula) => between.includes(copula));
}
