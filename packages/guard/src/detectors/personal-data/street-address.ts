import type { Place } from './place.js';
import type { Sight } from './sight.js';
import { anyWord } from './words.js';

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}";
/** English: the number stands first, and the street ends in its kind. */
const NUMBER_FIRST = new RegExp(
  `^\\d{1,5}[A-Za-z]?,? (?:[NSEW]\\.? )?(?:(?:${NAME}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Square|Terrace|Parkway|Pkwy|Highway|Hwy|Close|Crescent|Gardens)(?![\\p{L}])`,
  'u',
);
const FRENCH = new RegExp(
  `^\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|square) (?:d[eu]s? (?:la |l['’])?|d['’]|l['’]|la |le )?(?:${NAME})(?: (?:d[eu]s? )?${NAME}){0,3}`,
  'u',
);
/** A number that the name of a street may still follow, to the end of the text. */
export const OPEN_STREETS: readonly RegExp[] = [
  new RegExp(`^\\d{1,5}[A-Za-z]?,? ?(?:[NSEW]\\.? )?(?:(?:${NAME}|\\d{1,3}(?:st|nd|rd|th)) ){0,4}$`, 'u'),
  new RegExp(
    `^\\d{1,4}(?: ?(?:bis|ter))?,? (?:(?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|square)(?: d[eu]s?| d['’]| la| le| l['’])*(?: (?:d[eu]s? )?${NAME}){0,4} ?)?$`,
    'u',
  ),
];
/** What stands before the number, where the street comes first. In lower case. */
const STREET_BEFORE = [
  /(?<!\p{L})\p{L}[\p{L}-]{2,30}(?:straße|strasse|str\.|weg|allee|gasse|damm|ufer|straat|laan|plein|gracht|kade|gatan|vägen|katu) $/u,
  /(?<!\p{L})(?:calle|c\/|avenida|avda\.?|plaza|paseo|rua|travessa|praça|via|viale|piazza|corso|vicolo|rue) (?:[\p{L}'’.]{1,24} ){0,4}[\p{L}'’.]{2,24}(?:, ?| )(?:n\.?[º°] ?|no\.? ?)?$/u,
  /(?<!\p{L})(?:ul|al|pl|os)\. ?(?:[\p{L}.-]{1,24} ){1,4}$/u,
  /(?<!\p{L})(?:ул\.|улица|пр\.|просп\.|проспект|пер\.|переулок|бульвар|б-р|наб\.|шоссе) ?(?:[\p{L}.-]{1,24}[ ,]{1,2}){1,4}(?:д\. ?|дом )?$/u,
  /(?:caddesi|cad\.|sokak|sokağı|sok\.|bulvarı)(?:, ?| )(?:no ?[:.]? ?)?$/u,
  /(?<!\p{L})شارع (?:[\p{L}\p{M}]{1,20}[ ،,]{1,2}){1,4}(?:رقم )?$/u,
  /(?:मार्ग|सड़क|गली)[ ,]{1,2}(?:नंबर )?$/u,
];
/** Any of their words, so that most numbers are done with at once. */
const ANY_STREET =
  /str|weg |allee|gasse|damm|ufer|laan|plein|gracht|kade|gatan|vägen|katu|calle|c\/|avenida|avda|plaza|paseo|rua|travessa|praça|via|piazza|corso|vicolo|rue|ul\.|al\.|pl\.|os\.|ул|пр|пер|бул|б-р|наб|шоссе|cad|sok|bulv|شارع|मार्ग|सड़क|गली/;
/** Scripts without spaces: a kind of street and a number with its counter. */
const CHINESE = { before: /[\p{Script=Han}]{2,10}(?:路|街|大道|巷|弄)$/u, ahead: /^\d{1,5}(?:号|號|弄)/ };
const JAPANESE = {
  before: /[都道府県市区町村][\p{L}ー々]{1,12}$/u,
  ahead: /^\d{1,4}(?:丁目|番地?|[-−]\d{1,4}[-−]\d{1,4})/,
};
const KOREAN = { before: /[시군구] [\p{Script=Hangul}\d]{1,12}(?:로|길) ?$/u, ahead: /^\d{1,5}(?![\d.])/ };

const POSTCODE =
  /^.{0,40}?(?:(?<!\d)(?:\d{5}(?:-\d{4})?|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{3} \d{2}|\d{6}|\d{4}|\d{5}-?\d{3})(?!\d)|(?<![A-Z])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z])|[A-Z]\d[A-Z] ?\d[A-Z]\d)/s;
/** As far behind a street its postcode may end. */
export const POSTCODE_REACH = 52;
const WORDS = anyWord(
  `address* live lives living reside* residence home anschrift adresse* wohne* wohnt wohnhaft domicile habite* dirección domicilio
  vivo vive indirizzo abito abita residente endereço moro mora adres* woon woont mieszka* zamieszka* адрес* живу живёт живет
  проживает ikamet* oturuyorum عنوان* أسكن يسكن पता रहता रहती 住所 住む 地址 住在 주소 거주`,
);

/** A house number with its street; surer with a postcode behind it or a word of living before it. */
export function lookForStreetAddress(place: Place): Sight | undefined {
  if (place.letters > 0 || place.digits > 5 || place.digits === 0 || place.isJoined) return undefined;
  const seen = streetAt(place);
  if (seen === undefined) return undefined;
  const start = place.start - seen.head;
  const end = place.start + seen.length;
  const context = place.text.slice(Math.max(0, start - 40), start).toLowerCase();
  const hasPostcode = POSTCODE.test(place.text.slice(end, end + POSTCODE_REACH));
  const hasWord = WORDS.test(context);
  const score = hasPostcode && hasWord ? 0.9 : hasPostcode ? 0.7 : hasWord ? 0.8 : 0.45;
  return { rule: 'address', start, end, score };
}

function streetAt(place: Place): { head: number; length: number } | undefined {
  const { ahead } = place;
  const first = NUMBER_FIRST.exec(ahead) ?? FRENCH.exec(ahead);
  if (first !== null) return { head: 0, length: first[0].length };
  const number = /^\d{1,5}[A-Za-z]?(?![\w])(?![.:]\d)/.exec(ahead);
  if (number !== null && ANY_STREET.test(place.before))
    for (const street of STREET_BEFORE) {
      const seen = street.exec(place.before);
      if (seen !== null) return { head: seen[0].length, length: number[0].length };
    }
  for (const { before: street, ahead: counted } of [CHINESE, JAPANESE, KOREAN]) {
    const behind = counted.exec(ahead);
    const seen = behind === null ? null : street.exec(place.before);
    if (behind !== null && seen !== null) return { head: seen[0].length, length: behind[0].length };
  }
  return undefined;
}
