import { digitValue, isWordUnit } from '@tyrian/text';
import { yearBefore, yearBehind } from './birth-years.js';
import { isDuration } from './durations.js';
import { gapEnd, gapStart } from './gaps.js';
import type { Hits } from './hits.js';
import type { NumberAt, NumberWords } from './number-words.js';
import type { AgeTable } from './table.js';
import { isThingNear, isThingsAge, wordsOf } from './things.js';

/** An age that the text gives a person. */
export interface StatedAge {
  readonly language: string;
  readonly years: number;
  readonly start: number;
  readonly end: number;
  /** How sure it is that the number is an age. */
  readonly score: number;
}

const OLDEST = 120;

/** The ages of one language in one view, found from the age words that the automaton saw. */
export function findAges(
  table: AgeTable,
  numbers: NumberWords,
  hits: Hits,
  text: string,
  thisYear: () => number,
): StatedAge[] {
  const ages: StatedAge[] = [];
  const add = (years: number, start: number, end: number, score: number, youngest = 1) => {
    if (years >= youngest && years <= OLDEST) ages.push({ language: table.language, years, start, end, score });
  };
  eachHit(hits, table.after, (start, end) => {
    const number = numbers.endingAt(text, gapStart(text, start));
    if (
      number === undefined ||
      isDuration(table, hits, text, number.start, end) ||
      isThingsAge(table, hits, text, number.start, end)
    )
      return;
    add(number.value, number.start, end, 0.9);
  });
  eachHit(hits, table.before, (start, end) => {
    const number = numberBehind(numbers, text, end);
    if (
      number === undefined ||
      isThingsAge(table, hits, text, start, number.end) ||
      isThingNear(table, hits, text, start)
    )
      return;
    add(number.value, start, number.end, 0.85);
  });
  eachHit(hits, table.statements, (start, end) => {
    const number = numberBehind(numbers, text, end);
    if (number === undefined || !endsClause(table, text, number.end)) return;
    add(number.value, start, number.end, 0.7);
  });
  eachHit(hits, table.births, (start, end) => {
    const year = yearBehind(text, end) ?? yearBefore(text, start);
    if (year === undefined || isThingNear(table, hits, text, start)) return;
    add(thisYear() - year.value, Math.min(start, year.start), Math.max(end, year.end), 0.8, 0);
  });
  // "9 year old" stands in "9 year olds" too.
  const seen = new Set<number>();
  return ages.filter(({ start }) => !seen.has(start) && seen.add(start));
}

function eachHit(hits: Hits, group: number, visit: (start: number, end: number) => void): void {
  for (let hit = 0; hit < hits.count(group); hit++) visit(hits.start(group, hit), hits.end(group, hit));
}

function numberBehind(numbers: NumberWords, text: string, at: number): NumberAt | undefined {
  const start = gapEnd(text, at);
  if (start === at && isWordUnit(text.charCodeAt(at - 1))) return undefined;
  const number = numbers.beginningAt(text, start);
  if (number === undefined || isInWord(text, number.end)) return undefined;
  // "1.5", "3:30" and "14%" are no ages.
  const next = text.charCodeAt(number.end + 1);
  if (/[.:,٫]/.test(text.charAt(number.end)) && digitValue(next) >= 0) return undefined;
  return /[%٪％]/.test(text.charAt(number.end)) ? undefined : number;
}

/** A letter right behind: "14k" is no age. */
function isInWord(text: string, end: number): boolean {
  return isWordUnit(text.charCodeAt(end - 1)) && end < text.length && isWordUnit(text.charCodeAt(end));
}

function endsClause(table: AgeTable, text: string, at: number): boolean {
  const rest = text.slice(at, at + 24);
  if (/^\s*($|[.,;!?)\n。，、！？）؛،؟।]|-\s)/.test(rest)) return true;
  const [word = ''] = wordsOf(rest);
  return /^[\s(]/.test(rest) && table.clauseWords.includes(word);
}
