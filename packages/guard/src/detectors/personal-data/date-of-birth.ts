import type { Place } from './place.js';
import type { Sight } from './sight.js';
import { anyWord } from './words.js';

/** Source of a pattern of the names of months in the covered languages, whole or short. */
export const MONTH =
  '(?:jan|feb|f[ée]v|mar|m[äa]r|apr|avr|abr|may|mai|maj|mag|mei|jun|juin|giu|jul|juil|lug|aug|ago|ao[uû]|sep|set|oct|ok[t]|ott|out|nov|dec|d[ée]c|dez|dic|gen|ene|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|st[y]cz|lut|kwi|cze|lip|sie|wrz|pa[źz]|lis|gru|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|जनवरी|फ़?रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)[\\p{L}\\p{M}]{0,8}\\.?';
const YEAR = '(19\\d{2}|20\\d{2})(?!\\d)';
/** Every date here has one, so that most numbers are done with at once. */
const HAS_YEAR = /(?:19|20)\d{2}/;
const FORMS = [
  new RegExp(`^(?:0?[1-9]|[12]\\d|3[01])([./-]) ?(?:0?[1-9]|[12]\\d|3[01])\\1 ?${YEAR}`),
  new RegExp(`^${YEAR}([./-])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01])(?!\\d)`),
  new RegExp(
    `^(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|º|ª|\\.)?(?: de| of)? ?${MONTH},?(?: de| del)? ?${YEAR}`,
    'iu',
  ),
  new RegExp(`^${YEAR} ?[年년] ?(?:0?[1-9]|1[0-2]) ?[月월] ?(?:0?[1-9]|[12]\\d|3[01]) ?[日일]`),
];
/** "March 12, 1985": the month stands before the first digit. */
const MONTH_BEFORE = new RegExp(`(?<!\\p{L})${MONTH} $`, 'iu');
const DAY_YEAR = new RegExp(`^(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,? ${YEAR}`);

/** Words that name the date of a form or a file. */
const OF_A_FORM = anyWord(
  `date_of_birth birth_date birthdate dob d.o.b. birthday geburtsdatum geburtstag date_de_naissance fecha_de_nacimiento
  data_di_nascita data_de_nascimento geboortedatum data_urodzenia дата_рождения doğum_tarihi تاريخ_الميلاد जन्म_तिथि
  生年月日 誕生日 出生日期 生日 생년월일 생일 födelsedatum syntymäaika tanggal_lahir ngày_sinh`,
);
const OF_A_SENTENCE = anyWord(
  `born geboren geb. né née nés nacido nacida nací nació nato nata nascido nascida nasci nasceu nací urodzony urodzona urodziłem
  urodziłam ur. родился родилась рожд* doğdum doğdu doğumlu مواليد ولدت ولد जन्म 生まれ* 出生* 출생* 태어* född syntynyt lahir sinh`,
);
/** Who was born before has no privacy left to protect. */
const LIVING_SINCE = 1915;

/** A date with a word of birth near it, in the covered languages. A date alone says nothing. */
export function lookForDateOfBirth(place: Place): Sight | undefined {
  if (place.letters > 0 || place.digits > 4 || place.isJoined) return undefined;
  const seen = dateAt(place);
  if (seen === undefined || seen.year < LIVING_SINCE) return undefined;
  const end = place.start + seen.length;
  const start = place.start - seen.head;
  if (place.isNear(OF_A_FORM, end)) return { rule: 'date-of-birth', start, end, score: 0.9 };
  if (place.isNear(OF_A_SENTENCE, end)) return { rule: 'date-of-birth', start, end, score: 0.75 };
  return undefined;
}

/** The date that begins at a place, and how much of it stands before. */
export function dateAt(place: Place): { head: number; length: number; year: number } | undefined {
  const { ahead } = place;
  if (!HAS_YEAR.test(ahead)) return undefined;
  for (const form of FORMS) {
    const seen = form.exec(ahead);
    if (seen !== null) return { head: 0, length: seen[0].length, year: yearOf(seen[0]) };
  }
  const day = DAY_YEAR.exec(ahead);
  const month = day === null ? null : MONTH_BEFORE.exec(place.before);
  if (day === null || month === null) return undefined;
  return { head: month[0].length, length: day[0].length, year: yearOf(day[0]) };
}

function yearOf(date: string): number {
  return Number(/\d{4}/.exec(date)?.[0] ?? 0);
}
