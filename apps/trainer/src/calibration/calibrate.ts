import { calibrated, type Knot } from '@tyrian/text';
import { exampleCosts } from '../heads/example-costs.js';
import type { HeadPlan } from '../heads/head-plan.js';
import { headProblem } from '../heads/head-problem.js';
import type { Example } from '../rows/examples.js';
import { logit, type Problem } from '../solver/problem.js';
import { type SolveOptions, solve } from '../solver/solve.js';
import { foldOf, ROW_FOLDS, SOURCE_FOLDS } from './fold-of.js';
import { platt } from './platt.js';

/** What the raw scores of a head mean, learned on examples that the model of their fold had not seen. */
export interface Calibration {
  readonly knots: readonly Knot[];
  /** The probability that one harmless held-out text in a hundred is above. */
  readonly threshold: number;
}

const FLAGGED_SHARE = 0.01;

/** Trains once for each fold without it, and scores it. A fold holds whole sources, or rows from all over. */
export function calibrate(
  plan: HeadPlan,
  examples: readonly Example[],
  all: Problem,
  options: SolveOptions,
): Calibration {
  const { heldOutBySource } = plan;
  const count = heldOutBySource === 'none' ? ROW_FOLDS : SOURCE_FOLDS;
  const folds = Uint8Array.from(examples, (example, row) => {
    const isWhole = heldOutBySource === 'all' || (heldOutBySource === 'harmless' && plan.sign(example) === -1);
    return isWhole ? foldOf(example.source) : row % count;
  });
  const scores = new Float64Array(all.rows.length);
  for (let fold = 0; fold < count; fold++) {
    const solved = solve(
      headProblem(plan, examples, all.matrix, all.freedom, (_, row) => folds[row] !== fold),
      options,
    );
    all.rows.forEach((row, index) => {
      if (folds[row] === fold) scores[index] = logit(all, row, solved);
    });
  }
  const knots = platt({ scores, signs: all.signs, costs: exampleCosts(examples, all.rows, all.signs, 1) });
  const harmless = scores.filter(
    (_, index) => all.signs[index] === -1 && examples[all.rows[index] ?? 0]?.kind === 'benign',
  );
  harmless.sort().reverse();
  const raw = harmless[Math.floor(harmless.length * FLAGGED_SHARE)] ?? 0;
  return { knots, threshold: calibrated(raw, knots) };
}
