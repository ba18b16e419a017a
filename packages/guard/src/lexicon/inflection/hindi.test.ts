import { describe, expect, it } from 'vitest';
import { hindi } from './hindi.js';

describe('Hindi inflection', () => {
  it.each([
    ['कमरा', ['कमरा', 'कमरे', 'कमरों']],
    ['घर', ['घर', 'घरों']],
    ['किताब', ['किताब', 'किताबें', 'किताबों']],
    ['नदी', ['नदी', 'नदियां', 'नदियाँ', 'नदियों']],
    ['शक्ति', ['शक्ति', 'शक्तियां', 'शक्तियों']],
    ['आलू', ['आलू', 'आलुओं']],
    ['माला', ['माला', 'मालाएं', 'मालाओं']],
  ])('gives the noun %s its numbers and cases', (noun, forms) => {
    expect(hindi.noun(noun)).toEqual(expect.arrayContaining(forms));
  });

  it.each([
    [
      'लिखना',
      ['लिखना', 'लिखने', 'लिखता', 'लिखती', 'लिखा', 'लिखी', 'लिखूंगा', 'लिखूंगी', 'लिखेगा', 'लिखें', 'लिखो', 'लिखिए', 'लिखकर'],
    ],
    ['खाना', ['खाना', 'खाने', 'खाता', 'खाया', 'खाई', 'खाऊंगा', 'खाएं', 'खाओ', 'खाकर']],
  ])('gives the verb %s its forms', (verb, forms) => {
    expect(hindi.verb(verb)).toEqual(expect.arrayContaining(forms));
    expect(hindi.verb(verb).length).toBeLessThanOrEqual(40);
  });

  it('gives adjectives in -a their genders', () => {
    expect(hindi.adjective('बड़ा')).toEqual(
      expect.arrayContaining(['बड़ा', 'बड़े', 'बड़ी'].map((one) => one.normalize('NFKC'))),
    );
  });

  it('writes words without their dots too', () => {
    expect(hindi.noun('सड़क'.normalize('NFKC'))).toEqual(
      expect.arrayContaining(['सड़क'.normalize('NFKC'), 'सडक', 'सडकों']),
    );
    expect(hindi.noun('चाँद')).toContain('चांद');
  });

  it('leaves words in Latin letters alone', () => {
    expect(hindi.noun('kitab')).toEqual(['kitab']);
  });
});
