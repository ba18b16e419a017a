import { createHash } from 'node:crypto';

const BITS_A_TEXT = 20;
const HASHES = 14;

/** A text as it is compared: one case, letters and digits alone. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A Bloom filter of the texts that a model was trained on: it knows every one of them again, and takes one other text in
 * about 10,000 for one of them. It does not tell what the texts were.
 */
export class SeenTexts {
  readonly #bits: Uint8Array;

  constructor(bits: Uint8Array) {
    this.#bits = bits;
  }

  static of(digests: readonly Buffer[]): SeenTexts {
    const seen = new SeenTexts(new Uint8Array(Math.max(8, Math.ceil((digests.length * BITS_A_TEXT) / 8))));
    for (const digest of digests) seen.#add(digest);
    return seen;
  }

  /** What a text is told by: 8 bytes. */
  static digest(text: string): Buffer {
    return createHash('sha256').update(normalised(text)).digest().subarray(0, 8);
  }

  static fromBase64(text: string): SeenTexts {
    return new SeenTexts(new Uint8Array(Buffer.from(text, 'base64')));
  }

  has(text: string): boolean {
    return this.#places(SeenTexts.digest(text)).every((bit) => ((this.#bits[bit >>> 3] ?? 0) >>> (bit & 7)) & 1);
  }

  toBase64(): string {
    return Buffer.from(this.#bits).toString('base64');
  }

  #add(digest: Buffer): void {
    for (const bit of this.#places(digest)) this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  #places(digest: Buffer): number[] {
    const [first, second] = [digest.readUInt32LE(0), digest.readUInt32LE(4) | 1];
    const size = this.#bits.length * 8;
    return Array.from({ length: HASHES }, (_, index) => (first + index * (second >>> 0)) % size);
  }
}
