import { describe, expect, it } from 'vitest';
import { countOf, spanOf, timeOf } from './option-values.js';

describe('values of flags', () => {
  it.each([
    ['0s', 0],
    ['90s', 90_000],
    ['90m', 5_400_000],
    ['1h', 3_600_000],
    ['30d', 2_592_000_000],
  ])('read %s as a span', (text, ms) => {
    expect(spanOf(text)).toBe(ms);
  });

  it.each(['', '1', 'h', '1.5h', '-1h', '1w', '1h2m', '1234567s', ' 1h'])('take %j for no span', (text) => {
    expect(() => spanOf(text)).toThrow('give a number and s, m, h or d');
  });

  it('read whole numbers above nothing, and dates', () => {
    expect(countOf('12')).toBe(12);
    for (const text of ['0', '-1', '1.5', 'many']) expect(() => countOf(text)).toThrow('whole number');
    expect(timeOf('2026-11-01')).toBe(Date.UTC(2026, 10, 1));
    for (const text of ['soon', '12', '2026-13-45']) expect(() => timeOf(text)).toThrow('give a date');
  });
});
