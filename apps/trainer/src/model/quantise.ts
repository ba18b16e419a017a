import type { Solution } from '../solver/problem.js';

/** The weights as whole numbers from -127 to 127, and what one unit is worth. */
export function quantise({ weights }: Solution): { weights: Int8Array; scale: number } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  // As the file holds it, so that the trainer and the reader multiply by the same number.
  const scale = Math.fround(largest > 0 ? largest / 127 : 1);
  return {
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
  };
}
