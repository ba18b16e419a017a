import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentsOf, heldFrom, leaksOf } from '../../../tests/promise-a.js';
import { personalData } from './personal-data.js';

/** Examples of registries, authorities and networks, each as it may stand in a sentence. */
const EXAMPLES = [
  'write to jane.doe+zorb@mail.blax.org today',
  'see mailto:jane@blax.co.uk',
  'My number is +44 20 7946 0958.',
  'call me at (202) 555-0143 tonight',
  'Tel: 06 12 34 56 78',
  'Ruf mich an, Handy 0151 23456789',
  '0044 20 7946 0958',
  'Мой телефон 8 (912) 345-67-89',
  '我的手机是13800138000',
  'at +44 20 7946 0958 12 or so',
  '電話 090-1234-5678',
  'هاتف +٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨',
  'card 4111 1111 1111 1111',
  '3782-822463-10005',
  '4111111111111111 is my card',
  '४१११११११११११११११',
  '４１１１ １１１１ １１１１ １１１１',
  'IBAN GB82 WEST 1234 5698 7654 32',
  'FR14 2004 1010 0505 0001 3M02 606',
  'MT84MALT011000012345MTLCAST001S',
  'I live at 12 Blaxer Street, London SW1A 1AA',
  'Anschrift: Blaxerstraße 12, 10115 Berlin',
  'Mon adresse: 12 rue de la Zorbe, 75011 Paris',
  'Vivo en la calle Zorba Blax 5, 28013 Madrid',
  'Abito in via Zorba 10, 00184 Roma',
  'Adres: ul. Zorbowa 12, 00-950 Warszawa',
  'Мой адрес: ул. Зорбова, д. 5',
  'Adresim: Zorba Caddesi No: 5, 34000 İstanbul',
  'العنوان شارع زورب 12',
  '地址：北京市佐布区布拉路88号',
  '住所は東京都千代田区佐布1丁目2番3号',
  '주소는 서울시 강남구 조브로 12',
  'Date of birth: 12/03/1985',
  '1985-03-12 is her date of birth',
  'Geburtsdatum: 12. März 1985',
  'Fecha de nacimiento: 12 de marzo de 1985',
  'Birthday: March 12, 1985',
  '生年月日：1985年3月12日',
  'from 81.2.69.142 and 2a02:8070:a1b2::17',
  'eth0 00:1b:44:11:3a:b7',
  'My SSN is 219-09-9998',
  'National Insurance number AB 12 34 56 C',
  'NHS number: 943 476 5919',
  '943 476 5919 is the NHS number',
  'Steuer-ID 86 095 742 719',
  'Sécurité sociale : 2 55 08 14 168 025 38',
  'DNI 12345678-Z',
  'rijksregisternummer 85.07.30-033.28',
  'AHV-Nr. 756.9217.0769.85',
  'СНИЛС 112-233-445 95',
  'SIN 046 454 286',
  'CPF 111.444.777-35',
  'RUT 12.345.678-5',
  'CURP BEML920313HMCLNS09',
  'Aadhaar 9999 4105 7058',
  '身份证号11010519491231002X',
  'マイナンバー123456789018',
  'look: jane&#64;blax.org and jane\u200b@blax.org',
  `look: ${Buffer.from('please write to jane.doe@blax.org today').toString('base64')}`,
] as const;

describe('what waits of personal data', () => {
  it.each(EXAMPLES)('is all of it, wherever the text is cut: %s', (example) => {
    expect(extentsOf([personalData], example), 'nothing is found').not.toEqual([]);
    for (const text of [example, `He wrote it down. ${example} Then he went on, calm as the tide.`])
      expect(leaksOf([personalData], text), text).toEqual([]);
  });

  it('is all of it among numbers and words of any kind', () => {
    const word = fc.constantFrom(
      'in',
      'the',
      'May',
      '12',
      '1985',
      'or',
      'at 3',
      'Rue',
      'via',
      '+',
      '(',
      '7,',
      'st.',
      'No',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.constantFrom(...EXAMPLES),
        fc.array(word, { maxLength: 6 }),
        (before, example, behind) => {
          const text = [...before, example, ...behind].join(' ');
          expect(leaksOf([personalData], text)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is next to nothing of prose with numbers in it', () => {
    const text =
      'In 1985 the 3 keepers read 12 books, spent 40 pounds and walked 1,600 miles to the 2nd street of the town. ';
    expect(text.length - heldFrom([personalData], text)).toBe(0);
    expect(heldFrom([personalData], text.slice(0, 26))).toBeGreaterThanOrEqual(8);
  });
});
