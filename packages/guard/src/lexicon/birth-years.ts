import { digitValue, isSeparatorUnit } from '@tyrian/text';
import { gapStart } from './gaps.js';
import { digitsBeginningAt, digitsEndingAt, type NumberAt } from './number-words.js';

const YEAR_DIGITS = 4;
/** "born on the 3rd of May 2015" */
const DATE_MAX = 24;
/** As far behind words of birth their year may end. */
export const BIRTH_REACH = DATE_MAX + YEAR_DIGITS;
/** "in" between a year and "born", where a language puts the year first. */
const PARTICLE_MAX = 5;

/** The year behind words of birth, with a day and a month between them or not. */
export function yearBehind(text: string, at: number): NumberAt | undefined {
  const last = Math.min(text.length, at + DATE_MAX);
  for (let start = at; start < last; ) {
    if (/[!?\n。！？]/.test(text.charAt(start))) return undefined;
    if (digitValue(text.charCodeAt(start)) < 0) {
      start++;
      continue;
    }
    const run = digitsBeginningAt(text, start);
    if (isYear(run)) return run;
    start = run.end;
  }
  return undefined;
}

/** The year before words of birth, with a particle between them or not. */
export function yearBefore(text: string, at: number): NumberAt | undefined {
  const direct = digitsEndingAt(text, gapStart(text, at));
  if (isYear(direct)) return direct;
  let start = gapStart(text, at);
  const end = start;
  while (start > 0 && end - start <= PARTICLE_MAX && isParticleUnit(text.charCodeAt(start - 1))) start--;
  const year = digitsEndingAt(text, gapStart(text, start));
  return end - start <= PARTICLE_MAX && isYear(year) ? year : undefined;
}

function isYear({ start, end }: NumberAt): boolean {
  return end - start === YEAR_DIGITS;
}

function isParticleUnit(unit: number): boolean {
  return !isSeparatorUnit(unit) && digitValue(unit) < 0;
}
