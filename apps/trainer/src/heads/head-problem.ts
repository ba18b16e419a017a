import { errors } from '@tyrian/contracts';
import type { FeatureMatrix } from '../features/feature-matrix.js';
import type { Example } from '../rows/examples.js';
import type { Problem } from '../solver/problem.js';
import { exampleCosts } from './example-costs.js';
import type { HeadPlan } from './head-plan.js';

const EXAMPLES_MIN = 10;

/**
 * What a head learns from, out of all examples those that `has` takes.
 *
 * @throws TRAINING_TOO_LITTLE where fewer than ten examples say yes, or no.
 */
export function headProblem(
  plan: HeadPlan,
  examples: readonly Example[],
  matrix: FeatureMatrix,
  freedom: Float64Array,
  has: (example: Example, row: number) => boolean = () => true,
): Problem {
  const signOf = (row: number): number => {
    const example = examples[row];
    return example && has(example, row) ? plan.sign(example) : 0;
  };
  const rows = Uint32Array.from(examples.keys()).filter((row) => signOf(row) !== 0);
  const signs = Int8Array.from(rows, signOf);
  const yes = signs.reduce((count, sign) => (sign === 1 ? count + 1 : count), 0);
  if (Math.min(yes, rows.length - yes) < EXAMPLES_MIN)
    throw errors.TRAINING_TOO_LITTLE([plan.name, `${yes} examples say yes, ${rows.length - yes} say no`]);
  return {
    matrix,
    rows,
    signs,
    costs: exampleCosts(examples, rows, signs, plan.cost),
    freedom,
    lengthPower: plan.lengthPower,
    bits: plan.bits,
  };
}
