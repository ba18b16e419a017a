import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLuhn } from './luhn.js';
import { isMod11And10 } from './mod-11-10.js';
import { mod97 } from './mod-97.js';
import { isVerhoeff } from './verhoeff.js';
import { weightedSum } from './weighted-sum.js';

const digits = fc.stringMatching(/^[0-9]{3,18}$/);
const CHECKS = { luhn: isLuhn, verhoeff: isVerhoeff, 'mod 11,10': isMod11And10 };

describe.each(Object.entries(CHECKS))('%s', (_, holds) => {
  it('takes exactly one check digit for any number', () => {
    fc.assert(
      fc.property(digits, (number) => {
        expect([...'0123456789'].filter((digit) => holds(number + digit))).toHaveLength(1);
      }),
    );
  });

  it('sees every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const whole = number + [...'0123456789'].find((digit) => holds(number + digit));
        const at = place % whole.length;
        const wrong = `${whole.slice(0, at)}${(Number(whole[at]) + step) % 10}${whole.slice(at + 1)}`;
        expect(holds(wrong)).toBe(false);
      }),
    );
  });

  it('does not hold of nothing', () => {
    expect(holds('')).toBe(false);
    expect(holds('0')).toBe(false);
  });
});

it('agrees with published numbers', () => {
  // ISO/IEC 7812-1, annex B; Verhoeff's own example; ISO/IEC 7064, section 9.
  expect(isLuhn('79927398713')).toBe(true);
  expect(isVerhoeff('2363')).toBe(true);
  expect(isMod11And10('07945')).toBe(true);
});

it('sees neighbours changed over, by Verhoeff', () => {
  fc.assert(
    fc.property(digits, fc.nat(), (number, place) => {
      const whole = number + [...'0123456789'].find((digit) => isVerhoeff(number + digit));
      const at = place % (whole.length - 1);
      fc.pre(whole[at] !== whole[at + 1]);
      expect(isVerhoeff(`${whole.slice(0, at)}${whole[at + 1]}${whole[at]}${whole.slice(at + 2)}`)).toBe(false);
    }),
  );
});

it('divides by 97 like whole numbers do', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,34}$/), (text) => {
      const spelled = [...text].map((one) => Number.parseInt(one, 36)).join('');
      expect(BigInt(mod97(text))).toBe(BigInt(spelled) % 97n);
    }),
  );
  expect(mod97('wEst12')).toBe(mod97('WEST12'));
});

it('weighs digits', () => {
  expect(weightedSum('123', [1, 2, 3])).toBe(14);
  expect(weightedSum('1239', [1, 2, 3])).toBe(14);
});
