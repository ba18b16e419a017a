import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digitOf, withAsciiDigits } from './digits.js';

it('knows decimal digits as Unicode does', () => {
  for (const zero of ['0', '٠', '۰', '०', '০', '๐', '０'])
    for (let digit = 0; digit < 10; digit++) {
      const unit = zero.charCodeAt(0) + digit;
      expect(digitOf(unit)).toBe(digit);
      expect(String.fromCharCode(unit)).toMatch(/^\p{Nd}$/u);
    }
  for (let unit = 0; unit < 0x10000; unit++)
    if (digitOf(unit) !== undefined) expect(String.fromCharCode(unit)).toMatch(/^\p{Nd}$/u);
});

it('takes nothing else for a digit', () => {
  for (const one of 'a②½三 -') expect(digitOf(one.charCodeAt(0)), one).toBeUndefined();
});

it('writes digits, spaces and hyphens as ASCII, unit for unit', () => {
  expect(withAsciiDigits('٠١٢\u00a0３４‑5 é')).toBe('012 34-5 é');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(withAsciiDigits(text)).toHaveLength(text.length);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(withAsciiDigits(text)).toBe(text);
    }),
  );
});
