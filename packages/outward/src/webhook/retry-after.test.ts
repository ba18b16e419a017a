import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.js';

const now = Date.parse('2026-11-27T06:30:00Z');

describe('retry-after', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Fri, 27 Nov 2026 06:31:00 GMT', 60_000],
    ['Fri, 27 Nov 2026 06:29:00 GMT', 0],
    ['99999999', 6 * 3_600_000],
    ['soon', undefined],
    ['-1', 0],
    [undefined, undefined],
  ])('of %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
