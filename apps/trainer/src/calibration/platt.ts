import type { Knot } from '@tyrian/text';

/** Held-out scores with what they should have been. */
export interface HeldOut {
  readonly scores: Float64Array;
  readonly signs: Int8Array;
  readonly costs: Float64Array;
}

const STEPS = 50;
const SLOPE_MIN = 1e-3;

/**
 * The line from scores to log-odds under which the held-out signs are likeliest (Platt 1999), as two knots. Newton's
 * method on two numbers; the problem is convex.
 */
export function platt({ scores, signs, costs }: HeldOut): Knot[] {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
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
    const determinant = slopes * offsets - cross * cross;
    if (!(determinant > 0)) break;
    const bySlope = (offsets * gradientSlope - cross * gradientOffset) / determinant;
    const byOffset = (slopes * gradientOffset - cross * gradientSlope) / determinant;
    slope -= bySlope;
    offset -= byOffset;
    if (Math.abs(bySlope) + Math.abs(byOffset) < 1e-9) break;
  }
  const rising = Math.max(slope, SLOPE_MIN);
  return [-4, 4].map((raw) => ({ raw, logOdds: rising * raw + offset }));
}
