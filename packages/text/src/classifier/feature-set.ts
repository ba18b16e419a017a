/** Bits of a bucket as features are told apart; heads with fewer bits read the highest of them. */
export const BUCKET_BITS = 18;

/** A set of buckets that is emptied without touching what it holds: of one text after another, with no allocation. */
export class FeatureSet {
  /** The distinct buckets of the text, the first `count` of them valid. */
  readonly buckets: Uint32Array;
  count = 0;
  readonly #stamps: Uint32Array = new Uint32Array(1 << BUCKET_BITS);
  #stamp = 0;

  constructor(capacity: number) {
    this.buckets = new Uint32Array(capacity);
  }

  clear(): void {
    this.count = 0;
    this.#stamp = (this.#stamp + 1) >>> 0;
    if (this.#stamp !== 0) return;
    this.#stamps.fill(0);
    this.#stamp = 1;
  }

  /** Adds the bucket of a hash of 32 bits; over the capacity it is left out. */
  add(hash: number): void {
    const bucket = mixed(hash) >>> (32 - BUCKET_BITS);
    if (this.#stamps[bucket] === this.#stamp || this.count === this.buckets.length) return;
    this.#stamps[bucket] = this.#stamp;
    this.buckets[this.count++] = bucket;
  }
}

/** The finaliser of MurmurHash3, 32 bits: every bit of the input reaches the high bits, which make the bucket. */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
