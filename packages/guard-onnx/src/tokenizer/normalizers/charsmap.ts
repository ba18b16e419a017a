import { invalid } from '../../classifier-error.js';

const LABEL = 0x800000ff;
const VALUE = 0x7fffffff;

/**
 * The table of a SentencePiece model that says what becomes of characters: a double array (Darts) over the UTF-8 of what is
 * replaced, and behind it the replacements, each ended by a zero byte. The first four bytes are the length of the array.
 */
export class Charsmap {
  readonly #units: Uint32Array;
  readonly #texts: Buffer;

  constructor(bytes: Buffer, where: string) {
    const length = bytes.length < 4 ? Number.NaN : bytes.readUInt32LE(0);
    if (!(length > 0) || length % 4 !== 0 || length + 4 > bytes.length) throw invalid(`${where}: not a table`);
    this.#units = Uint32Array.from({ length: length / 4 }, (_, at) => bytes.readUInt32LE(4 + at * 4));
    this.#texts = bytes.subarray(4 + length);
  }

  /** What stands for the shortest beginning of `bytes` that is in the table: the original takes that one too. */
  replacementOf(bytes: Uint8Array): string | undefined {
    let node = offsetOf(this.#units[0] ?? 0);
    for (const byte of bytes) {
      if (byte === 0) return undefined;
      node ^= byte;
      const unit = this.#units[node];
      if (unit === undefined || (unit & LABEL) >>> 0 !== byte) return undefined;
      node ^= offsetOf(unit);
      const hasLeaf = ((unit >>> 8) & 1) === 1;
      if (hasLeaf) return this.#textAt((this.#units[node] ?? 0) & VALUE);
    }
    return undefined;
  }

  #textAt(start: number): string {
    const end = this.#texts.indexOf(0, start);
    return this.#texts.toString('utf8', start, end < 0 ? this.#texts.length : end);
  }
}

function offsetOf(unit: number): number {
  return ((unit >>> 10) << ((unit & (1 << 9)) >>> 6)) >>> 0;
}
