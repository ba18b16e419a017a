import { loadClassifier } from '@tyrian/text';
import type { TrainingRow } from '../rows/training-row.js';

/** What a model makes of rows: for each head one probability a row, and which are flagged. */
export interface Scored {
  readonly probabilities: ReadonlyMap<string, Float64Array>;
  readonly flagged: ReadonlyMap<string, Uint8Array>;
}

export function scoreRows(model: Uint8Array, rows: readonly Pick<TrainingRow, 'text'>[]): Scored {
  const classifier = loadClassifier(model);
  const probabilities = new Map(classifier.heads.map((head) => [head, new Float64Array(rows.length)]));
  const flagged = new Map(classifier.heads.map((head) => [head, new Uint8Array(rows.length)]));
  rows.forEach(({ text }, index) => {
    for (const score of classifier.score(text)) {
      const column = probabilities.get(score.head);
      if (column) column[index] = score.probability;
      const flags = flagged.get(score.head);
      if (flags) flags[index] = score.flagged ? 1 : 0;
    }
  });
  return { probabilities, flagged };
}
