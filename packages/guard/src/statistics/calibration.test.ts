import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brier, calibrationBins, expectedCalibrationError } from './calibration.js';
import { seededRandom } from './random.js';

describe('calibration', () => {
  it('puts a score on the edge into the bin above, and 1 into the last', () => {
    const bins = calibrationBins(Float64Array.of(0, 0.49, 0.5, 1), Uint8Array.of(0, 1, 1, 1), 2);
    expect(bins).toEqual([
      { from: 0, to: 0.5, rows: 2, positives: 1, meanScore: 0.245 },
      { from: 0.5, to: 1, rows: 2, positives: 2, meanScore: 0.75 },
    ]);
    expect(expectedCalibrationError(bins)).toBeCloseTo((0.51 + 0.5) / 4, 12);
  });

  it('says nothing of nothing', () => {
    const bins = calibrationBins(new Float64Array(), new Uint8Array());
    expect(bins).toHaveLength(10);
    expect(bins[3]).toMatchObject({ rows: 0, meanScore: Number.NaN });
    expect(expectedCalibrationError(bins)).toBeNaN();
    expect(brier(new Float64Array(), new Uint8Array())).toBeNaN();
  });

  it('finds little error where labels are drawn by the scores, and much where they are not', () => {
    const random = seededRandom(7);
    const scores = Float64Array.from({ length: 20_000 }, random);
    const drawn = Uint8Array.from(scores, (score) => (random() < score ? 1 : 0));
    const against = drawn.map((label) => 1 - label);
    expect(expectedCalibrationError(calibrationBins(scores, drawn))).toBeLessThan(0.02);
    expect(expectedCalibrationError(calibrationBins(scores, against))).toBeGreaterThan(0.4);
    // The expected value of (s - y)^2 with y drawn by s, s uniform, is 1/6.
    expect(brier(scores, drawn)).toBeCloseTo(1 / 6, 2);
  });

  it('is the mean squared distance, counted row by row', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const scores = Float64Array.from(rows, ([sixth]) => sixth / 6);
        const squares = rows.map(([sixth, label]) => (sixth / 6 - label) ** 2);
        const mean = squares.reduce((sum, square) => sum + square, 0) / rows.length;
        expect(
          brier(
            scores,
            Uint8Array.from(rows, ([, label]) => label),
          ),
        ).toBeCloseTo(mean, 12);
      }),
    );
  });

  it('loses no row', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, fc.integer({ min: 0, max: 1 }))),
        fc.integer({ min: 1, max: 20 }),
        (rows, n) => {
          const scores = Float64Array.from(rows, ([score]) => score);
          const labels = Uint8Array.from(rows, ([, label]) => label);
          const bins = calibrationBins(scores, labels, n);
          expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(rows.length);
          expect(bins.reduce((sum, { positives }) => sum + positives, 0)).toBe(labels.reduce((a, b) => a + b, 0));
          for (const { from, to, rows, meanScore } of bins) {
            if (rows === 0) continue;
            expect(meanScore).toBeGreaterThanOrEqual(from - 1e-9);
            expect(meanScore).toBeLessThanOrEqual(to + 1e-9);
          }
        },
      ),
    );
  });

  it('takes shares only', () => {
    expect(() => calibrationBins(Float64Array.of(1.1), Uint8Array.of(1))).toThrow(/score 1.1 is not/);
    expect(() => brier(Float64Array.of(0.5, Number.NaN), Uint8Array.of(1, 0))).toThrow(/row 1/);
    expect(() => brier(Float64Array.of(0.5), Uint8Array.of())).toThrow(RangeError);
    expect(() => calibrationBins(Float64Array.of(0.5), Uint8Array.of())).toThrow(RangeError);
  });
});
