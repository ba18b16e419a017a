import { seededRandom } from '@tyrian/guard';
import { BASE_FAMILIES, calibrated } from '@tyrian/text';
import { describe, expect, it } from 'vitest';
import { FeatureMatrixBuilder } from '../features/feature-matrix.js';
import type { HeadPlan } from '../heads/head-plan.js';
import { headProblem } from '../heads/head-problem.js';
import type { Example } from '../rows/examples.js';
import { calibrate } from './calibrate.js';

const PLAN: HeadPlan = {
  name: 'request',
  families: BASE_FAMILIES,
  bits: 12,
  cost: 5,
  freedom: { rarity: 0, breadth: 0 },
  lengthPower: 0.5,
  window: 0,
  windowMargin: 0,
  heldOutBySource: 'all',
  sign: ({ label }) => (label === 1 ? 1 : -1),
};
/** A word that tells harm and one that tells none, for each source. */
const WORDS = [
  ['zorblax', 'garden'],
  ['quibnark', 'river'],
  ['frimdel', 'bread'],
  ['glosh', 'winter'],
  ['wuptik', 'music'],
  ['yendrow', 'paint'],
  ['splorn', 'cheese'],
  ['kvint', 'letter'],
  ['dabbuz', 'school'],
  ['hoxel', 'train'],
];
const SOLVING = { seed: 1, tolerance: 1e-2, passes: 30 };

/** Texts of ten sources in which a word tells the harm in nine of ten; where `own`, each source has words of its own. */
function calibration(own: boolean) {
  const random = seededRandom(5);
  const builder = new FeatureMatrixBuilder(BASE_FAMILIES);
  const examples = Array.from({ length: 1_000 }, (_, row): Example => {
    const isHarmful = random() < 0.5;
    const [harmful = '', harmless = ''] = WORDS[own ? row % 10 : 0] ?? [];
    const word = isHarmful === random() < 0.9 ? harmful : harmless;
    builder.add(`tell me about the ${word} number ${Math.floor(random() * 50)}`);
    const kind = isHarmful ? 'request' : 'benign';
    return { label: isHarmful ? 1 : 0, hazards: [], kind, source: `source_${row % 10}` };
  });
  const problem = headProblem(PLAN, examples, builder.build(), new Float64Array(1 << PLAN.bits).fill(1));
  return calibrate(PLAN, examples, problem, SOLVING);
}

describe('calibrate', () => {
  it('reads a sure score as what held-out sources bear out', () => {
    const { knots } = calibration(false);
    expect(calibrated(2, knots)).toBeGreaterThan(0.8);
    expect(calibrated(2, knots)).toBeLessThan(0.97);
    expect(calibrated(-2, knots)).toBeLessThan(0.2);
  });

  it('is less sure where each source has words of its own', () => {
    const slope = (own: boolean) => {
      const [low, high] = calibration(own).knots;
      return (high?.logOdds ?? 0) - (low?.logOdds ?? 0);
    };
    expect(slope(true)).toBeLessThan(slope(false));
  });

  it('puts the threshold where hardly a harmless text lies above it', () => {
    expect(calibration(false).threshold).toBeGreaterThan(0.5);
    expect(calibration(false).threshold).toBeLessThan(1);
  });
});
