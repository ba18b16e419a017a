/**
 * The sum of the digits, each times its weight; digits beyond the weights do not count.
 *
 * @example
 * weightedSum('123', [1, 2, 3]); // 14
 */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (digits.charCodeAt(at) - 48) * (weights[at] ?? 0);
  return sum;
}
