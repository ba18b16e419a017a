import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap, bootstrapEach, bootstrapRanking, pairedBootstrap } from './bootstrap.js';
import { auprc, auprcOf } from './precision-recall.js';
import { seededRandom } from './random.js';
import { type Ranking, rank } from './rank.js';
import { auroc, aurocOf } from './roc.js';

/** Positives score a little above negatives. */
function drawRows(seed: number, count: number) {
  const random = seededRandom(seed);
  const labels = Uint8Array.from({ length: count }, () => (random() < 0.4 ? 1 : 0));
  return { labels, scores: Float64Array.from(labels, (label) => random() * 0.7 + label * 0.3) };
}

const share = (_: ArrayLike<number>, labels: Uint8Array) =>
  labels.reduce((sum, label) => sum + label, 0) / labels.length;
const mean = (scores: ArrayLike<number>) => Array.from(scores).reduce((sum, score) => sum + score, 0) / scores.length;

describe('seeded numbers', () => {
  it('are those of mulberry32', () => {
    const random = seededRandom(42);
    // From the reference implementation in C, seed 42, as 32-bit integers.
    expect([random(), random(), random()].map((n) => n * 2 ** 32)).toEqual([2581720956, 1925393290, 3661312704]);
  });
});

describe('the bootstrap', () => {
  it('is the same for the same seed, and another for another', () => {
    const rows = drawRows(3, 200);
    const one = bootstrap(rows, auroc, { rounds: 50, seed: 5 });
    expect(bootstrap(rows, auroc, { rounds: 50, seed: 5 })).toEqual(one);
    expect(bootstrap(rows, auroc, { rounds: 50, seed: 6 })).not.toEqual(one);
    expect(one.value).toBe(auroc(rows.scores, rows.labels));
  });

  it('keeps the number of positives and of negatives', () => {
    const rows = drawRows(3, 100);
    const { value, low, high } = bootstrap(rows, share, { rounds: 40 });
    expect([low, high]).toEqual([value, value]);
  });

  it('gives the interval of a mean that the normal distribution gives', () => {
    const random = seededRandom(11);
    const scores = Float64Array.from({ length: 2_000 }, random);
    const { low, high } = bootstrap({ scores, labels: new Uint8Array(2_000) }, mean, { rounds: 1_000 });
    const spread = 1.96 * Math.sqrt(1 / 12 / 2_000);
    expect(high - low).toBeGreaterThan(1.8 * spread);
    expect(high - low).toBeLessThan(2.2 * spread);
  });

  it('holds the true figure about 95 times in 100', () => {
    // The chance that a positive beats a negative, from the two overlapping uniforms: 1 - 0.4^2 / (2 * 0.7^2).
    const truth = 1 - 0.4 ** 2 / (2 * 0.7 ** 2);
    let held = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { low, high } = bootstrap(drawRows(seed, 150), auroc, { rounds: 150, seed });
      if (low <= truth && truth <= high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(88);
    expect(held).toBeLessThan(100);
  });

  it('draws whole groups: copies of a row make no row more sure', () => {
    const rows = drawRows(9, 100);
    const copies = { scores: new Float64Array(1_000), labels: new Uint8Array(1_000) };
    const by: string[] = [];
    for (let row = 0; row < 1_000; row++) {
      copies.scores[row] = rows.scores[row % 100] ?? 0;
      copies.labels[row] = rows.labels[row % 100] ?? 0;
      by.push(`seed ${row % 100}`);
    }
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const honest = width(bootstrap(rows, auroc, { rounds: 300 }));
    expect(width(bootstrap(copies, auroc, { rounds: 300 }))).toBeLessThan(0.5 * honest);
    expect(width(bootstrap(copies, auroc, { rounds: 300, by }))).toBeGreaterThan(0.8 * honest);
    expect(() => bootstrap(copies, auroc, { by: ['one'] })).toThrow(RangeError);
  });

  it('bears groups that are mixed and of unlike size', () => {
    const by = [1, 1, 1, 2, 2, 3, 4];
    const rows = { scores: Float64Array.of(1, 2, 3, 4, 5, 6, 7), labels: Uint8Array.of(0, 1, 0, 1, 1, 0, 1) };
    const { low, high, rounds } = bootstrap(rows, auprc, { rounds: 60, by });
    expect(rounds).toBe(60);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThanOrEqual(1);
  });

  it('takes several figures from the same draws', () => {
    const rows = drawRows(4, 120);
    const both = bootstrapEach(rows, (scores, labels) => [auroc(scores, labels), auprc(scores, labels)], {
      rounds: 30,
    });
    expect(both).toEqual([bootstrap(rows, auroc, { rounds: 30 }), bootstrap(rows, auprc, { rounds: 30 })]);
  });

  it('counts no draw that gave no number', () => {
    const rows = { scores: Float64Array.of(1), labels: Uint8Array.of(0) };
    expect(bootstrap(rows, auprc, { rounds: 20 })).toEqual({ value: NaN, low: NaN, high: NaN, rounds: 0 });
  });

  it('ranges from low to high', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, count) => {
        const { low, high } = bootstrap(drawRows(seed, count), mean, { rounds: 25, seed });
        expect(low).toBeLessThanOrEqual(high);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the bootstrap of a ranking', () => {
  it('draws the very same rows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), fc.constantFrom(4, 1_000), (seed, count, steps) => {
        const { scores, labels } = drawRows(seed, count);
        const rows = { labels, scores: scores.map((score) => Math.round(score * steps) / steps) };
        const options = { rounds: 10, seed };
        const figures = (ranking: Ranking) => [auprcOf(ranking), aurocOf(ranking)];
        expect(bootstrapRanking(rank(rows.scores, labels), figures, options)).toEqual(
          bootstrapEach(rows, (drawn, of) => figures(rank(drawn, of)), options),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the paired bootstrap', () => {
  it('finds no difference of a guard with itself', () => {
    const { scores, labels } = drawRows(2, 80);
    const { value, low, high } = pairedBootstrap({ first: scores, second: scores, labels }, auroc, { rounds: 30 });
    expect([value, low, high]).toEqual([0, 0, 0]);
  });

  it('tells a small difference on the same rows that two intervals would not', () => {
    const { scores, labels } = drawRows(2, 400);
    const second = scores.map((score, row) => (row % 25 === 0 ? 1 - score : score));
    const rows = { first: scores, second, labels };
    const { value, low, high } = pairedBootstrap(rows, auroc, { rounds: 300 });
    expect(value).toBe(auroc(scores, labels) - auroc(second, labels));
    expect(low).toBeGreaterThan(0);
    const [one, other] = [scores, second].map((column) =>
      bootstrap({ scores: column, labels }, auroc, { rounds: 300 }),
    );
    expect(other?.high).toBeGreaterThan(one?.low ?? 1);
    expect(pairedBootstrap({ first: second, second: scores, labels }, auroc, { rounds: 300 }).high).toBeCloseTo(
      -low,
      9,
    );
    expect(high).toBeGreaterThan(value);
  });
});
