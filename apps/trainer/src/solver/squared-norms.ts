import { BUCKET_BITS } from '@tyrian/text';
import { featureValue } from '../features/feature-value.js';
import type { Problem } from './problem.js';

/**
 * The sum of freedom[j] * x[j]^2 of each row, the bias included: by how much the score of a row moves with its dual
 * variable. Two features of a row that share a bucket make its x twice as large.
 */
export function squaredNorms({ matrix: { starts, columns }, rows, freedom, lengthPower, bits }: Problem): Float64Array {
  const shift = BUCKET_BITS - bits;
  const counts = new Uint16Array(1 << bits);
  return Float64Array.from(rows, (row) => {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    let squares = 0;
    for (let at = start; at < end; at++) {
      const column = (columns[at] ?? 0) >>> shift;
      // (k + 1)^2 - k^2
      squares += (2 * (counts[column] ?? 0) + 1) * (freedom[column] ?? 1);
      counts[column] = (counts[column] ?? 0) + 1;
    }
    for (let at = start; at < end; at++) counts[(columns[at] ?? 0) >>> shift] = 0;
    return end > start ? squares * featureValue(end - start, lengthPower) ** 2 + 1 : 1;
  });
}
