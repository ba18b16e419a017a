import type { Place } from '../place.js';
import type { Sight } from '../sight.js';
import { anyWord } from '../words.js';

/** Nothing of it goes on behind. */
export const END = '(?![\\w*])(?![-./]\\w)';

/** Number of a person that a state gives out. */
export interface NationalId {
  /** Country and name, as in `es-dni`. */
  readonly rule: string;
  /** How many letters and then digits its first word begins with, for each way of writing it. */
  readonly leads: readonly (readonly [letters: number, digits: number])[];
  readonly form: RegExp;
  /** Whether letters and digits, in upper case and without separators, are such a number. */
  readonly isValid: (id: string) => boolean;
  /** Words that announce it. */
  readonly words: RegExp;
  /** How sure it is without a word: by the letters and separators it is written with. Absent: not at all. */
  readonly bare?: (seen: string) => number;
  /** With a word. */
  readonly announced?: number;
}

const ANNOUNCED = 0.95;
const ANNOUNCED_AS_ANY = 0.85;
/** Words that announce an identity number without saying which. */
const ANY_ID = anyWord(
  `national_id identity_number id_number personal_number personalausweis ausweisnummer steuernummer tax_id pièce_d'identité
  documento_de_identidad número_de_identificación codice_identificativo documento_identità numero_identyfikacyjny kimlik*
  паспорт* удостоверение هوية पहचान 身份证* 身分証* 신분증* tax_number social_security`,
);

/** Looks for one kind of number at a place. */
export function lookForNationalId(id: NationalId, place: Place): Sight | undefined {
  const seen = id.form.exec(place.ahead)?.[0];
  if (seen === undefined || !id.isValid(seen.replace(/[^A-Za-z0-9]/g, '').toUpperCase())) return undefined;
  const end = place.start + seen.length;
  const score = place.isNear(id.words, end)
    ? (id.announced ?? ANNOUNCED)
    : Math.max(ANY_ID.test(place.before) ? ANNOUNCED_AS_ANY : 0, id.bare?.(seen) ?? 0);
  return score > 0 ? { rule: id.rule, start: place.start, end, score } : undefined;
}

/** A day that there is: `yy` stands for any century. */
export function isDay(month: string, day: string): boolean {
  const m = Number(month);
  const d = Number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= (m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31);
}

/** Whether it is written with separators. */
export function isSeparated(seen: string): boolean {
  return /[ ./-]/.test(seen);
}
