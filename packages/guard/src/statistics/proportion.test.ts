import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportion } from './proportion.js';

describe('a proportion', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the published interval', (hits, of, low, high) => {
    const { low: gotLow, high: gotHigh } = proportion(hits, of);
    expect(gotLow).toBeCloseTo(low, 4);
    expect(gotHigh).toBeCloseTo(high, 4);
  });

  it('lies in its interval, which narrows with more cases', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, of) => {
        const hits = Math.min(some, of);
        const few = proportion(hits, of);
        const many = proportion(hits * 10, of * 10);
        expect(few.low).toBeLessThanOrEqual(few.share);
        expect(few.share).toBeLessThanOrEqual(few.high);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('of nothing says nothing', () => {
    expect(proportion(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });
});
