import { BUCKET_BITS } from '@tyrian/text';
import type { Example } from '../rows/examples.js';
import type { FeatureMatrix } from './feature-matrix.js';

/** How freely weights may grow, by what is known of a feature before anything is learned. */
export interface FreedomPlan {
  /** Power of how rare a feature is; 0: does not matter. */
  readonly rarity: number;
  /** Power of how many sources have it; 0: does not matter. */
  readonly breadth: number;
}

/** The logarithm of how rare a feature is that has freedom 1: one in about 150 texts. */
const PIVOT = 5;
/** A feature of so many sources is not tied to any. */
const BROAD = 8;
const FREEDOM_MIN = 1e-6;

/**
 * The freedom of each bucket: (rarity as log(texts / texts with it) / 5)^2r * (breadth as sources with it / 8, at most
 * 1)^2b. With the plain penalty the many common runs of letters take what a few rare words would explain as well, and a
 * text of another origin shares the words, not the runs. What stands in texts of one source only tells that source, not
 * the harm. Both cost nothing at inference, since they are in the weights.
 */
export function featureFreedom(
  { starts, columns }: FeatureMatrix,
  examples: readonly Example[],
  bits: number,
  plan: FreedomPlan,
): Float64Array {
  const freedom = new Float64Array(1 << bits).fill(1);
  if (plan.rarity === 0 && plan.breadth === 0) return freedom;
  const shift = BUCKET_BITS - bits;
  const counts = new Uint32Array(1 << bits);
  const sources = sourceNumbers(examples);
  const seen = Array.from({ length: Math.ceil(sources.count / 32) }, () => new Uint32Array(1 << bits));
  for (let row = 0; row < examples.length; row++) {
    const source = sources.of[row] ?? 0;
    const flags = seen[source >>> 5] ?? counts;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const bucket = (columns[at] ?? 0) >>> shift;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      flags[bucket] = (flags[bucket] ?? 0) | (1 << (source & 31));
    }
  }
  return freedom.map((_, bucket) => {
    const rare = Math.max(0, Math.log(examples.length / ((counts[bucket] ?? 0) + 1))) / PIVOT;
    const broad = Math.min(1, seen.reduce((sum, flags) => sum + ones(flags[bucket] ?? 0), 0) / BROAD);
    return Math.max(rare ** (2 * plan.rarity) * broad ** (2 * plan.breadth), FREEDOM_MIN);
  });
}

/** Sources of one making are one, and so are all files of our own. */
function sourceNumbers(examples: readonly Example[]): { of: Uint16Array; count: number } {
  const numbers = new Map<string, number>();
  const of = Uint16Array.from(examples, ({ source }) => {
    const making = /^(catqa|dangerousqa|harmfulqa)/.test(source)
      ? 'red-instruct'
      : source.replace(/^corpus\/.*/, 'corpus');
    const number = numbers.get(making) ?? numbers.size;
    numbers.set(making, number);
    return number;
  });
  return { of, count: numbers.size };
}

function ones(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
