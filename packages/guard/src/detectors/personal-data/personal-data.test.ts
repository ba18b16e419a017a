import { describe, expect, it } from 'vitest';
import { observe } from '../../../tests/reading.js';
import { personalData } from './personal-data.js';

const see = (text: string) =>
  observe(personalData, text).signals.map(({ rule, score, spans: [span] }) => ({
    rule,
    score,
    text: text.slice(...(span ?? [0, 0])),
  }));
const scoreOf = (rule: string, text: string) =>
  Math.max(0, ...see(text).map((seen) => (seen.rule === rule ? seen.score : 0)));

/** Numbers that authorities, registries and networks publish as examples; nobody has them. */
const SURE = [
  ['email', 'write to jane.doe+zorb@mail.blax.org today', 'jane.doe+zorb@mail.blax.org'],
  ['email', 'mailto:jane@blax.co.uk', 'jane@blax.co.uk'],
  // Ofcom, numbers for use in TV and radio drama.
  ['phone', 'My number is +44 20 7946 0958.', '+44 20 7946 0958'],
  ['phone', 'call me on 020 7946 0958', '020 7946 0958'],
  ['phone', 'call me at (202) 555-0143 tonight', '(202) 555-0143'],
  ['phone', 'Tel: 06 12 34 56 78', '06 12 34 56 78'],
  ['phone', 'Ruf mich an, Handy 0151 23456789', '0151 23456789'],
  ['phone', '0044 20 7946 0958', '0044 20 7946 0958'],
  ['phone', 'Мой телефон 8 (912) 345-67-89', '8 (912) 345-67-89'],
  ['phone', '我的手机是13800138000', '13800138000'],
  ['phone', 'call 020 7946 0958 2 times', '020 7946 0958'],
  ['phone', 'at +44 20 7946 0958 12 or so', '+44 20 7946 0958'],
  ['phone', '電話 090-1234-5678', '090-1234-5678'],
  ['phone', '전화 010-1234-5678', '010-1234-5678'],
  // Test numbers of the networks and of payment providers.
  ['card', 'card 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['card', '5555555555554444', '5555555555554444'],
  ['card', '3782-822463-10005', '3782-822463-10005'],
  ['card', '3530111333300000', '3530111333300000'],
  ['card', '30569309025904', '30569309025904'],
  // SWIFT IBAN registry.
  ['iban', 'IBAN GB82 WEST 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 32'],
  ['iban', 'DE89370400440532013000', 'DE89370400440532013000'],
  ['iban', 'FR14 2004 1010 0505 0001 3M02 606', 'FR14 2004 1010 0505 0001 3M02 606'],
  ['iban', 'NO93 8601 1117 947', 'NO93 8601 1117 947'],
  ['iban', 'MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
  ['address', 'I live at 12 Blaxer Street, London SW1A 1AA', '12 Blaxer Street'],
  ['address', 'Anschrift: Blaxerstraße 12, 10115 Berlin', 'Blaxerstraße 12'],
  ['address', 'Mon adresse: 12 rue de la Zorbe, 75011 Paris', '12 rue de la Zorbe'],
  ['address', 'Vivo en la calle Zorba Blax 5, 28013 Madrid', 'calle Zorba Blax 5'],
  ['address', 'Abito in via Zorba 10, 00184 Roma', 'via Zorba 10'],
  ['address', 'Adres: ul. Zorbowa 12, 00-950 Warszawa', 'ul. Zorbowa 12'],
  ['address', 'Мой адрес: ул. Зорбова, д. 5', 'ул. Зорбова, д. 5'],
  ['address', 'Adresim: Zorba Caddesi No: 5, 34000 İstanbul', 'Caddesi No: 5'],
  ['address', '地址：北京市佐布区布拉路88号', '北京市佐布区布拉路88号'],
  ['date-of-birth', 'Date of birth: 12/03/1985', '12/03/1985'],
  ['date-of-birth', 'DOB 1985-03-12', '1985-03-12'],
  ['date-of-birth', 'Geburtsdatum: 12. März 1985', '12. März 1985'],
  ['date-of-birth', 'Fecha de nacimiento: 12 de marzo de 1985', '12 de marzo de 1985'],
  ['date-of-birth', 'Birthday: March 12, 1985', 'march 12, 1985'],
  ['date-of-birth', '生年月日：1985年3月12日', '1985年3月12日'],
  ['date-of-birth', 'Дата рождения: 12.03.1985', '12.03.1985'],
] as const;

describe('personal data', () => {
  it.each(SURE)('is sure of %s in: %s', (rule, text, seen) => {
    const [best] = see(text).toSorted((a, b) => b.score - a.score);
    expect(best?.rule).toBe(rule);
    expect(best?.text.toLowerCase()).toBe(seen.toLowerCase());
    expect(best?.score).toBeGreaterThanOrEqual(0.75);
  });

  it('is less sure of what has no word beside it or speaks for no person', () => {
    for (const [rule, text] of [
      ['email', 'info@blax.org'],
      ['phone', 'see 202-555-0143 there'],
      ['ip', '8.8.4.4'],
      ['address', '12 Blaxer Street'],
    ] as const) {
      expect(scoreOf(rule, text), text).toBeGreaterThan(0);
      expect(scoreOf(rule, text), text).toBeLessThan(0.75);
    }
  });

  it.each([
    'one 550e8400-e29b-41d4-a716-446655440000 two',
    'sha 4111111111111111aaaaaaaaaaaaaaaaaaaaaaaa',
    'ISBN 978-3-16-148410-0 and EAN 4006381333931',
    'node 20.19.5, python 3.11.4 and zorb-1.2.3-beta.4',
    'at 40.712776, -74.005974',
    'the date is 2024-05-12, not 12/03/1985 or 12.03.1985',
    'order 12345678, invoice 2024-000123, ticket 998877665',
    'call 1 000 000 people in 1985 2024',
    '1girl, 2boys, f/1.8, 4k, 8k, S3, EKS, k8s, C4, 35mm, score_9, score_8_up',
    'icon@2x.png, @scope/package@1.2.3, git@github.com:blax/zorb.git',
    'std::vector<int> at 10:30:45, key: value, a::b::c',
    'for (let i = 0; i < 1000000000; i++) sum += 3.14159265358979;',
    'the first 12 people walked 1600 miles to the street',
    'Beethoven was born on 16 December 1770',
    'born in 1985',
    '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
    '4111 1111 1111 1112',
    'GB82 WEST 1234 5698 7654 33',
    '1732625671234 and 1732625671',
    'matrix 0.1234 0.5678 0.9012 3456',
    '#123-45-6789-01',
    'add 250 g flour, 2 eggs, 100 ml milk, 180 degrees, 25 minutes',
  ])('leaves alone: %s', (text) => {
    expect(see(text).filter(({ score }) => score >= 0.3)).toEqual([]);
  });

  it('knows which network addresses say nothing of a person', () => {
    for (const text of [
      '10.1.2.3',
      '127.0.0.1',
      '192.168.1.20',
      '203.0.113.7',
      '::1',
      'fe80::1',
      '2001:db8::8a2e:370:7334',
    ])
      expect(scoreOf('ip', text), text).toBeLessThan(0.3);
    expect(scoreOf('ip', 'from 81.2.69.142 today')).toBeGreaterThan(0.5);
    expect(scoreOf('ip', 'from 2a02:8070:a1b2::17 today')).toBeGreaterThan(0.5);
    expect(scoreOf('mac', 'eth0 00:1b:44:11:3a:b7')).toBeGreaterThan(0);
    expect(scoreOf('ip', 'version 81.2.69.142')).toBeLessThan(0.3);
  });

  it('reads digits of every script, full-width ones and what is hidden between', () => {
    expect(scoreOf('phone', 'هاتف +٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨')).toBeGreaterThanOrEqual(0.85);
    expect(scoreOf('card', '４１１１ １１１１ １１１１ １１１１')).toBeGreaterThanOrEqual(0.85);
    expect(scoreOf('card', '४१११११११११११११११')).toBeGreaterThanOrEqual(0.85);
    expect(scoreOf('email', 'jane&#64;blax.org')).toBeGreaterThanOrEqual(0.85);
    const text = 'jane\u200b@blax.org';
    const [signal] = observe(personalData, text).signals;
    expect(signal?.via).toEqual(['folded']);
    expect(signal?.spans).toEqual([
      [0, 4],
      [5, 14],
    ]);
  });

  it('reads what stands in base64', () => {
    const text = `look: ${Buffer.from('please write to jane.doe@blax.org today').toString('base64')}`;
    expect(scoreOf('email', text)).toBeGreaterThanOrEqual(0.85);
  });

  it('sees all of many, also beyond what is looked up', () => {
    const text = Array.from({ length: 200 }, (_, at) => `call +4420794609${String(at % 100).padStart(2, '0')}`).join(
      '; ',
    );
    const phones = observe(personalData, text).signals.filter(({ rule }) => rule === 'phone');
    expect(phones.flatMap(({ spans }) => spans)).toHaveLength(200);
  });

  it('says nothing of plain prose', () => {
    expect(see('The keeper climbed the stairs, with a lamp in one hand: he was calm.')).toEqual([]);
  });
});
