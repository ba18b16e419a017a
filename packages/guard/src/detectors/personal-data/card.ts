import { isLuhn } from '@tyrian/text';
import type { Place } from './place.js';
import type { Sight } from './sight.js';
import { anyWord } from './words.js';

const END = '(?!\\w)(?![-. ]\\d)';
/** As cards show their number: by four, as American Express and Diners do, or in one. */
const FORMS = [
  new RegExp(`^\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,4}(?:\\1\\d{1,3})?${END}`),
  new RegExp(`^\\d{4}([ -])\\d{6}\\1\\d{4,5}${END}`),
  /^\d{13,19}(?!\w)(?![-.]\d)/,
];
/** First digits by network, and how many digits there are (ISO/IEC 7812; lists published by the networks). */
const NETWORKS: readonly [prefix: RegExp, lengths: readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16, 19]],
  [/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:62|81)/, [16, 17, 18, 19]],
  [/^(?:220[0-4]|9792|50[0-9]{2}|60|82|5[6-8]|6[37])/, [16, 19]],
];
const WORDS = anyWord(
  `card* credit* debit* visa mastercard amex discover maestro cvv cvc pan kreditkarte* karte* kartennummer carte* cb tarjeta*
  carta cartão cartao creditcard* kaart* karta karty kart* карт* بطاقة कार्ड カード クレジット 信用卡 银行卡 卡号 카드 kort kortti`,
);

/** A payment card: the first digits of a network, its length, and the check digit. */
export function lookForCard(place: Place): Sight | undefined {
  if (place.letters > 0 || (place.digits !== 4 && place.digits < 13)) return undefined;
  for (const form of FORMS) {
    const seen = form.exec(place.ahead)?.[0];
    if (seen === undefined) continue;
    const digits = seen.replace(/\D/g, '');
    if (!isOfNetwork(digits) || !isLuhn(digits)) continue;
    const end = place.start + seen.length;
    return { rule: 'card', start: place.start, end, score: place.isNear(WORDS, end) ? 0.95 : 0.85 };
  }
  return undefined;
}

function isOfNetwork(digits: string): boolean {
  return NETWORKS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));
}
