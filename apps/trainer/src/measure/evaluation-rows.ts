import { errors } from '@tyrian/contracts';
import { readRows } from '../rows/read-rows.js';
import type { SeenTexts } from '../rows/seen-texts.js';
import type { TrainingRow } from '../rows/training-row.js';

/** Rows to measure on, and how many were left out since the model was trained on them. */
export interface EvaluationRows {
  readonly rows: readonly TrainingRow[];
  readonly seen: number;
}

/** `seen` takes one text in 10,000 for another, so a few of them are no sign of a wrong file. */
const SEEN_SHARE_MAX = 0.001;
const SEEN_FREE = 2;

/**
 * The labelled rows of the files, less those that the model was trained on.
 *
 * @throws TRAINING_ROW_REFUSED where more than one row in a thousand was trained on: these are no files to measure on.
 */
export async function readEvaluationRows(files: readonly string[], seen: SeenTexts): Promise<EvaluationRows> {
  const rows: TrainingRow[] = [];
  let known = 0;
  for (const file of files) {
    for await (const { row, line } of readRows(file)) {
      if (row.label === null) continue;
      if (!seen.has(row.text)) rows.push(row);
      else if (++known > SEEN_FREE + rows.length * SEEN_SHARE_MAX)
        throw errors.TRAINING_ROW_REFUSED([line, file, 'the model was trained on it, so it cannot be measured']);
    }
  }
  return { rows, seen: known };
}
