import { Featuriser } from '@tyrian/text';

/** The binary features of many texts: row `i` has the buckets `columns[starts[i]]` up to `starts[i + 1]`. */
export interface FeatureMatrix {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
}

const GROWTH = 1.5;

/** Reads the features of every text, in order. */
export function featureMatrix(texts: readonly string[], families: number): FeatureMatrix {
  const featuriser = new Featuriser(families);
  const starts = new Uint32Array(texts.length + 1);
  let columns = new Uint32Array(Math.max(1_024, texts.length * 200));
  let end = 0;
  texts.forEach((text, row) => {
    const buckets = featuriser.read(text);
    if (end + buckets.length > columns.length) {
      const larger = new Uint32Array(Math.ceil((end + buckets.length) * GROWTH));
      larger.set(columns.subarray(0, end));
      columns = larger;
    }
    columns.set(buckets, end);
    end += buckets.length;
    starts[row + 1] = end;
  });
  return { starts, columns: columns.subarray(0, end) };
}
