/** Bits of a bucket as features are told apart; heads with fewer bits read the highest of them. */
export const BUCKET_BITS = 18;

/** A set of buckets that is emptied without touching what it never held: of one text after another, with no allocation. */
export class FeatureSet {
  /** The distinct buckets of the text, the first `count` of them valid. */
  readonly buckets: Uint32Array;
  count = 0;
  /** One bit a bucket: 32 KB, which stay in the nearest cache. */
  readonly #held: Uint32Array = new Uint32Array(1 << (BUCKET_BITS - 5));

  constructor(capacity: number) {
    this.buckets = new Uint32Array(capacity);
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.#held[(this.buckets[at] ?? 0) >>> 5] = 0;
    this.count = 0;
  }

  /** Adds a bucket; over the capacity it is left out. */
  add(bucket: number): void {
    const cell = bucket >>> 5;
    const bit = 1 << (bucket & 31);
    const held = this.#held[cell] ?? 0;
    if ((held & bit) !== 0 || this.count === this.buckets.length) return;
    this.#held[cell] = held | bit;
    this.buckets[this.count++] = bucket;
  }
}

/** The bucket of a hash of 32 bits, by the finaliser of MurmurHash3: every bit of the hash reaches the bucket. */
export function bucketOf(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> (32 - BUCKET_BITS);
}
