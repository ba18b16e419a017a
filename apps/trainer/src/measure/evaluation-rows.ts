import { errors, type TrainingManifest } from '@tyrian/contracts';
import { decodeFingerprints, fingerprint, holdsFingerprint } from '@tyrian/text';
import { readRows } from '../rows/read-rows.js';
import type { TrainingRow } from '../rows/training-row.js';

/** Rows to measure on, and how many were left out since the model was trained on them. */
export interface EvaluationRows {
  readonly rows: readonly TrainingRow[];
  readonly seen: number;
}

/** A file to measure on can share a few rows with a training file, such as posts of two words. */
const SEEN_SHARE_MAX = 0.001;
const SEEN_FREE = 2;

/**
 * The labelled rows of the files, less those that the model was trained on.
 *
 * @throws TRAINING_ROW_REFUSED where more than one row in a thousand was trained on: these are no files to measure on.
 */
export async function readEvaluationRows(
  files: readonly string[],
  { trainedOn }: Pick<TrainingManifest, 'trainedOn'>,
): Promise<EvaluationRows> {
  const trained = decodeFingerprints(trainedOn.hashes);
  const rows: TrainingRow[] = [];
  let seen = 0;
  for (const file of files) {
    for await (const { row, line } of readRows(file)) {
      if (row.label === null) continue;
      if (!holdsFingerprint(trained, fingerprint(row.text))) rows.push(row);
      else if (++seen > SEEN_FREE + rows.length * SEEN_SHARE_MAX)
        throw errors.TRAINING_ROW_REFUSED([line, file, 'the model was trained on it, so it cannot be measured']);
    }
  }
  return { rows, seen };
}
