import { BUCKET_BITS } from './feature-set.js';

/** So many heads of one size lie in one table: what they make of a bucket is eight bytes of one line of the cache. */
const TOGETHER = 8;

/** The weights of one head, and where its sum belongs. */
export interface Placed {
  readonly weights: Int8Array;
  readonly place: number;
}

/** Writes what each head makes of the buckets into its place. Weights are whole numbers: no order matters. */
export type Weigh = (buckets: Uint32Array, sums: Float64Array) => void;

/** One for each head, or for up to eight of the same size. */
export function weighAll(heads: readonly Placed[]): Weigh[] {
  const bySize = new Map<number, Placed[]>();
  for (const head of heads) bySize.set(head.weights.length, [...(bySize.get(head.weights.length) ?? []), head]);
  const weighers: Weigh[] = [];
  for (const alike of bySize.values()) {
    for (let from = 0; from < alike.length; from += TOGETHER) {
      const some = alike.slice(from, from + TOGETHER);
      const [only] = some;
      weighers.push(some.length === 1 && only ? weighOne(only) : weighTogether(some));
    }
  }
  return weighers;
}

function weighOne({ weights, place }: Placed): Weigh {
  return (buckets, sums) => {
    sums[place] = sumOf(weights, buckets);
  };
}

/** What one head makes of the buckets. */
export function sumOf(weights: Int8Array, buckets: Uint32Array): number {
  const shift = shiftFor(weights);
  let sum = 0;
  for (let at = 0; at < buckets.length; at++) sum += weights[(buckets[at] ?? 0) >>> shift] ?? 0;
  return sum;
}

function weighTogether(heads: readonly Placed[]): Weigh {
  const size = heads[0]?.weights.length ?? 1;
  const shift = shiftFor({ length: size });
  const table = new Int8Array(size * TOGETHER);
  for (const [at, { weights }] of heads.entries()) {
    for (let bucket = 0; bucket < size; bucket++) table[bucket * TOGETHER + at] = weights[bucket] ?? 0;
  }
  const found = new Int32Array(TOGETHER);
  return (buckets, sums) => {
    addRows(table, shift, buckets, found);
    for (const [at, { place }] of heads.entries()) sums[place] = found[at] ?? 0;
  };
}

/** Adds up rows of eight weights, written out so that the sums stay in registers. */
function addRows(table: Int8Array, shift: number, buckets: Uint32Array, found: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let at = 0; at < buckets.length; at++) {
    const row = ((buckets[at] ?? 0) >>> shift) * TOGETHER;
    a += table[row] ?? 0;
    b += table[row + 1] ?? 0;
    c += table[row + 2] ?? 0;
    d += table[row + 3] ?? 0;
    e += table[row + 4] ?? 0;
    f += table[row + 5] ?? 0;
    g += table[row + 6] ?? 0;
    h += table[row + 7] ?? 0;
  }
  found.set([a, b, c, d, e, f, g, h]);
}

function shiftFor({ length }: { readonly length: number }): number {
  return BUCKET_BITS - Math.log2(length);
}
