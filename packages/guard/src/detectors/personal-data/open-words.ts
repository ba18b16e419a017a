import { withAsciiDigits } from '@tyrian/text';
import { MONTH } from './date-of-birth.js';

/** Longer than a kind of street and the words that may stand between it and its number. */
const LOOK = 80;
/** Han characters that a street takes in before its kind, and the kind. */
const HAN_MAX = 12;
const HAN_TAIL = new RegExp(`\\p{Script=Han}{1,${HAN_MAX}}$`, 'u');
/** Chinese writes no street without saying where, or that somebody lives there, as a rule. */
const IN_CHINA = /[省市区縣县鎮镇鄉乡]|地址|住|居/u;

/** Words that a number may follow which then belongs to them, in lower case; each reads to the end of the text. */
const OPEN: readonly RegExp[] = [
  // Letters of a national number, the plus of a country code, a bracket.
  /(?<!\p{L})[a-z]{2} $/u,
  /[+(][+( ]*$/,
  new RegExp(`(?<!\\p{L})${MONTH} ?$`, 'iu'),
  /(?<!\p{L})\p{L}[\p{L}-]{2,30}(?:straße|strasse|str\.|weg|allee|gasse|damm|ufer|straat|laan|plein|gracht|kade|gatan|vägen|katu) ?$/u,
  /(?<!\p{L})(?:calle|c\/|avenida|avda\.?|plaza|paseo|rua|travessa|praça|via|viale|piazza|corso|vicolo|rue)(?: (?:[\p{L}'’.]{1,24} ){0,5}(?:[\p{L}'’.]{1,24})?,? ?(?:n\.?[º°]? ?|no\.? ?)?)?$/u,
  /(?<!\p{L})(?:ul|al|pl|os)\. ?(?:[\p{L}.-]{1,24} ){0,4}(?:[\p{L}.-]{1,24})?$/u,
  /(?<!\p{L})(?:ул\.|улица|пр\.|просп\.|проспект|пер\.|переулок|бульвар|б-р|наб\.|шоссе) ?(?:[\p{L}.-]{1,24}[ ,]{1,2}){0,4}(?:[\p{L}.-]{1,24})?$/u,
  /(?:caddesi|cad\.|sokak|sokağı|sok\.|bulvarı),? ?(?:no? ?[:.]? ?)?$/u,
  /(?<!\p{L})شارع ?(?:[\p{L}\p{M}]{1,20}[ ،,]{1,2}){0,4}(?:[\p{L}\p{M}]{1,20})?$/u,
  /(?:मार्ग|सड़क|गली)[ ,]{0,2}(?:नंबर ?)?$/u,
  /\p{Script=Han}{2,10}(?:路|街|大道|巷|弄)$/u,
  /[都道府県市区町村][\p{L}ー々]{0,12}$/u,
  /[시군구](?: [\p{Script=Hangul}\d]{0,13} ?)?$/u,
];

/** Where the words at the end of a text begin that would be part of a number behind them; its length if there are none. */
export function openWordsFrom(text: string): number {
  const recent = withAsciiDigits(text.slice(-LOOK)).toLowerCase();
  let longest = 0;
  for (const open of OPEN) longest = Math.max(longest, open.exec(recent)?.[0].length ?? 0);
  const han = HAN_TAIL.exec(recent)?.[0].length ?? 0;
  if (han > longest && IN_CHINA.test(recent)) longest = han;
  return Math.max(0, text.length - longest);
}
