import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areRising, calibrated } from './calibration.js';

const KNOTS = [
  { raw: -2, logOdds: -3 },
  { raw: 0, logOdds: 0 },
  { raw: 1, logOdds: 4 },
];

describe('calibrated', () => {
  it.each([
    [-2, -3],
    [-1, -1.5],
    [0.5, 2],
    [3, 12],
    [-4, -6],
  ])('reads %d as log-odds %d', (raw, logOdds) => {
    expect(calibrated(raw, KNOTS)).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
  });

  it('never turns two scores round', () => {
    const score = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(score, score, (left, right) => {
        const [low, high] = left < right ? [left, right] : [right, left];
        expect(calibrated(low, KNOTS)).toBeLessThanOrEqual(calibrated(high, KNOTS));
      }),
    );
  });
});

describe('areRising', () => {
  it.each([
    [KNOTS, true],
    [KNOTS.slice(0, 1), false],
    [[...KNOTS, { raw: 1, logOdds: 5 }], false],
    [[...KNOTS, { raw: 2, logOdds: 4 }], false],
    [[...KNOTS, { raw: 2, logOdds: Number.POSITIVE_INFINITY }], false],
  ])('tells knots that make a calibration', (knots, is) => {
    expect(areRising(knots)).toBe(is);
  });
});
