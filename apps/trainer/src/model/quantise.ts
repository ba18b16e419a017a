import { featureValue } from '../features/feature-value.js';
import type { Solution } from '../solver/problem.js';

/** The weights as whole numbers from -127 to 127, and what one unit is worth. */
export function quantise({ weights }: Solution, lengthPower: number): { weights: Int8Array; scale: number } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = largest > 0 ? largest / 127 : 1;
  return {
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))),
    // As the file holds it. What the trainer multiplies all values by is in it, since the reader does not.
    scale: Math.fround(step * featureValue(1, lengthPower)),
  };
}
