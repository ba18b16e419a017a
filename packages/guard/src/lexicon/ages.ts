import type { Hits } from './hits.js';
import { sentenceEndsBetween } from './sentences.js';
import type { AgeTable } from './table.js';

/** An age that the text gives a person. */
export interface StatedAge {
  readonly years: number;
  readonly start: number;
  readonly end: number;
  /** How sure it is that the number is an age. */
  readonly score: number;
}

interface NumberAt {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const OLDEST = 120;
const GAP_MAX = 3;
const WORD_MAX = 12;

/** The ages of one language in one view, found from the age words that the automaton saw. */
export function findAges(table: AgeTable, hits: Hits, text: string): StatedAge[] {
  const ages: StatedAge[] = [];
  eachHit(hits, table.after, (start, end) => {
    const number = numberBefore(table, text, start);
    if (
      number === undefined ||
      isDuration(table, hits, number.start, end) ||
      isThingsAge(table, hits, text, number.start, end)
    )
      return;
    ages.push({ years: number.value, start: number.start, end, score: 0.9 });
  });
  eachHit(hits, table.before, (start, end) => {
    const number = numberBehind(table, text, end);
    if (
      number === undefined ||
      isThingsAge(table, hits, text, start, number.end) ||
      isThingNear(table, hits, text, start)
    )
      return;
    ages.push({ years: number.value, start, end: number.end, score: 0.85 });
  });
  eachHit(hits, table.statements, (start, end) => {
    const number = numberBehind(table, text, end);
    if (number === undefined || !endsClause(table, text, number.end)) return;
    ages.push({ years: number.value, start, end: number.end, score: 0.7 });
  });
  // "9 year old" stands in "9 year olds" too.
  const seen = new Set<number>();
  return ages.filter(({ years, start }) => years >= 1 && years <= OLDEST && !seen.has(start) && seen.add(start));
}

function eachHit(hits: Hits, group: number, visit: (start: number, end: number) => void): void {
  for (let hit = 0; hit < hits.count(group); hit++) visit(hits.start(group, hit), hits.end(group, hit));
}

function numberBefore(table: AgeTable, text: string, at: number): NumberAt | undefined {
  let end = at;
  while (end > 0 && at - end < GAP_MAX && isGap(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start <= WORD_MAX && isAlphanumeric(text.charCodeAt(start - 1))) start--;
  return readNumber(table, text, start, end);
}

function numberBehind(table: AgeTable, text: string, at: number): NumberAt | undefined {
  let start = at;
  while (start < text.length && start - at < GAP_MAX && isGap(text.charCodeAt(start))) start++;
  if (start === at) return undefined;
  let end = start;
  while (end < text.length && end - start <= WORD_MAX && isAlphanumeric(text.charCodeAt(end))) end++;
  // "1.5", "3:30" and "14%" are no ages.
  if (/^[.:,]\d|^%/.test(text.slice(end, end + 2))) return undefined;
  return readNumber(table, text, start, end);
}

function readNumber(table: AgeTable, text: string, start: number, end: number): NumberAt | undefined {
  const word = text.slice(start, end).toLowerCase();
  // "2.14 years": the digits belong to a larger number.
  if (/^\d{1,3}$/.test(word))
    return /\d[.,:/-]$/.test(text.slice(Math.max(0, start - 2), start))
      ? undefined
      : { value: Number(word), start, end };
  const value = Object.hasOwn(table.numbers, word) ? table.numbers[word] : undefined;
  if (value === undefined) return undefined;
  // "soixante-quinze" is no fifteen.
  const tens = value < 20 ? numberWordBefore(table, text, start) : undefined;
  return tens === undefined ? { value, start, end } : { value: tens.value + value, start: tens.start, end };
}

/** The "twenty" of "twenty-one", and the "treinta" of "treinta y cinco". */
function numberWordBefore(table: AgeTable, text: string, at: number, joiners = table.joiners): NumberAt | undefined {
  const end = at - 1;
  if (end < 0 || !isGap(text.charCodeAt(end))) return undefined;
  let start = end;
  while (start > 0 && end - start <= WORD_MAX && isAlphanumeric(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, end).toLowerCase();
  if (joiners.includes(word)) return numberWordBefore(table, text, start, []);
  const value = Object.hasOwn(table.numbers, word) ? table.numbers[word] : undefined;
  return value !== undefined && value >= 20 && value % 10 === 0 ? { value, start, end } : undefined;
}

/** "15 years ago" and "for 15 years", in the languages that say an age with a bare "years". */
function isDuration(table: AgeTable, hits: Hits, start: number, end: number): boolean {
  if (table.durations === undefined) return false;
  const before = hits.lastBefore(table.durations, start);
  if (before >= 0 && start - hits.end(table.durations, before) <= GAP_MAX) return true;
  const behind = hits.firstFrom(table.durations, end);
  return behind >= 0 && hits.start(table.durations, behind) - end <= GAP_MAX;
}

/** "a 14 year old oak tree", "the house is 14 years old". */
function isThingsAge(table: AgeTable, hits: Hits, text: string, start: number, end: number): boolean {
  const behind = hits.firstFrom(table.things, end);
  if (behind >= 0) {
    const between = text.slice(end, Math.min(hits.start(table.things, behind), end + 30));
    if (end + between.length === hits.start(table.things, behind) && isOneWord(table, between)) return true;
  }
  const before = hits.lastBefore(table.things, start);
  if (before < 0) return false;
  const from = hits.end(table.things, before);
  if (start - from > 24 || sentenceEndsBetween(text, from, start)) return false;
  return wordsOf(text.slice(from, start)).some((word) => table.copulas.includes(word));
}

/** "a whisky aged 12 years": the thing stands right before. */
function isThingNear(table: AgeTable, hits: Hits, text: string, at: number): boolean {
  const before = hits.lastBefore(table.things, at);
  return (
    before >= 0 &&
    wordsOf(text.slice(Math.max(hits.end(table.things, before), at - 30), at)).length <= 1 &&
    at - hits.end(table.things, before) < 20
  );
}

/** At most one word, and not one that a new phrase begins with. */
function isOneWord(table: AgeTable, between: string): boolean {
  if (/[^\p{L}\p{M} -]/u.test(between)) return false;
  const words = wordsOf(between);
  return words.length <= 1 && !words.some((word) => table.breaks.includes(word));
}

function endsClause(table: AgeTable, text: string, at: number): boolean {
  const rest = text.slice(at, at + 24);
  if (/^\s*($|[.,;!?)\n]|-\s)/.test(rest)) return true;
  const [word = ''] = wordsOf(rest);
  return /^[\s(]/.test(rest) && table.clauseWords.includes(word);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}']/u)
    .filter((word) => word !== '');
}

/** Space, hyphen, colon, equals sign, and what a number may be wrapped in. */
function isGap(unit: number): boolean {
  return (
    unit === 32 ||
    unit === 45 ||
    unit === 58 ||
    unit === 61 ||
    unit === 95 ||
    unit === 40 ||
    unit === 0x2010 ||
    unit === 0x2011 ||
    unit === 0xa0
  );
}

function isAlphanumeric(unit: number): boolean {
  const lower = unit | 32;
  return (unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 122);
}
