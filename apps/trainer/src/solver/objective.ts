import { logit, type Problem, type Solution } from './problem.js';

/** What the solver makes small. No better solution lies below `dual` of any dual variables. */
export function objective(problem: Problem, solution: Solution): number {
  let sum = penalty(problem, solution);
  problem.rows.forEach((row, index) => {
    const margin = (problem.signs[index] ?? 0) * logit(problem, row, solution);
    const loss = margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    sum += (problem.costs[index] ?? 0) * loss;
  });
  return sum;
}

/** The dual at the variables that make the solution, each between 0 and the cost of its row. */
export function dual(problem: Problem, solution: Solution, alphas: Float64Array): number {
  let sum = -penalty(problem, solution);
  problem.costs.forEach((cost, index) => {
    const alpha = alphas[index] ?? 0;
    if (cost > 0) sum += cost * Math.log(cost) - alpha * Math.log(alpha) - (cost - alpha) * Math.log(cost - alpha);
  });
  return sum;
}

function penalty({ freedom }: Problem, { weights, bias }: Solution): number {
  let sum = bias ** 2;
  weights.forEach((weight, bucket) => {
    sum += weight ** 2 / (freedom[bucket] ?? 1);
  });
  return sum / 2;
}
