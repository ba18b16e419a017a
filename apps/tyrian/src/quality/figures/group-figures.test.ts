import { auprc, auroc, bestF1, f1At, recallAtFalsePositivesOf, seededRandom } from '@tyrian/guard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from './group-figures.js';

const DRAWS = { rounds: 20, seed: 1 };

function drawn(seed: number, count: number) {
  const random = seededRandom(seed);
  const labels = Uint8Array.from({ length: count }, () => (random() < 0.5 ? 1 : 0));
  return { labels, scores: Float64Array.from(labels, (label) => Math.round(10 * (random() * 0.6 + label * 0.4)) / 10) };
}

const benignOf = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => Math.round(random() * 10) / 20);
};

describe('the figures of a group', () => {
  it('are those of its rows, with the cut from the benign ones', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 4, max: 60 }), fc.integer({ min: 1, max: 200 }), (seed, n, m) => {
        const { scores, labels } = drawn(seed, n);
        const benign = benignOf(seed + 1, m);
        const found = figuresOf(scores, labels, benign, DRAWS);
        const positives = labels.reduce((sum, label) => sum + label, 0);
        expect(found).toMatchObject({ rows: n, positives, negatives: n - positives, unscored: 0 });
        if (positives > 0 && positives < n) {
          expect(found.auprc.value).toBe(auprc(scores, labels));
          expect(found.auroc.value).toBe(auroc(scores, labels));
          expect(found.bestF1.value).toBe(bestF1(scores, labels).f1);
        }
        for (const { rate, recall, cut, ownFalsePositives } of found.againstBenign.at) {
          const point = recallAtFalsePositivesOf(benign, scores, labels, rate);
          expect(cut).toBe(point.cut);
          expect(recall.value).toEqual(point.recall);
          const flagged = scores.filter((score, row) => labels[row] === 0 && score > cut).length;
          expect(ownFalsePositives).toMatchObject({ count: flagged, of: n - positives });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('take F1 at the cut for 1 %', () => {
    const scores = Float64Array.of(0.9, 0.6, 0.5, 0.1, 0.7);
    const labels = Uint8Array.of(1, 1, 1, 0, 0);
    const found = figuresOf(scores, labels, Float64Array.of(0.5, 0.2), DRAWS);
    // Nothing at 0.5 or below is flagged.
    expect(found.f1.value).toBe(f1At(scores, labels, 0.6).f1);
  });

  it('leave rows without a score out, and say how many', () => {
    const scores = Float64Array.of(0.9, Number.NaN, 0.1, Number.NaN);
    const found = figuresOf(scores, Uint8Array.of(1, 1, 0, 0), Float64Array.of(0.1, Number.NaN), DRAWS);
    expect(found).toMatchObject({ rows: 4, positives: 1, negatives: 1, unscored: 2, auprc: { value: 1 } });
    expect(found.againstBenign).toMatchObject({ negatives: 1, auprc: { value: 1 } });
  });

  it('say nothing where a class has no row, nor of no row at all', () => {
    const scores = Float64Array.of(0.9, 0.8);
    const harmful = figuresOf(scores, Uint8Array.of(1, 1), Float64Array.of(0.1), DRAWS);
    expect([harmful.auprc.value, harmful.auroc.value, harmful.f1.value, harmful.bestF1.value]).toEqual(
      Array(4).fill(Number.NaN),
    );
    expect(harmful.againstBenign.at[0]?.recall.value).toBe(1);
    const harmless = figuresOf(scores, Uint8Array.of(0, 0), new Float64Array(), DRAWS);
    expect(harmless.againstBenign.at[0]).toMatchObject({ recall: { value: NaN }, ownFalsePositives: { count: 0 } });
    expect(figuresOf(new Float64Array(), new Uint8Array(), new Float64Array(), DRAWS)).toMatchObject({
      rows: 0,
      calibrationError: { value: NaN },
    });
  });

  it('draw as often as asked, and once where every draw is the same', () => {
    const { scores, labels } = drawn(4, 40);
    expect(figuresOf(scores, labels, benignOf(1, 9), DRAWS).auprc.rounds).toBe(20);
    expect(figuresOf(new Float64Array(40), labels, new Float64Array(9), DRAWS).auprc.rounds).toBe(1);
  });
});
