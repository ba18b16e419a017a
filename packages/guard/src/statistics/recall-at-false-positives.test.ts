import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recallAtFalsePositives, recallAtFalsePositivesOf } from './recall-at-false-positives.js';

const column = (scores: readonly number[]) => Float64Array.from(scores);
const labels = (positives: number, negatives: number) =>
  Uint8Array.from({ length: positives + negatives }, (_, row) => (row < positives ? 1 : 0));

describe('recall at a share of false positives', () => {
  it('lets through as many as the share rounded down', () => {
    const negatives = Array.from({ length: 1_259 }, (_, row) => row / 1_259);
    const positives = [0.9999, 0.995, 0.99, 0.5];
    const found = recallAtFalsePositives(column([...positives, ...negatives]), labels(4, 1_259), 0.01);
    // The 13th highest negative may not be flagged: 1246 / 1259.
    expect(found).toEqual({ recall: 0.75, cut: 1_246 / 1_259, allowed: 12, falsePositives: 12, negatives: 1_259 });
  });

  it('rounds a share that floating point makes a little too small', () => {
    expect(recallAtFalsePositives(column(Array(100).fill(0)), labels(0, 100), 0.29).allowed).toBe(29);
  });

  it('flags none of the negatives that tie across the limit, nor a positive at the cut', () => {
    const found = recallAtFalsePositives(column([0.9, 0.8, 0.7, 0.8, 0.8, 0.1, 0.1]), labels(3, 4), 0.25);
    expect(found).toMatchObject({ recall: 1 / 3, cut: 0.8, allowed: 1, falsePositives: 0 });
  });

  it('finds all where all may be flagged, and says nothing without negatives or positives', () => {
    expect(recallAtFalsePositives(column([0, 1]), labels(1, 1), 1)).toMatchObject({ recall: 1, cut: -Infinity });
    expect(recallAtFalsePositives(column([0]), labels(1, 0), 0.01).recall).toBeNaN();
    expect(recallAtFalsePositives(column([0]), labels(0, 1), 0.01).recall).toBeNaN();
    expect(() => recallAtFalsePositives(column([0]), labels(0, 1), 1.01)).toThrow(RangeError);
  });

  it('is the most that any cut at a score reaches within the limit', () => {
    const score = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1 }),
        fc.array(score, { minLength: 1 }),
        fc.integer({ min: 0, max: 20 }),
        (positives, negatives, twentieth) => {
          const rate = twentieth / 20;
          const found = recallAtFalsePositives(
            column([...positives, ...negatives]),
            labels(positives.length, negatives.length),
            rate,
          );
          const over = (cut: number, of: readonly number[]) => of.filter((score) => score > cut).length;
          const within = [-1, ...positives, ...negatives].filter(
            (cut) => over(cut, negatives) * 20 <= twentieth * negatives.length,
          );
          const best = Math.max(...within.map((cut) => over(cut, positives)));
          expect(found.recall * positives.length).toBeCloseTo(best, 9);
          expect(found.falsePositives).toBe(over(found.cut, negatives));
          expect(found.falsePositives).toBeLessThanOrEqual(found.allowed);
          const apart = recallAtFalsePositivesOf(
            column(negatives),
            column(positives),
            labels(positives.length, 0),
            rate,
          );
          expect(apart).toEqual(found);
        },
      ),
    );
  });

  it('can take the cut from other negatives', () => {
    const others = column(Array.from({ length: 100 }, (_, row) => row));
    const found = recallAtFalsePositivesOf(others, column([98, 99, 200, 300]), Uint8Array.of(1, 1, 1, 0), 0.01);
    expect(found).toEqual({ recall: 2 / 3, cut: 98, allowed: 1, falsePositives: 1, negatives: 100 });
    expect(recallAtFalsePositivesOf(column([]), column([1]), Uint8Array.of(1), 0.01).recall).toBeNaN();
    expect(() => recallAtFalsePositivesOf(others, column([1]), Uint8Array.of(), 0.01)).toThrow(RangeError);
  });
});
