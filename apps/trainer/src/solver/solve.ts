import { seededRandom } from '@tyrian/guard';
import { BUCKET_BITS } from '@tyrian/text';
import { featureValue } from '../features/feature-value.js';
import { dual, objective } from './objective.js';
import { logit, type Problem, type Solution } from './problem.js';
import { shuffle } from './shuffle.js';
import { squaredNorms } from './squared-norms.js';

export interface SolveOptions {
  readonly seed: number;
  /** The solver stops once objective and dual differ by less than this share of the objective. */
  readonly tolerance: number;
  /** Passes over the rows at most. */
  readonly passes: number;
}

export interface Solved extends Solution {
  /** Every few passes, what had been reached by then. */
  readonly trace: readonly Reached[];
}

export interface Reached {
  /** Passes over the rows. */
  readonly passes: number;
  readonly objective: number;
  /** By how much a better solution can lie below the objective at most, as a share of it. */
  readonly gap: number;
}

const CHECK_EVERY = 5;
const NEWTON_STEPS = 8;
/** A dual variable stays this share of its cost away from its bounds, where its logarithm ends. */
const EDGE = 1e-8;
/** Where a dual variable begins, as a share of its cost: from a bound the first steps would be short. */
const BEGINNING = 0.1;

/**
 * Dual coordinate descent for logistic regression (Yu, Huang and Lin, Machine Learning 85, 2011): each step solves for
 * the dual variable of one row by Newton's method. The gap to the dual says how far from the optimum it stops.
 */
export function solve(problem: Problem, options: SolveOptions): Solved {
  const { rows, costs, bits } = problem;
  const random = seededRandom(options.seed);
  const norms = squaredNorms(problem);
  const order = Uint32Array.from(rows.keys()).filter((index) => (costs[index] ?? 0) > 0);
  const alphas = costs.map((cost) => cost * BEGINNING);
  const solution: Solution = { weights: new Float64Array(1 << bits), bias: 0 };
  for (const index of order) move(problem, solution, index, alphas[index] ?? 0);
  const trace: Reached[] = [];
  for (let passes = 1; ; passes++) {
    shuffle(order, random);
    for (const index of order) step(problem, solution, alphas, index, norms[index] ?? 1);
    if (passes % CHECK_EVERY !== 0 && passes < options.passes) continue;
    const reached = objective(problem, solution);
    const gap = (reached - dual(problem, solution, alphas)) / reached;
    trace.push({ passes, objective: reached, gap });
    if (gap < options.tolerance || passes >= options.passes) return { ...solution, trace };
  }
}

/** Adds `by` times the signed row to the weights. */
function move(
  { matrix, rows, signs, freedom, lengthPower, bits }: Problem,
  solution: Solution,
  index: number,
  by: number,
): void {
  const row = rows[index] ?? 0;
  const start = matrix.starts[row] ?? 0;
  const end = matrix.starts[row + 1] ?? 0;
  const shift = BUCKET_BITS - bits;
  const signed = by * (signs[index] ?? 0);
  const add = end > start ? signed * featureValue(end - start, lengthPower) : 0;
  for (let at = start; at < end; at++) {
    const column = (matrix.columns[at] ?? 0) >>> shift;
    solution.weights[column] = (solution.weights[column] ?? 0) + add * (freedom[column] ?? 1);
  }
  solution.bias += signed;
}

function step(problem: Problem, solution: Solution, alphas: Float64Array, index: number, norm: number): void {
  const { rows, signs, costs } = problem;
  const cost = costs[index] ?? 0;
  const old = alphas[index] ?? 0;
  const slope = (signs[index] ?? 0) * logit(problem, rows[index] ?? 0, solution);
  let alpha = old;
  for (let tries = 0; tries < NEWTON_STEPS; tries++) {
    const first = norm * (alpha - old) + slope + Math.log(alpha / (cost - alpha));
    const second = norm + cost / (alpha * (cost - alpha));
    let next = alpha - first / second;
    if (next <= 0) next = alpha * 0.1;
    else if (next >= cost) next = cost - (cost - alpha) * 0.1;
    const moved = Math.abs(next - alpha);
    alpha = Math.min(Math.max(next, cost * EDGE), cost * (1 - EDGE));
    if (moved < 1e-6 * cost) break;
  }
  alphas[index] = alpha;
  if (alpha !== old) move(problem, solution, index, alpha - old);
}
