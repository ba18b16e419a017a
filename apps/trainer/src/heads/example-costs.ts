import type { Example } from '../rows/examples.js';

/** Rows of one source and label count as at most so many. */
const SOURCE_CAP = 4_000;

/**
 * What an error on each example costs: a source and label with many rows counts as `SOURCE_CAP` rows, and the two
 * labels count the same in all.
 */
export function exampleCosts(
  examples: readonly Example[],
  rows: Uint32Array,
  signs: Int8Array,
  cost: number,
): Float64Array {
  const group = (index: number) => `${signs[index]} ${examples[rows[index] ?? 0]?.source}`;
  const counts = new Map<string, number>();
  for (let index = 0; index < rows.length; index++) counts.set(group(index), (counts.get(group(index)) ?? 0) + 1);
  const costs = Float64Array.from(rows, (_, index) => Math.min(1, SOURCE_CAP / (counts.get(group(index)) ?? 1)));
  const total = (sign: number) => costs.reduce((sum, share, index) => (signs[index] === sign ? sum + share : sum), 0);
  const [yes, no] = [total(1), total(-1)];
  const each = (yes + no) / 2;
  return costs.map((share, index) => (cost * share * each) / (signs[index] === 1 ? yes : no));
}
