import { isLuhn, isVerhoeff, weightedSum } from '@tyrian/text';
import { anyWord } from '../words.js';
import { END, isDay, isSeparated, type NationalId } from './national-id.js';

const inAadhaar: NationalId = {
  rule: 'in-aadhaar',
  leads: [
    [0, 4],
    [0, 12],
  ],
  form: new RegExp(`^[2-9]\\d{3}([ -]?)\\d{4}\\1\\d{4}${END}(?! \\d)`),
  isValid: isVerhoeff,
  words: anyWord('aadhaar* aadhar* adhaar* uid uidai आधार*'),
  bare: (seen) => (isSeparated(seen) ? 0.6 : 0.3),
};

const inPan: NationalId = {
  rule: 'in-pan',
  leads: [[5, 4]],
  // Income Tax Department: the fourth letter says what kind of holder it is.
  form: new RegExp(`^[A-Za-z]{3}[ABCFGHJLPTabcfghjlpt][A-Za-z]\\d{4}[A-Za-z]${END}`),
  isValid: () => true,
  words: anyWord('pan pan_card permanent_account पैन*'),
  bare: (seen) => (/^[A-Z]{3}P[A-Z]\d{4}[A-Z]$/.test(seen) ? 0.6 : 0.2),
  announced: 0.9,
};

const cnResidentId: NationalId = {
  rule: 'cn-resident-id',
  leads: [
    [0, 17],
    [0, 18],
  ],
  form: new RegExp(`^[1-8]\\d{5}(?:18|19|20)\\d{9}[0-9Xx]${END}`),
  // GB 11643-1999, ISO/IEC 7064 MOD 11-2.
  isValid: (id) => {
    const rest = weightedSum(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
    return isDay(id.slice(10, 12), id.slice(12, 14)) && '10X98765432'[rest] === id.at(-1);
  },
  words: anyWord('身份证* 身份證* 公民身份* 证件* resident_identity resident_id'),
  bare: () => 0.85,
};

const jpMyNumber: NationalId = {
  rule: 'jp-my-number',
  leads: [
    [0, 4],
    [0, 12],
  ],
  form: new RegExp(`^\\d{4}([ -]?)\\d{4}\\1\\d{4}${END}(?! \\d)`),
  // Ordinance of the Ministry of Internal Affairs 85 of 2014, article 5.
  isValid: (id) => {
    const rest = weightedSum(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    return (rest <= 1 ? 0 : 11 - rest) === Number(id[11]);
  },
  words: anyWord('マイナンバー* 個人番号* my_number individual_number'),
};

const krRrn: NationalId = {
  rule: 'kr-rrn',
  leads: [
    [0, 6],
    [0, 13],
  ],
  form: new RegExp(`^\\d{6}-?[1-8]\\d{6}${END}`),
  // Since October 2020 the last six digits are given out at random, so the check digit says nothing of newer ones.
  isValid: (id) => isDay(id.slice(2, 4), id.slice(4, 6)),
  words: anyWord('주민등록번호* 주민번호* 외국인등록번호* resident_registration rrn'),
  bare: (seen) => (seen.includes('-') ? 0.7 : 0),
};

const auTfn: NationalId = {
  rule: 'au-tfn',
  leads: [
    [0, 3],
    [0, 9],
  ],
  form: new RegExp(`^\\d{3}([ -]?)\\d{3}\\1\\d{3}${END}`),
  isValid: (id) => id !== '000000000' && weightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  words: anyWord('tfn tax_file tax_file_number'),
};

const sgNric: NationalId = {
  rule: 'sg-nric',
  leads: [[1, 7]],
  form: new RegExp(`^[STFGstfg]\\d{7}[A-Za-z]${END}`),
  isValid: (id) => {
    const first = id.charAt(0);
    const sum = weightedSum(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (first === 'T' || first === 'G' ? 4 : 0);
    return (first === 'S' || first === 'T' ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11] === id.at(-1);
  },
  words: anyWord('nric fin ic identity_card'),
  bare: (seen) => (seen === seen.toUpperCase() ? 0.6 : 0.3),
};

const zaId: NationalId = {
  rule: 'za-id',
  leads: [[0, 13]],
  form: new RegExp(`^\\d{10}[0-2]\\d{2}${END}`),
  isValid: (id) => isDay(id.slice(2, 4), id.slice(4, 6)) && isLuhn(id),
  words: anyWord('id id_number rsa_id south_african said'),
};

export const ASIA_PACIFIC_AND_AFRICA: readonly NationalId[] = [
  inAadhaar,
  inPan,
  cnResidentId,
  jpMyNumber,
  krRrn,
  auTfn,
  sgNric,
  zaId,
];
