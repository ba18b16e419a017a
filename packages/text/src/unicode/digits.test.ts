import { expect, it } from 'vitest';
import { digitValue } from './digits.js';

it('knows exactly the decimal digits of Unicode', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    expect(digitValue(unit) >= 0, unit.toString(16)).toBe(/^\p{Nd}$/u.test(String.fromCharCode(unit)));
  }
});

it.each(Intl.supportedValuesOf('numberingSystem'))('gives digits their values: %s', (system) => {
  const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, value) => format.format(value));
  if (!digits.every((digit) => /^[\p{Nd}]$/u.test(digit) && digit.length === 1)) return;
  expect(digits.map((digit) => digitValue(digit.charCodeAt(0)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
