import { logit, objective, type Problem, type Solution } from './problem.js';
import { seeded, shuffle } from './random.js';

export interface SolveOptions {
  readonly seed: number;
  /** The solver stops once objective and dual differ by less than this share of the objective. */
  readonly tolerance: number;
  /** Passes over the rows at most. */
  readonly passes: number;
}

export interface Solved extends Solution {
  readonly objective: number;
  /** By how much a better solution can lie below the objective at most, as a share of it. */
  readonly gap: number;
  readonly passes: number;
}

const CHECK_EVERY = 5;
const NEWTON_STEPS = 8;
/** A dual variable stays this share of its cost away from its bounds, where its logarithm ends. */
const EDGE = 1e-8;

/**
 * Dual coordinate descent for logistic regression (Yu, Huang and Lin, Machine Learning 85, 2011): each step solves for
 * the dual variable of one row by Newton's method. The gap to the dual says how far from the optimum it stops.
 */
export function solve(problem: Problem, options: SolveOptions): Solved {
  const { rows, costs, width } = problem;
  const random = seeded(options.seed);
  const order = Uint32Array.from(rows.keys()).filter((index) => (costs[index] ?? 0) > 0);
  const alphas = Float64Array.from(rows, (_, index) => Math.min(0.001 * (costs[index] ?? 0), EDGE));
  const solution: Solution = { weights: new Float64Array(width), bias: 0 };
  for (const index of order) move(problem, solution, index, alphas[index] ?? 0);
  for (let pass = 1; ; pass++) {
    shuffle(order, random);
    for (const index of order) step(problem, solution, alphas, index);
    if (pass % CHECK_EVERY !== 0 && pass < options.passes) continue;
    const primal = objective(problem, solution);
    const gap = (primal - dual(solution, alphas, costs)) / primal;
    if (gap < options.tolerance || pass >= options.passes) return { ...solution, objective: primal, gap, passes: pass };
  }
}

/** Adds `by` times the signed row to the weights. */
function move({ matrix, rows, signs }: Problem, solution: Solution, index: number, by: number): void {
  const row = rows[index] ?? 0;
  const start = matrix.starts[row] ?? 0;
  const end = matrix.starts[row + 1] ?? 0;
  const signed = by * (signs[index] ?? 0);
  const add = end > start ? signed / Math.sqrt(end - start) : 0;
  for (let at = start; at < end; at++) {
    const column = matrix.columns[at] ?? 0;
    solution.weights[column] = (solution.weights[column] ?? 0) + add;
  }
  solution.bias += signed;
}

function step(problem: Problem, solution: Solution, alphas: Float64Array, index: number): void {
  const { matrix, rows, signs, costs } = problem;
  const row = rows[index] ?? 0;
  const cost = costs[index] ?? 0;
  const old = alphas[index] ?? 0;
  const norm = (matrix.starts[row + 1] ?? 0) > (matrix.starts[row] ?? 0) ? 2 : 1;
  const slope = (signs[index] ?? 0) * logit(matrix, row, solution);
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

function dual({ weights, bias }: Solution, alphas: Float64Array, costs: Float64Array): number {
  let sum = -(bias ** 2) / 2;
  for (const weight of weights) sum -= weight ** 2 / 2;
  costs.forEach((cost, index) => {
    const alpha = alphas[index] ?? 0;
    if (cost > 0) sum += cost * Math.log(cost) - alpha * Math.log(alpha) - (cost - alpha) * Math.log(cost - alpha);
  });
  return sum;
}
