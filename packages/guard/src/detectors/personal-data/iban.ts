import { mod97 } from '@tyrian/text';
import type { Place } from './place.js';
import type { Sight } from './sight.js';

/** Length by country (SWIFT IBAN registry, release 99). */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18
  FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21
  LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24
  SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const SCORE = 0.95;

/** An international bank account number: country, its length, and the check digits (ISO 13616). */
export function lookForIban(place: Place): Sight | undefined {
  const { ahead, start } = place;
  const length = lengthOfIban(place);
  if (length === undefined) return undefined;
  let compact = '';
  let at = 0;
  for (; at < ahead.length && compact.length < length; at++) {
    const one = ahead.charAt(at);
    if (/[A-Za-z0-9]/.test(one)) compact += one;
    else if (!/[ -]/.test(one) || !/[A-Za-z0-9]/.test(ahead.charAt(at + 1))) return undefined;
  }
  const goesOn = /^[A-Za-z0-9]/.test(ahead.slice(at));
  if (compact.length < length || goesOn || mod97(compact.slice(4) + compact.slice(0, 4)) !== 1) return undefined;
  return { rule: 'iban', start, end: start + at, score: SCORE };
}

/** How many letters and digits a number has in the country that a place begins with; undefined where it can be none. */
export function lengthOfIban({ ahead, letters, digits }: Place): number | undefined {
  return letters === 2 && digits >= 2 ? LENGTHS.get(ahead.slice(0, 2).toUpperCase()) : undefined;
}
