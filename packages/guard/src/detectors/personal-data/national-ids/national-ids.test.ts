import { describe, expect, it } from 'vitest';
import { observe } from '../../../../tests/reading.js';
import { personalData } from '../personal-data.js';
import { NATIONAL_IDS } from './national-ids.js';

const scoreOf = (rule: string, text: string) =>
  Math.max(0, ...observe(personalData, text).signals.map((signal) => (signal.rule === rule ? signal.score : 0)));

/** Numbers from the specifications and leaflets of the authorities; given to nobody, or to nobody any more. */
const EXAMPLES: readonly (readonly [rule: string, id: string, announced: string])[] = [
  ['us-ssn', '219-09-9998', 'My SSN is'],
  ['uk-nino', 'AB 12 34 56 C', 'National Insurance number'],
  ['uk-nino', 'AB123456C', 'NINO:'],
  ['uk-nhs', '943 476 5919', 'NHS number:'],
  ['de-steuer-id', '86 095 742 719', 'Steuer-ID'],
  ['fr-nir', '2 55 08 14 168 025 38', 'Sécurité sociale :'],
  ['es-dni', '12345678Z', 'DNI'],
  ['es-dni', 'X1234567L', 'NIE'],
  ['it-codice-fiscale', 'RSSMRA85T10A562S', 'codice fiscale'],
  ['pt-nif', '123456789', 'NIF'],
  ['nl-bsn', '111222333', 'BSN'],
  ['be-nrn', '85.07.30-033.28', 'rijksregisternummer'],
  ['ch-ahv', '756.9217.0769.85', 'AHV-Nr.'],
  ['pl-pesel', '44051401359', 'PESEL'],
  ['se-personnummer', '811228-9874', 'personnummer'],
  ['fi-hetu', '131052-308T', 'henkilötunnus'],
  ['no-fnr', '13097248022', 'fødselsnummer'],
  ['ru-snils', '112-233-445 95', 'СНИЛС'],
  ['ru-inn', '500100732259', 'ИНН'],
  ['tr-tckn', '10000000146', 'TC kimlik no'],
  ['ca-sin', '046 454 286', 'SIN'],
  ['br-cpf', '111.444.777-35', 'CPF'],
  ['cl-rut', '12.345.678-5', 'RUT'],
  ['mx-curp', 'BEML920313HMCLNS09', 'CURP'],
  ['in-aadhaar', '9999 4105 7058', 'Aadhaar'],
  ['in-pan', 'AAAPL1234C', 'PAN card'],
  ['cn-resident-id', '11010519491231002X', '身份证号'],
  ['jp-my-number', '123456789018', 'マイナンバー'],
  ['kr-rrn', '900101-1234568', '주민등록번호'],
  ['au-tfn', '123 456 782', 'TFN'],
  ['sg-nric', 'S1234567D', 'NRIC'],
  ['za-id', '8001015009087', 'ID number'],
];

describe('national numbers', () => {
  it.each(EXAMPLES)('%s: is sure of %s with a word before it', (rule, id, announced) => {
    expect(scoreOf(rule, `${announced} ${id}`)).toBeGreaterThanOrEqual(0.9);
    expect(scoreOf(rule, `${announced}: ${id}, thanks`)).toBeGreaterThanOrEqual(0.9);
    expect(scoreOf(rule, `${id} (${announced})`)).toBeGreaterThanOrEqual(0.9);
  });

  it.each(EXAMPLES)('%s: %s alone is no surer than with its word', (rule, id) => {
    expect(scoreOf(rule, `see ${id}`)).toBeLessThanOrEqual(0.85);
  });

  it.each(EXAMPLES)('%s: leaves %s alone within something longer', (rule, id, announced) => {
    expect(scoreOf(rule, `${announced} q${id}`)).toBe(0);
    expect(scoreOf(rule, `${announced} ${id}9`)).toBe(0);
    expect(scoreOf(rule, `${announced} 7-${id}`)).toBe(0);
  });

  it.each(EXAMPLES.filter(([rule]) => !['us-ssn', 'uk-nino', 'in-pan', 'kr-rrn'].includes(rule)))(
    '%s: sees one wrong digit in %s',
    (rule, id, announced) => {
      const places = [...id].flatMap((one, at) => (/[3-8]/.test(one) ? [at] : []));
      const changed = places.map((at) => `${id.slice(0, at)}${Number(id[at]) + 1}${id.slice(at + 1)}`);
      const taken = changed.filter((wrong) => scoreOf(rule, `${announced} ${wrong}`) > 0);
      // One check digit of eleven values may let a change through where two values share a digit.
      expect(taken.length).toBeLessThanOrEqual(Math.floor(changed.length / 6));
    },
  );

  it('knows every number by an example', () => {
    expect(new Set(EXAMPLES.map(([rule]) => rule))).toEqual(new Set(NATIONAL_IDS.map(({ rule }) => rule)));
    expect(new Set(NATIONAL_IDS.map(({ rule }) => rule.slice(0, 2))).size).toBeGreaterThanOrEqual(15);
  });

  it('refuses numbers that cannot be', () => {
    for (const [rule, text] of [
      ['us-ssn', 'SSN 000-12-3456'],
      ['us-ssn', 'SSN 666-12-3456'],
      ['us-ssn', 'SSN 912-12-3456'],
      ['us-ssn', 'SSN 078-05-1120'],
      ['uk-nino', 'NINO QQ 12 34 56 C'],
      ['uk-nino', 'NINO GB123456A'],
      ['kr-rrn', '주민등록번호 901301-1234568'],
      ['br-cpf', 'CPF 111.111.111-11'],
    ] as const)
      expect(scoreOf(rule, text), text).toBe(0);
  });
});
