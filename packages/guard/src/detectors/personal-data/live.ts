import { dateAt } from './date-of-birth.js';
import { lengthOfIban } from './iban.js';
import { openWordsFrom } from './open-words.js';
import { AFTER, AHEAD, Place } from './place.js';
import { findPlaces } from './places.js';
import { lookForStreetAddress, OPEN_STREETS, POSTCODE_REACH } from './street-address.js';

/** A number further from the end than this is done with, whatever follows. */
const LOOK = AHEAD + POSTCODE_REACH + AFTER;
const DOMAIN_MAX = 253;
const LOCAL_MAX = 64;
const LOCAL_TAIL = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,64}$/;
const DOMAIN = /^[A-Za-z0-9\u00a1-\uffff.-]*$/;
/** Groups of digits, and letters no longer than what a number has in its middle or at its end. */
const GROUPS = /^[A-Za-z0-9]+(?:[ ./()+-]{1,3}(?:[A-Za-z]{1,2}(?![A-Za-z])|[A-Za-z]{0,4}\d[A-Za-z\d]*))*/;
const MORE_GROUPS = /^[ ./()+-]{0,3}$/;
/** Fewer are no number that a word behind it could announce. */
const ANNOUNCED_MIN = 6;
const NUMBER = /^\d{1,5}[A-Za-z]?(?:[丁番-][\d-]*)?$/;
const OPEN_DATES: readonly RegExp[] = [
  /^\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?(?: (?:de|of)?)? ?$/iu,
  /^\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?(?: de| of)? ?\p{L}[\p{L}\p{M}]{2,11}\.?,?(?: (?:de|del)?)? ?\d{0,4}$/iu,
  /^\d{1,2}(?:st|nd|rd|th)?,? ?\d{0,4}$/,
  /^\d{4} ?(?:[年년] ?(?:\d{1,2} ?(?:[月월] ?(?:\d{1,2} ?)?)?)?)?$/u,
];

/** Where personal data begins that could still grow, or be told from something else by a word behind it. */
export function livePersonalDataFrom(text: string): number {
  let live = Math.min(addressFrom(text), openWordsFrom(text));
  const from = wordStart(text, Math.max(0, text.length - LOOK));
  findPlaces(text.slice(from), {
    word(start, end) {
      live = Math.min(live, numberFrom(new Place(text, from + start, from + end)));
    },
    at: () => undefined,
    colon: () => undefined,
  });
  return live;
}

/** An e-mail address whose domain may go on. */
function addressFrom(text: string): number {
  const at = text.lastIndexOf('@');
  if (at === -1 || text.length - at > DOMAIN_MAX || !DOMAIN.test(text.slice(at + 1))) return text.length;
  return at - (LOCAL_TAIL.exec(text.slice(Math.max(0, at - LOCAL_MAX), at))?.[0].length ?? 0);
}

function numberFrom(place: Place): number {
  const { text, start } = place;
  const live = streetFrom(place);
  const date = dateAt(place);
  const isDated = date !== undefined && text.length - start - date.length < AFTER;
  if (isDated || mayGrow(place)) return Math.min(live, start - (date?.head ?? 0), headFrom(place));
  return live;
}

function mayGrow(place: Place): boolean {
  const { text, start, ahead } = place;
  const length = text.length - start;
  const groups = GROUPS.exec(ahead)?.[0] ?? '';
  const rest = length - groups.length;
  if (groups.replace(/\D/g, '').length >= ANNOUNCED_MIN && rest < AFTER) return true;
  if (length > ahead.length) return false;
  if (MORE_GROUPS.test(ahead.slice(groups.length)) || OPEN_DATES.some((open) => open.test(ahead))) return true;
  const iban = lengthOfIban(place);
  return iban !== undefined && /^[A-Za-z0-9 -]*$/.test(ahead) && ahead.replace(/[ -]/g, '').length < iban;
}

/** What stands before a number and would be part of it: letters, a plus, a month, a street. */
function headFrom({ text, start }: Place): number {
  return openWordsFrom(text.slice(0, start));
}

/** A street that may follow its number, or be followed by its postcode. */
function streetFrom(place: Place): number {
  const { text, start, ahead } = place;
  const seen = lookForStreetAddress(place);
  if (seen !== undefined && text.length - seen.end < POSTCODE_REACH) return seen.start;
  if (start + ahead.length < text.length) return text.length;
  if (OPEN_STREETS.some((open) => open.test(ahead))) return start;
  return NUMBER.test(ahead) ? headFrom(place) : text.length;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\p{L}\p{N}_]/u.test(text.charAt(start - 1))) start--;
  return start;
}
