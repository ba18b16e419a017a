import { describe, expect, it } from 'vitest';
import { quantise } from './quantise.js';

describe('quantise', () => {
  it('is off by half a step at most', () => {
    const weights = Float64Array.from({ length: 256 }, (_, index) => Math.sin(index) * 3);
    const { weights: whole, scale } = quantise({ weights, bias: 0 }, 0.5);
    whole.forEach((weight, bucket) => {
      expect(Math.abs(weight * scale - (weights[bucket] ?? 0))).toBeLessThanOrEqual(scale / 2 + 1e-6);
    });
    expect(Math.max(...whole)).toBe(127);
  });

  it('takes into the scale what the trainer multiplies all values by', () => {
    const solution = { weights: Float64Array.of(1, 0), bias: 0 };
    expect(quantise(solution, 0.3).scale / quantise(solution, 0.5).scale).toBeCloseTo(300 ** -0.2, 5);
  });

  it('makes nothing of weights that are all 0', () => {
    expect(quantise({ weights: new Float64Array(4), bias: 0 }, 0.5).weights).toEqual(new Int8Array(4));
  });
});
