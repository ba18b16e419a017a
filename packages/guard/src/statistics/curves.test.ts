import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestF1, f1At } from './f1.js';
import { auprc, precisionRecall } from './precision-recall.js';
import { rank } from './rank.js';
import { auroc, rocCurve } from './roc.js';

const scored = (...rows: [score: number, label: number][]) =>
  [Float64Array.from(rows, ([score]) => score), Uint8Array.from(rows, ([, label]) => label)] as const;

/** Few distinct scores, so that many rows tie. */
const rows = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
      fc.integer({ min: 0, max: 1 }),
    ),
    { minLength: 1 },
  )
  .map((pairs) => ({ pairs, columns: scored(...pairs) }));

/** Counted one by one from the definitions. */
function confusion(pairs: readonly [number, number][], threshold: number) {
  const flagged = pairs.filter(([score]) => score >= threshold);
  const hits = flagged.filter(([, label]) => label === 1).length;
  return { hits, alarms: flagged.length - hits, positives: pairs.filter(([, label]) => label === 1).length };
}

const distinct = (pairs: readonly [number, number][]) =>
  [...new Set(pairs.map(([score]) => score))].sort((a, b) => b - a);

// The example in scikit-learn's documentation of average_precision_score and roc_auc_score.
const DOCUMENTED = scored([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]);

describe('average precision', () => {
  it('is as scikit-learn documents it', () => {
    expect(auprc(...DOCUMENTED)).toBeCloseTo(0.8333333, 6);
  });

  it('takes rows that tie in one step', () => {
    expect(auprc(...scored([0.5, 1], [0.5, 0], [0.5, 0], [0.5, 1]))).toBe(0.5);
  });

  it('says nothing without positives, and 1 without negatives', () => {
    expect(auprc(...scored([0.5, 0]))).toBeNaN();
    expect(auprc(...scored([0.5, 1], [0.1, 1]))).toBe(1);
    expect(auprc(...scored())).toBeNaN();
  });

  it('is the sum over the thresholds, whatever the order of the rows', () => {
    fc.assert(
      fc.property(rows, ({ pairs, columns }) => {
        let before = 0;
        let sum = 0;
        for (const threshold of distinct(pairs)) {
          const { hits, alarms, positives } = confusion(pairs, threshold);
          sum += (hits / positives - before) * (hits / (hits + alarms));
          before = hits / positives;
        }
        const found = auprc(...columns);
        if (Number.isNaN(sum)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(sum, 12);
        expect(auprc(...scored(...pairs.slice().reverse()))).toEqual(found);
      }),
    );
  });

  it('has a point a threshold', () => {
    const { thresholds, precision, recall } = precisionRecall(...DOCUMENTED);
    expect([...thresholds]).toEqual([0.8, 0.4, 0.35, 0.1]);
    expect([...precision]).toEqual([1, 1 / 2, 2 / 3, 1 / 2]);
    expect([...recall]).toEqual([0.5, 0.5, 1, 1]);
  });
});

describe('the ROC curve', () => {
  it('is as scikit-learn documents it', () => {
    expect(auroc(...DOCUMENTED)).toBe(0.75);
    const { thresholds, falsePositiveRate, truePositiveRate } = rocCurve(...DOCUMENTED);
    expect([...thresholds]).toEqual([Number.POSITIVE_INFINITY, 0.8, 0.4, 0.35, 0.1]);
    expect([...falsePositiveRate]).toEqual([0, 0, 0.5, 0.5, 1]);
    expect([...truePositiveRate]).toEqual([0, 0.5, 0.5, 1, 1]);
  });

  it('has for area the share of pairs in the right order, ties as half', () => {
    fc.assert(
      fc.property(rows, ({ pairs, columns }) => {
        const [positives, negatives] = [1, 0].map((of) => pairs.filter(([, label]) => label === of)) as [
          [number, number][],
          [number, number][],
        ];
        let wins = 0;
        for (const [high] of positives) for (const [low] of negatives) wins += high > low ? 1 : high === low ? 0.5 : 0;
        const area = wins / (positives.length * negatives.length);
        if (Number.isNaN(area)) expect(auroc(...columns)).toBeNaN();
        else expect(auroc(...columns)).toBeCloseTo(area, 12);
      }),
    );
  });

  it('bears very many thresholds', () => {
    const scores = Float64Array.from({ length: 300_000 }, (_, row) => row);
    const labels = Uint8Array.from(scores, (row) => (row < 150_000 ? 0 : 1));
    expect(rocCurve(scores, labels).thresholds).toHaveLength(300_001);
    expect(auroc(scores, labels)).toBe(1);
  });
});

describe('F1', () => {
  it('is best where no threshold is better, and the same at that threshold', () => {
    fc.assert(
      fc.property(rows, ({ pairs, columns }) => {
        const found = bestF1(...columns);
        const all = distinct(pairs).map((threshold) => {
          const { hits, alarms, positives } = confusion(pairs, threshold);
          return (2 * hits) / (2 * hits + alarms + (positives - hits));
        });
        if (pairs.every(([, label]) => label === 0)) expect(found.f1).toBeNaN();
        else expect(found.f1).toBeCloseTo(Math.max(...all), 12);
        expect(f1At(...columns, found.threshold)).toEqual(found);
      }),
    );
  });

  it('counts a row at the threshold as flagged', () => {
    expect(f1At(...DOCUMENTED, 0.35)).toEqual({ f1: 0.8, threshold: 0.35, precision: 2 / 3, recall: 1 });
    expect(f1At(...DOCUMENTED, 0.9)).toMatchObject({ f1: 0, precision: Number.NaN, recall: 0 });
  });
});

describe('rows that do not fit', () => {
  it.each([
    ['fewer labels than scores', () => rank(Float64Array.of(1, 2), Uint8Array.of(1)), /2 scores, but 1 labels/],
    [
      'a score that is no number',
      () => rank(Float64Array.of(1, Number.NaN), Uint8Array.of(1, 0)),
      /row 1 is no number/,
    ],
    ['a first score that is none', () => rank(Float64Array.of(Number.NaN), Uint8Array.of(1)), /row 0 is no number/],
    ['another label', () => rank(Float64Array.of(1, 2), Uint8Array.of(1, 2)), /label 2 of row 1/],
    ['fewer labels, at a threshold', () => f1At(Float64Array.of(1, 2), Uint8Array.of(1), 1), RangeError],
  ])('%s are refused', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
