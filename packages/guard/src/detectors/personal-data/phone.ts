import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { mayBeOf, OTHER_NUMBERS, PHONE_WORDS, type PhoneCountry } from './phone-words.js';
import type { Place } from './place.js';
import type { Sight } from './sight.js';

const DIGITS_MIN = 7;
const DIGITS_MAX = 15;
/** No country has longer numbers at home. */
const NATIONAL_MAX = 13;
/** Where nothing can be looked up any more, shorter numbers may be anything. */
const SURE_DIGITS = 9;
const SHAPE = /^\(?\d{1,12}\)?(?:[ ./-]{1,2}\(?\d{1,12}\)?|\(\d{1,6}\)){0,8}/;
/** A single digit begins a number only as a code before a longer group. */
const SINGLE = /^\d\)?[ .-]?\(?\d{2}/;
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

/** How many numbers are still looked up in a text; those beyond count by their length alone. */
export interface Lookups {
  left: number;
  /** What was looked up; a view or a list may show the same number again. */
  readonly known: Map<string, boolean>;
}

export function lookupsFor(text: string): Lookups {
  return { left: 16 + (text.length >> 6), known: new Map() };
}

/** A phone number with its country code, or one of a country where a word or the way it is written says that it is one. */
export function lookForPhone(place: Place, lookups: Lookups): Sight | undefined {
  if (place.letters > 0 || place.isJoined || (place.digits === 1 && !SINGLE.test(place.ahead))) return undefined;
  const opened = place.before.endsWith('(') && place.ahead.charAt(place.digits) === ')';
  const ahead = opened ? `(${place.ahead}` : place.ahead;
  const seen = SHAPE.exec(ahead)?.[0].replace(/[^\d)]+$/, '');
  if (seen === undefined || /^[A-Za-z_]/.test(ahead.slice(seen.length))) return undefined;
  const digits = digitsOf(seen);
  const groups = seen.split(/\D+/).length;
  if (
    digits.length < Math.max(DIGITS_MIN, groups * DIGITS_PER_GROUP) ||
    digits.length > DIGITS_MAX + 3 ||
    NO_PHONE.test(seen)
  )
    return undefined;
  const start = opened ? place.start - 1 : place.start;
  const end = start + seen.length;
  if (lookups.left <= 0) return digits.length >= SURE_DIGITS ? { rule: 'phone', start, end, score: 0.5 } : undefined;
  const plus = /\+ ?\(?$/.exec(place.before)?.[0] ?? '';
  if (plus !== '') {
    const from = start - (opened ? plus.length - 1 : plus.length);
    for (const length of lengthsOf(seen)) {
      const sight = international(place, `+${digitsOf(seen.slice(0, length))}`, from, start + length, lookups);
      if (sight !== undefined) return sight;
    }
    return undefined;
  }
  const exit = /^(?:00|011)(?=[1-9])/.exec(digits)?.[0];
  if (exit !== undefined && digits.length >= 11) {
    const sight = international(place, `+${digits.slice(exit.length)}`, start, end, lookups);
    if (sight !== undefined) return sight;
  }
  return national(place, seen, start, lookups);
}

function international(place: Place, number: string, start: number, end: number, lookups: Lookups): Sight | undefined {
  if (number.length > DIGITS_MAX + 1 || !isNumber(lookups, number)) return undefined;
  return { rule: 'phone', start, end, score: isAnnounced(place) ? 0.95 : 0.85 };
}

function isNumber(lookups: Lookups, number: string, country?: PhoneCountry): boolean {
  const key = `${country ?? ''}${number}`;
  const known = lookups.known.get(key);
  if (known !== undefined) return known;
  lookups.left--;
  const isValid = parsePhoneNumberFromString(number, country)?.isValid() === true;
  lookups.known.set(key, isValid);
  return isValid;
}

function isAnnounced({ before }: Place): boolean {
  return HAS_LETTERS.test(before) && PHONE_WORDS.some(({ words }) => words.test(before));
}

function national(place: Place, seen: string, start: number, lookups: Lookups): Sight | undefined {
  lookups.left--;
  const sight = (length: number, score: number) => ({ rule: 'phone', start, end: start + length, score });
  const hasWords = HAS_LETTERS.test(place.before);
  const other = hasWords ? lastOf(OTHER_NUMBERS, place.before) : -1;
  const announced = hasWords ? PHONE_WORDS.filter(({ words }) => lastOf(words, place.before) > other) : [];
  const countries = new Set(announced.flatMap(({ countries }) => countries));
  const lengths = lengthsOf(seen);
  for (const length of lengths) {
    const digits = digitsOf(seen.slice(0, length));
    for (const country of countries)
      if (mayBeOf(country, digits) && isNumber(lookups, digits, country)) return sight(length, 0.9);
  }
  for (const length of lengths) {
    const written = seen.slice(0, length);
    const [, country] = TYPICAL.find(([shape]) => shape.test(written)) ?? [];
    // Numbers that nobody has, as films show them, are written no other way.
    if (country !== undefined && other < 0)
      return sight(length, isNumber(lookups, digitsOf(written), country) ? 0.6 : 0.4);
  }
  const isShort = digitsOf(seen).length <= NATIONAL_MAX;
  return announced.length > 0 && isShort ? sight(seen.length, 0.4) : undefined;
}

/** The whole, and what is left without the last groups: another number may stand right behind. */
function lengthsOf(seen: string): number[] {
  const lengths = [seen.length];
  for (let rest = seen; lengths.length < 3; ) {
    rest = rest.replace(/[^\d]*\d+\)?$/, '');
    if (digitsOf(rest).length < DIGITS_MIN) break;
    lengths.push(rest.length);
  }
  return lengths;
}

function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

/** Where the last of the words begins, or -1. */
function lastOf(words: RegExp, text: string): number {
  let last = -1;
  for (let rest = words.exec(text); rest !== null; rest = words.exec(text.slice(last + 1))) last += rest.index + 1;
  return last;
}
