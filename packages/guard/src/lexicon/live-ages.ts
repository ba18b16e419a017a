import { digitValue, isSeparatorUnit } from '@tyrian/text';
import { BIRTH_REACH, yearBefore } from './birth-years.js';
import { gapEnd, gapStart } from './gaps.js';
import type { OpenText } from './live.js';
import type { NumberWords } from './number-words.js';
import type { AgeTable } from './table.js';
import { wordsOf } from './things.js';

/** What is looked at behind the number of a statement. */
const CLAUSE_MAX = 24;
/** "five" behind "twenty and". */
const NUMBER_GROWS = 6;
/** "and" between the words of a number. */
const AND_MAX = 3;

/** Where the first number or age word begins of which an age could still be made; `next` where there is none. */
export function liveAgesFrom(tables: readonly AgeTable[], numbers: readonly NumberWords[], open: OpenText): number {
  const { text, next } = open;
  if (tables.length === 0) return next;
  const ends = numberEnds(text, next);
  let live = next;
  for (const end of ends) live = Math.min(live, digitsFrom(text, end), yearBefore(text, end)?.start ?? next);
  tables.forEach((table, index) => {
    const words = numbers[index];
    if (words === undefined) return;
    for (const end of ends) live = Math.min(live, words.endingAt(text, end)?.start ?? next);
    live = Math.min(live, liveWordFrom(table, words, open));
  });
  return live;
}

/** Where a number may end that an age word, or the rest of the number, can follow. */
function numberEnds(text: string, next: number): Set<number> {
  const ends = new Set<number>();
  for (const at of [text.length, next]) {
    const end = gapStart(text, at);
    ends.add(end);
    let word = end;
    while (word > 0 && end - word <= AND_MAX && !isSeparatorUnit(text.charCodeAt(word - 1))) word--;
    if (end - word <= AND_MAX) ends.add(gapStart(text, word));
  }
  return ends;
}

function digitsFrom(text: string, end: number): number {
  let start = end;
  while (start > 0 && digitValue(text.charCodeAt(start - 1)) >= 0) start--;
  return start === end ? text.length : start;
}

function liveWordFrom(table: AgeTable, numbers: NumberWords, { text, hits, next }: OpenText): number {
  let live = next;
  const each = (group: number, isLive: (end: number) => boolean) => {
    for (let hit = hits.count(group) - 1; hit >= 0; hit--) {
      if (isLive(hits.end(group, hit))) live = Math.min(live, hits.start(group, hit));
    }
  };
  each(table.before, (end) => mayBeBehind(numbers, text, end, 0));
  each(table.statements, (end) => mayBeBehind(numbers, text, end, CLAUSE_MAX));
  each(table.births, (end) => text.length - end <= BIRTH_REACH);
  return live;
}

/** Whether a number behind an age word is not there yet, not whole, or not known to be an age. */
function mayBeBehind(numbers: NumberWords, text: string, at: number, beyond: number): boolean {
  const start = gapEnd(text, at);
  if (start >= text.length) return true;
  const number = numbers.beginningAt(text, start);
  const rest = text.length - (number?.end ?? start);
  if (number === undefined) return rest < NUMBER_GROWS && wordsOf(`${text.slice(start)}x`).length <= 1;
  return rest <= NUMBER_GROWS || (rest <= beyond && wordsOf(text.slice(number.end)).length <= 1);
}
