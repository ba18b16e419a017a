import type { Knot } from '@tyrian/text';

/** Held-out scores with what they should have been. */
export interface HeldOut {
  readonly scores: Float64Array;
  readonly signs: Int8Array;
  readonly costs: Float64Array;
}

const STEPS = 100;
const HALVINGS = 30;
const SLOPE_MIN = 1e-3;

/**
 * The line from scores to log-odds under which the held-out signs are likeliest (Platt 1999), as two knots. Newton's
 * method on two numbers; the problem is convex, and a step that would overshoot is halved.
 */
export function platt(heldOut: HeldOut): Knot[] {
  // Where no score says anything the curve is steepest; where all are too sure of themselves it is flat.
  let line = { slope: 0, offset: 0 };
  let loss = lossOf(line, heldOut);
  for (let step = 0; step < STEPS; step++) {
    const { bySlope, byOffset } = newtonStep(line, heldOut);
    let next = line;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let halving = 0, share = 1; halving < HALVINGS && !(nextLoss < loss); halving++, share /= 2) {
      next = { slope: line.slope - share * bySlope, offset: line.offset - share * byOffset };
      nextLoss = lossOf(next, heldOut);
    }
    if (!(nextLoss < loss)) break;
    line = next;
    loss = nextLoss;
  }
  const rising = Math.max(line.slope, SLOPE_MIN);
  return [-4, 4].map((raw) => ({ raw, logOdds: rising * raw + line.offset }));
}

interface Line {
  readonly slope: number;
  readonly offset: number;
}

function lossOf({ slope, offset }: Line, { scores, signs, costs }: HeldOut): number {
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const margin = (signs[at] ?? 0) * (slope * (scores[at] ?? 0) + offset);
    const loss = margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    sum += (costs[at] ?? 0) * loss;
  }
  return sum;
}

function newtonStep({ slope, offset }: Line, { scores, signs, costs }: HeldOut): { bySlope: number; byOffset: number } {
  let [gradientSlope, gradientOffset, slopes, cross, offsets] = [0, 0, 1e-9, 0, 1e-9];
  for (let at = 0; at < scores.length; at++) {
    const [score, cost] = [scores[at] ?? 0, costs[at] ?? 0];
    const probability = 1 / (1 + Math.exp(-(slope * score + offset)));
    const error = cost * (probability - (signs[at] === 1 ? 1 : 0));
    const curve = cost * probability * (1 - probability);
    gradientSlope += error * score;
    gradientOffset += error;
    slopes += curve * score * score;
    cross += curve * score;
    offsets += curve;
  }
  const determinant = Math.max(slopes * offsets - cross * cross, Number.MIN_VALUE);
  return {
    bySlope: (offsets * gradientSlope - cross * gradientOffset) / determinant,
    byOffset: (slopes * gradientOffset - cross * gradientSlope) / determinant,
  };
}
