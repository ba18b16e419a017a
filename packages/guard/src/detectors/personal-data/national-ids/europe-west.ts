import { isMod11And10, mod97, weightedSum } from '@tyrian/text';
import { anyWord } from '../words.js';
import { END, isDay, isSeparated, type NationalId } from './national-id.js';

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

const ukNino: NationalId = {
  rule: 'uk-nino',
  leads: [
    [2, 2],
    [2, 6],
    [2, 0],
  ],
  form: new RegExp(`^[A-Za-z]{2}( ?)\\d{2}\\1\\d{2}\\1\\d{2}\\1[A-Da-d]${END}`),
  // HMRC, NIM39110: letters that are not used, and prefixes that are not given out.
  isValid: (id) => /^(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]/.test(id),
  words: anyWord('nino national_insurance ni_number ni_no insurance_number'),
  bare: (seen) => (seen === seen.toUpperCase() ? 0.7 : 0.3),
  announced: 0.9,
};

const ukNhs: NationalId = {
  rule: 'uk-nhs',
  leads: [
    [0, 3],
    [0, 10],
  ],
  form: new RegExp(`^\\d{3}([ -]?)\\d{3}\\1\\d{4}${END}`),
  // NHS Data Dictionary, NHS NUMBER: modulus 11.
  isValid: (id) => {
    const check = (11 - (weightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return check === Number(id[9]);
  },
  words: anyWord('nhs nhs_number nhs_no health_service patient*'),
};

const deSteuerId: NationalId = {
  rule: 'de-steuer-id',
  leads: [
    [0, 2],
    [0, 11],
  ],
  form: new RegExp(`^[1-9]\\d( ?)\\d{3}\\1\\d{3}\\1\\d{3}${END}`),
  // Of the first ten digits one stands twice or three times, all others once (§ 139b AO, ITZBund).
  isValid: (id) => {
    const counts = [...'0123456789'].map((digit) => id.slice(0, 10).split(digit).length - 1);
    const repeated = counts.filter((count) => count > 1);
    return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && isMod11And10(id);
  },
  words: anyWord('steuer-id* steuerid* steueridentifikationsnummer identifikationsnummer idnr steuernummer tin tax_id'),
  bare: (seen) => (isSeparated(seen) ? 0.7 : 0.45),
};

const frNir: NationalId = {
  rule: 'fr-nir',
  leads: [
    [0, 1],
    [0, 6],
    [0, 13],
    [0, 15],
  ],
  form: new RegExp(
    `^[12]( ?)\\d{2}\\1(?:0[1-9]|1[0-2]|[2-9]\\d)\\1(?:\\d{2}|2[ABab])\\1\\d{3}\\1\\d{3}[ ]?\\d{2}${END}`,
  ),
  // INSEE: 97 less the rest of the number by 97; Corsica counts as 19 and 18.
  isValid: (id) => {
    const number = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
    return 97 - mod97(number) === Number(id.slice(13));
  },
  words: anyWord('nir sécurité_sociale sécu numéro_de_sécu insee carte_vitale social_security'),
  bare: () => 0.85,
};

const esDni: NationalId = {
  rule: 'es-dni',
  leads: [
    [0, 8],
    [0, 2],
    [1, 7],
  ],
  form: new RegExp(`^(?:\\d{8}|\\d{2}\\.\\d{3}\\.\\d{3}|[XYZxyz]-?\\d{7})[ -]?[A-Za-z]${END}`),
  // Ministerio del Interior: the rest by 23 chooses the letter; X, Y, Z of a NIE stand for 0, 1, 2.
  isValid: (id) => {
    const number = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
    return DNI_LETTERS[Number(number) % 23] === id.at(-1);
  },
  words: anyWord('dni nie nif documento* identidad'),
  bare: (seen) => (/[A-Z]$/.test(seen) ? 0.7 : 0.3),
};

const CF_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const itCodiceFiscale: NationalId = {
  rule: 'it-codice-fiscale',
  leads: [[6, 2]],
  form: new RegExp(`^[A-Za-z]{6}\\d{2}[ABCDEHLMPRSTabcdehlmprst]\\d{2}[A-Za-z]\\d{3}[A-Za-z]${END}`),
  // Decreto 23 dicembre 1976: odd places by a table, even ones by their value, the rest by 26.
  isValid: (id) => {
    let sum = 0;
    for (let at = 0; at < 15; at++) {
      const value = Number.parseInt(id.charAt(at), 36);
      const place = value < 10 ? value : value - 10;
      sum += at % 2 === 0 ? (CF_ODD[place] ?? 0) : place;
    }
    return String.fromCharCode(65 + (sum % 26)) === id.at(15);
  },
  words: anyWord('codice_fiscale cod_fisc* c.f. cf tessera_sanitaria'),
  bare: () => 0.85,
};

const ptNif: NationalId = {
  rule: 'pt-nif',
  leads: [
    [0, 9],
    [0, 3],
  ],
  form: new RegExp(`^[1-35689]\\d{2}( ?)\\d{3}\\1\\d{3}${END}`),
  isValid: (id) => {
    const rest = weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return (rest < 2 ? 0 : 11 - rest) === Number(id[8]);
  },
  words: anyWord('nif contribuinte número_de_identificação_fiscal'),
};

const nlBsn: NationalId = {
  rule: 'nl-bsn',
  leads: [
    [0, 9],
    [0, 4],
  ],
  form: new RegExp(`^(?:\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3})${END}`),
  // Logisch ontwerp BSN: the eleven test with -1 for the last digit.
  isValid: (id) => Number(id) > 9_999_999 && weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  words: anyWord('bsn burgerservicenummer sofinummer sofi-nummer'),
};

const beNational: NationalId = {
  rule: 'be-nrn',
  leads: [
    [0, 2],
    [0, 6],
    [0, 11],
  ],
  form: new RegExp(`^\\d{2}[.]?\\d{2}[.]?\\d{2}[- ]?\\d{3}[.]?\\d{2}${END}`),
  // Whoever was born since 2000 has a 2 put before the number.
  isValid: (id) => {
    const check = Number(id.slice(9));
    const body = id.slice(0, 9);
    return isDay(id.slice(2, 4), id.slice(4, 6)) && [body, `2${body}`].some((one) => 97 - mod97(one) === check);
  },
  words: anyWord('rijksregister* registre_national numéro_national nationaal_nummer niss insz nrn'),
  bare: (seen) => (/^\d{2}\.\d{2}\.\d{2}-/.test(seen) ? 0.85 : 0),
};

const chAhv: NationalId = {
  rule: 'ch-ahv',
  leads: [
    [0, 3],
    [0, 13],
  ],
  form: new RegExp(`^756([. ]?)\\d{4}\\1\\d{4}\\1\\d{2}${END}`),
  // The check digit of EAN-13 (Bundesamt für Sozialversicherungen).
  isValid: (id) => weightedSum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  words: anyWord('ahv* avs sozialversicherung* navs*'),
  bare: () => 0.85,
};

export const WESTERN_EUROPE: readonly NationalId[] = [
  ukNino,
  ukNhs,
  deSteuerId,
  frNir,
  esDni,
  itCodiceFiscale,
  ptNif,
  nlBsn,
  beNational,
  chAhv,
];
