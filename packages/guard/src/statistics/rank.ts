/** One score a row; the higher, the more likely harmful. Need not lie between 0 and 1 unless a function says so. */
export type Scores = Float64Array | Float32Array;
/** 1 for a positive (harmful) row, 0 for a negative one; as long as the scores. */
export type Labels = Uint8Array;

/**
 * What is flagged at each threshold that makes a difference. Entry `i` counts the rows with a score of at least
 * `thresholds[i]`; rows that tie are flagged together, so that no order of the input can change a figure.
 */
export interface Ranking {
  /** The distinct scores, highest first. */
  readonly thresholds: Float64Array;
  readonly truePositives: Uint32Array;
  readonly falsePositives: Uint32Array;
  readonly positives: number;
  readonly negatives: number;
}

/** Counts what each threshold flags. Linear where the rows are sorted already. Throws RangeError for rows that do not fit. */
export function rank(scores: Scores, labels: Labels): Ranking {
  const rows = scores.length;
  if (labels.length !== rows) throw new RangeError(`${rows} scores, but ${labels.length} labels`);
  const order = isDescending(scores) ? undefined : descending(scores);
  const thresholds = new Float64Array(rows);
  const truePositives = new Uint32Array(rows);
  const falsePositives = new Uint32Array(rows);
  let steps = 0;
  let positives = 0;
  for (let place = 0; place < rows; place++) {
    const row = order?.[place] ?? place;
    const score = scores[row] ?? 0;
    if (labels[row] === 1) positives++;
    else if (labels[row] !== 0) throw new RangeError(`label ${labels[row]} of row ${row} is neither 0 nor 1`);
    if (steps === 0 || score !== thresholds[steps - 1]) thresholds[steps++] = score;
    truePositives[steps - 1] = positives;
    falsePositives[steps - 1] = place + 1 - positives;
  }
  return {
    thresholds: thresholds.subarray(0, steps),
    truePositives: truePositives.subarray(0, steps),
    falsePositives: falsePositives.subarray(0, steps),
    positives,
    negatives: rows - positives,
  };
}

/** Rows by score, highest first; those that tie stand in the order of the input. Throws RangeError for NaN. */
export function descending(scores: Scores): Uint32Array {
  const nan = scores.findIndex(Number.isNaN);
  if (nan !== -1) throw new RangeError(`the score of row ${nan} is no number`);
  const order = Uint32Array.from(scores, (_, row) => row);
  return order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** False for NaN anywhere: the slow way then says where. */
function isDescending(scores: Scores): boolean {
  if (Number.isNaN(scores[0])) return false;
  for (let row = 1; row < scores.length; row++) if (!((scores[row - 1] ?? 0) >= (scores[row] ?? 0))) return false;
  return true;
}
