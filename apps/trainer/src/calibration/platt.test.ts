import { seededRandom } from '@tyrian/guard';
import { calibrated } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { platt } from './platt.js';

describe('platt', () => {
  it('finds the line that made the signs', () => {
    const random = seededRandom(3);
    const scores = Float64Array.from({ length: 20_000 }, () => random() * 8 - 4);
    const signs = Int8Array.from(scores, (score) => (random() < 1 / (1 + Math.exp(-(0.5 * score - 1))) ? 1 : -1));
    const knots = platt({ scores, signs, costs: scores.map(() => 1) });
    for (const score of [-4, 0, 2, 6]) {
      expect(calibrated(score, knots)).toBeCloseTo(1 / (1 + Math.exp(-(0.5 * score - 1))), 1);
    }
  });

  it('does not overshoot where scores are far too sure of themselves', () => {
    const scores = Float64Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? 40 : -40) + (at % 7));
    const signs = Int8Array.from(scores, (score, at) => (score > 0 === at % 5 > 0 ? 1 : -1));
    const [low, high] = platt({ scores, signs, costs: scores.map(() => 1) });
    expect(Math.abs(calibrated(40, [low, high] as never) - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(calibrated(-40, [low, high] as never) - 0.2)).toBeLessThan(0.05);
  });

  it('never falls, even where higher scores were harmless', () => {
    const knots = platt({
      scores: Float64Array.of(-1, 0, 1),
      signs: Int8Array.of(1, 1, -1),
      costs: Float64Array.of(1, 1, 1),
    });
    expect(knots[1]?.logOdds).toBeGreaterThan(knots[0]?.logOdds ?? 0);
  });
});
