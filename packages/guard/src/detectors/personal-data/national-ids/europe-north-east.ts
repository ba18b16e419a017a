import { isLuhn, weightedSum } from '@tyrian/text';
import { anyWord } from '../words.js';
import { END, isDay, isSeparated, type NationalId } from './national-id.js';

const plPesel: NationalId = {
  rule: 'pl-pesel',
  leads: [[0, 11]],
  form: new RegExp(`^\\d{11}${END}`),
  // The month says the century: 80, 0, 20, 40 and 60 are added for 1800 to 2200.
  isValid: (id) =>
    isDay(String(Number(id.slice(2, 4)) % 20), id.slice(4, 6)) &&
    weightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  words: anyWord('pesel* nr_ewidencyjny'),
  bare: () => 0.4,
};

const sePersonnummer: NationalId = {
  rule: 'se-personnummer',
  leads: [
    [0, 6],
    [0, 8],
    [0, 10],
    [0, 12],
  ],
  form: new RegExp(`^(?:19|20)?\\d{6}[-+]?\\d{4}${END}`),
  isValid: (id) => {
    const ten = id.slice(-10);
    const day = Number(ten.slice(4, 6));
    // 60 is added to the day of a samordningsnummer.
    return isDay(ten.slice(2, 4), String(day > 60 ? day - 60 : day)) && isLuhn(ten);
  },
  words: anyWord('personnummer* pnr samordningsnummer* personal_number personal_identity'),
  bare: (seen) => (isSeparated(seen) ? 0.7 : 0),
};

const HETU = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const fiHetu: NationalId = {
  rule: 'fi-hetu',
  leads: [[0, 6]],
  form: new RegExp(`^\\d{6}[-+A-FU-Yau-y]\\d{3}[0-9A-Ya-y]${END}`),
  // Digital and Population Data Services Agency: the rest by 31 chooses the last character.
  isValid: (id) => {
    const digits = id.slice(0, 6) + id.slice(-4, -1);
    return isDay(id.slice(2, 4), id.slice(0, 2)) && HETU[Number(digits) % 31] === id.at(-1);
  },
  words: anyWord('hetu henkilötunnus* henkilötunnuksen personal_identity_code'),
  bare: () => 0.85,
};

const noFnr: NationalId = {
  rule: 'no-fnr',
  leads: [
    [0, 11],
    [0, 6],
  ],
  form: new RegExp(`^\\d{6} ?\\d{5}${END}`),
  isValid: (id) =>
    isDay(id.slice(2, 4), String(Number(id.slice(0, 2)) % 40)) &&
    weightedSum(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  words: anyWord('fødselsnummer* personnummer* fnr d-nummer'),
  bare: () => 0.4,
};

const ruSnils: NationalId = {
  rule: 'ru-snils',
  leads: [
    [0, 3],
    [0, 11],
  ],
  form: new RegExp(`^\\d{3}(-?)\\d{3}\\1\\d{3}[ -]?\\d{2}${END}`),
  isValid: (id) => (weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(id.slice(9)),
  words: anyWord('снилс* страховой_номер'),
  bare: (seen) => (/^\d{3}-\d{3}-\d{3} /.test(seen) ? 0.85 : 0),
};

const ruInn: NationalId = {
  rule: 'ru-inn',
  leads: [[0, 12]],
  form: new RegExp(`^\\d{12}${END}`),
  isValid: (id) =>
    (weightedSum(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(id[10]) &&
    (weightedSum(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(id[11]),
  words: anyWord('инн налогоплательщик*'),
};

const trTckn: NationalId = {
  rule: 'tr-tckn',
  leads: [[0, 11]],
  form: new RegExp(`^[1-9]\\d{10}${END}`),
  isValid: (id) => {
    const odd = weightedSum(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
    const even = weightedSum(id, [0, 1, 0, 1, 0, 1, 0, 1]);
    const tenth = (((odd * 7 - even) % 10) + 10) % 10;
    return tenth === Number(id[9]) && (odd + even + tenth) % 10 === Number(id[10]);
  },
  words: anyWord('tc* t.c.* tckn kimlik* vatandaşlık*'),
  bare: () => 0.45,
};

export const NORTHERN_AND_EASTERN_EUROPE: readonly NationalId[] = [
  plPesel,
  sePersonnummer,
  fiHetu,
  noFnr,
  ruSnils,
  ruInn,
  trTckn,
];
