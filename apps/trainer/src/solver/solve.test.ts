import { seededRandom } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { featureValue } from '../features/feature-value.js';
import { objective } from './objective.js';
import { logit, type Problem, type Solution } from './problem.js';
import { solve } from './solve.js';

const BITS = 5;

/** A small problem at random, with rows that have no feature, doubled buckets and costs of 0. */
function problem(seed: number): Problem {
  const random = seededRandom(seed);
  const starts = [0];
  const columns: number[] = [];
  for (let row = 0; row < 40; row++) {
    for (let left = Math.floor(random() * 6); left > 0; left--) columns.push(Math.floor(random() * 2 ** 18));
    starts.push(columns.length);
  }
  return {
    matrix: { starts: Uint32Array.from(starts), columns: Uint32Array.from(columns) },
    rows: Uint32Array.from({ length: 40 }, (_, row) => row),
    signs: Int8Array.from({ length: 40 }, () => (random() < 0.4 ? 1 : -1)),
    costs: Float64Array.from({ length: 40 }, (_, row) => (row % 9 === 0 ? 0 : random() * 8)),
    freedom: Float64Array.from({ length: 2 ** BITS }, () => 0.1 + random() * 3),
    lengthPower: 0.3 + random() * 0.4,
    bits: BITS,
  };
}

/** Plain gradient descent with a small step, as slow as it is sure. */
function descended(given: Problem): Solution {
  const { matrix, rows, signs, costs, freedom, lengthPower, bits } = given;
  const solution: Solution = { weights: new Float64Array(2 ** bits), bias: 0 };
  for (let step = 0; step < 20_000; step++) {
    const gradient = solution.weights.map((weight, bucket) => weight / (freedom[bucket] ?? 1));
    let biasGradient = solution.bias;
    rows.forEach((row, index) => {
      const sign = signs[index] ?? 0;
      const pull = (-sign * (costs[index] ?? 0)) / (1 + Math.exp(sign * logit(given, row, solution)));
      const [start, end] = [matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0];
      for (let at = start; at < end; at++) {
        const bucket = (matrix.columns[at] ?? 0) >>> (18 - bits);
        gradient[bucket] = (gradient[bucket] ?? 0) + pull * featureValue(end - start, lengthPower);
      }
      biasGradient += pull;
    });
    solution.weights.forEach((weight, bucket) => {
      solution.weights[bucket] = weight - 0.01 * (gradient[bucket] ?? 0);
    });
    solution.bias -= 0.01 * biasGradient;
  }
  return solution;
}

describe('solve', () => {
  it.each([1, 2, 3])('finds what plain gradient descent finds (seed %i)', (seed) => {
    const given = problem(seed);
    const solved = solve(given, { seed, tolerance: 1e-9, passes: 2_000 });
    const slow = descended(given);
    expect(solved.bias).toBeCloseTo(slow.bias, 3);
    solved.weights.forEach((weight, bucket) => {
      expect(weight).toBeCloseTo(slow.weights[bucket] ?? 0, 3);
    });
  });

  it('says by how much it can be wrong, and is not', () => {
    const given = problem(4);
    const best = objective(given, solve(given, { seed: 1, tolerance: 1e-12, passes: 5_000 }));
    const rough = solve(given, { seed: 1, tolerance: 0.05, passes: 100 });
    const { objective: reached = 0, gap = 0 } = rough.trace.at(-1) ?? {};
    expect(gap).toBeLessThan(0.05);
    expect(reached).toBeGreaterThanOrEqual(best);
    expect(best).toBeGreaterThanOrEqual(reached * (1 - gap) - 1e-9);
  });
});
