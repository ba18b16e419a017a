import { isLuhn, weightedSum } from '@tyrian/text';
import { anyWord } from '../words.js';
import { END, isSeparated, type NationalId } from './national-id.js';

/** Numbers that were printed in advertisements and never count. */
const VOID_SSN = new Set(['078051120', '219099999', '457555462', '123456789']);

const usSsn: NationalId = {
  rule: 'us-ssn',
  leads: [
    [0, 3],
    [0, 9],
  ],
  form: new RegExp(`^(?!000|666|9)\\d{3}([- ]?)(?!00)\\d{2}\\1(?!0000)\\d{4}${END}`),
  isValid: (id) => !VOID_SSN.has(id),
  words: anyWord('ssn ssns social_security social_security_number soc_sec social'),
  bare: (seen) => (seen.includes('-') ? 0.6 : 0),
  announced: 0.9,
};

const caSin: NationalId = {
  rule: 'ca-sin',
  leads: [
    [0, 3],
    [0, 9],
  ],
  form: new RegExp(`^\\d{3}([- ]?)\\d{3}\\1\\d{3}${END}`),
  isValid: (id) => id !== '000000000' && isLuhn(id),
  words: anyWord('sin social_insurance social_insurance_number nas assurance_sociale'),
  bare: (seen) => (isSeparated(seen) ? 0.4 : 0),
};

const brCpf: NationalId = {
  rule: 'br-cpf',
  leads: [
    [0, 3],
    [0, 9],
    [0, 11],
  ],
  form: new RegExp(`^(?:\\d{3}\\.\\d{3}\\.\\d{3}-|\\d{9}-?)\\d{2}${END}`),
  isValid: (id) => {
    if (/^(\d)\1+$/.test(id)) return false;
    const check = (weights: readonly number[]) => ((weightedSum(id, weights) * 10) % 11) % 10;
    return (
      check([10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(id[9]) &&
      check([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(id[10])
    );
  },
  words: anyWord('cpf cadastro_de_pessoa*'),
  bare: (seen) => (seen.includes('.') ? 0.85 : 0.4),
};

const clRut: NationalId = {
  rule: 'cl-rut',
  leads: [
    [0, 1],
    [0, 2],
    [0, 7],
    [0, 8],
  ],
  form: new RegExp(`^(?:\\d{1,2}\\.\\d{3}\\.\\d{3}|\\d{7,8})-[0-9Kk]${END}`),
  isValid: (id) => {
    const body = id.slice(0, -1).padStart(8, '0');
    const check = (11 - (weightedSum(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return id.at(-1) === (check === 10 ? 'K' : String(check));
  },
  words: anyWord('rut run cédula*'),
  bare: (seen) => (seen.includes('.') ? 0.7 : 0.3),
};

const CURP = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const mxCurp: NationalId = {
  rule: 'mx-curp',
  leads: [[4, 6]],
  form: new RegExp(`^[A-Za-z]{4}\\d{6}[HMXhmx][A-Za-z]{5}[A-Za-z0-9]\\d${END}`),
  isValid: (id) => {
    let sum = 0;
    for (let at = 0; at < 17; at++) sum += CURP.indexOf(id.charAt(at)) * (18 - at);
    return (10 - (sum % 10)) % 10 === Number(id[17]);
  },
  words: anyWord('curp'),
  bare: () => 0.85,
};

export const AMERICAS: readonly NationalId[] = [usSsn, caSin, brCpf, clRut, mxCurp];
