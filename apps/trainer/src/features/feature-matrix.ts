import { Featuriser } from '@tyrian/text';

/** The binary features of many texts: row `i` has the buckets `columns[starts[i]]` up to `starts[i + 1]`. */
export interface FeatureMatrix {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
}

const GROWTH = 1.5;

/** Reads one text after another into a matrix, so that the texts need not be held. */
export class FeatureMatrixBuilder {
  readonly #featuriser: Featuriser;
  #starts = new Uint32Array(1_024);
  #columns = new Uint32Array(65_536);
  #rows = 0;
  #end = 0;

  /** `families`: the sum of the bits of `FAMILY` to read. */
  constructor(families: number) {
    this.#featuriser = new Featuriser(families);
  }

  add(text: string): void {
    const buckets = this.#featuriser.read(text);
    this.#columns = withRoom(this.#columns, this.#end + buckets.length);
    this.#starts = withRoom(this.#starts, this.#rows + 2);
    this.#columns.set(buckets, this.#end);
    this.#end += buckets.length;
    this.#starts[++this.#rows] = this.#end;
  }

  /** The matrix of what was added; later additions are not seen in it. */
  build(): FeatureMatrix {
    return { starts: this.#starts.slice(0, this.#rows + 1), columns: this.#columns.slice(0, this.#end) };
  }
}

function withRoom(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const larger = new Uint32Array(Math.ceil(length * GROWTH));
  larger.set(array);
  return larger;
}
