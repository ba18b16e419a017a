import { describe, expect, it } from 'vitest';
import { sharesOf } from './shares.js';

describe('shares', () => {
  it('sum to 1 where labels exclude each other, for outputs of any size', () => {
    expect(sharesOf(Float32Array.of(0, Math.log(3)), 'softmax')[1]).toBeCloseTo(0.75, 6);
    expect(sharesOf(Float32Array.of(1e30, 0), 'softmax')).toEqual([1, 0]);
  });

  it('stand each by itself where they do not', () => {
    expect(sharesOf(Float32Array.of(0, 200, -200), 'sigmoid')).toEqual([0.5, 1, expect.closeTo(0, 9)]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('are never made of %s', (logit) => {
    expect(() => sharesOf(Float32Array.of(0, logit), 'softmax')).toThrow('no numbers');
  });
});
