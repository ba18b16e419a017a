import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { mayBeOf, OTHER_NUMBERS, PHONE_WORDS, type PhoneCountry } from './phone-words.js';
import type { Place } from './place.js';
import type { Sight } from './sight.js';

const DIGITS_MIN = 7;
const DIGITS_MAX = 15;
const SHAPE = /^\(?\d{1,12}\)?(?:[ ./-]{1,2}\(?\d{1,12}\)?|\(\d{1,6}\)){0,8}/;
/** Ways of writing that hardly anything but a phone number has. */
const TYPICAL: readonly [shape: RegExp, country: PhoneCountry][] = [
  [/^(?:1[ .-])?\(\d{3}\) ?\d{3}[ .-]\d{4}$/, 'US'],
  [/^(?:1[ .-])?(\d{3})([.-])\d{3}\2\d{4}$/, 'US'],
  [/^0[1-9](?:([ .])\d{2})(?:\1\d{2}){3}$/, 'FR'],
  [/^0(?:\d{3} \d{3} \d{4}|\d{2} \d{4} \d{4}|7\d{3} \d{6})$/, 'GB'],
  [/^\(\d{2}\) ?9?\d{4}-\d{4}$/, 'BR'],
  [/^0[789]0-\d{4}-\d{4}$/, 'JP'],
  [/^01[016789]-\d{3,4}-\d{4}$/, 'KR'],
  [/^8 ?\(\d{3}\) ?\d{3}-\d{2}-\d{2}$/, 'RU'],
];
/** Dates, amounts and addresses of machines, which have the same separators. */
const NO_PHONE =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,3}(?:[. ]000){1,4}|\d{1,3}(?:\.\d{1,3}){3}|(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2})(?!\d)/;

const HAS_LETTERS = /[^\0-@[-`{-\x7f]/;
/** More than one digit stands together, in the middle. */
const DIGITS_PER_GROUP = 2;

/** Numbers that are looked up in one text; those beyond count by their form alone. */
export const LOOKUPS_MAX = 32;
export interface Lookups {
  left: number;
}

/** A phone number with its country code, or one of a country where a word or the way it is written says that it is one. */
export function lookForPhone(place: Place, lookups: Lookups): Sight | undefined {
  if (place.letters > 0 || place.isJoined) return undefined;
  const opened = place.before.endsWith('(') && place.ahead.charAt(place.digits) === ')';
  const ahead = opened ? `(${place.ahead}` : place.ahead;
  const seen = SHAPE.exec(ahead)?.[0].replace(/[^\d)]+$/, '');
  if (seen === undefined || /^[A-Za-z_]/.test(ahead.slice(seen.length))) return undefined;
  const digits = seen.replace(/\D/g, '');
  const groups = seen.split(/\D+/).length;
  if (
    digits.length < Math.max(DIGITS_MIN, groups * DIGITS_PER_GROUP) ||
    digits.length > DIGITS_MAX + 3 ||
    NO_PHONE.test(seen)
  )
    return undefined;
  const start = opened ? place.start - 1 : place.start;
  const end = start + seen.length;
  const plus = /\+ ?\(?$/.exec(place.before)?.[0] ?? '';
  if (plus !== '')
    return international(place, `+${digits}`, start - (opened ? plus.length - 1 : plus.length), end, lookups);
  const exit = /^(?:00|011)(?=[1-9])/.exec(digits)?.[0];
  if (exit !== undefined && digits.length >= 11) {
    const sight = international(place, `+${digits.slice(exit.length)}`, start, end, lookups);
    if (sight !== undefined) return sight;
  }
  return national(place, seen, digits, start, end, lookups);
}

function international(place: Place, number: string, start: number, end: number, lookups: Lookups): Sight | undefined {
  if (number.length > DIGITS_MAX + 1) return undefined;
  if (lookups.left-- <= 0) return { rule: 'phone', start, end, score: 0.5 };
  if (parsePhoneNumberFromString(number)?.isValid() !== true) return undefined;
  return { rule: 'phone', start, end, score: isAnnounced(place) ? 0.95 : 0.85 };
}

function isAnnounced({ before }: Place): boolean {
  return HAS_LETTERS.test(before) && PHONE_WORDS.some(({ words }) => words.test(before));
}

function national(
  place: Place,
  seen: string,
  digits: string,
  start: number,
  end: number,
  lookups: Lookups,
): Sight | undefined {
  const hasWords = HAS_LETTERS.test(place.before);
  const other = hasWords ? lastOf(OTHER_NUMBERS, place.before) : -1;
  const announced = hasWords ? PHONE_WORDS.filter(({ words }) => lastOf(words, place.before) > other) : [];
  for (const country of new Set(announced.flatMap(({ countries }) => countries))) {
    if (!mayBeOf(country, digits)) continue;
    if (lookups.left-- <= 0) return { rule: 'phone', start, end, score: 0.5 };
    if (parsePhoneNumberFromString(digits, country)?.isValid()) return { rule: 'phone', start, end, score: 0.9 };
  }
  const [, country] = TYPICAL.find(([shape]) => shape.test(seen)) ?? [];
  if (country === undefined || other >= 0)
    return announced.length > 0 ? { rule: 'phone', start, end, score: 0.4 } : undefined;
  if (lookups.left-- <= 0 || parsePhoneNumberFromString(digits, country)?.isValid())
    return { rule: 'phone', start, end, score: 0.6 };
  // Numbers that nobody has, as films show them, are written no other way.
  return { rule: 'phone', start, end, score: 0.4 };
}

/** Where the last of the words begins, or -1. */
function lastOf(words: RegExp, text: string): number {
  let last = -1;
  for (let rest = words.exec(text); rest !== null; rest = words.exec(text.slice(last + 1))) last += rest.index + 1;
  return last;
}
