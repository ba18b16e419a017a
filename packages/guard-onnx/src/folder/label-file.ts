import { Hazard, Stage } from '@tyrian/contracts';
import { z } from 'zod';
import { invalid, parseAs } from '../classifier-error.js';
import type { LabelMeanings } from './label-meanings.js';

export const LABEL_FILE = 'tyrian-labels.yaml';

const File = z.strictObject({
  labels: z.record(z.string(), Hazard.nullable()),
  languages: z.union([z.literal('any'), z.array(z.string().min(2).max(20)).min(1).max(200)]),
  stages: z.array(Stage).min(1).default(['input', 'output']),
});

/** What an operator says that the labels of a model mean. Throws `invalid` unless every label of it, and no other, is there. */
export function readLabelFile(yaml: unknown, labels: readonly string[]): LabelMeanings {
  const file = parseAs(File, yaml, LABEL_FILE);
  const missing = labels.filter((label) => !Object.hasOwn(file.labels, label));
  if (missing.length > 0) throw invalid(`${LABEL_FILE} does not say what ${missing.join(', ')} means`);
  const strange = Object.keys(file.labels).filter((label) => !labels.includes(label));
  if (strange.length > 0)
    throw invalid(`${LABEL_FILE} names ${strange.join(', ')}; the model has ${labels.join(', ')}`);
  const meanings = labels.map((label) => ({ hazard: file.labels[label] ?? null }));
  if (meanings.every(({ hazard }) => hazard === null)) throw invalid(`${LABEL_FILE} names no hazard`);
  return { meanings, languages: file.languages, stages: file.stages };
}

/** What to do about labels that nobody has explained. */
export function askForLabelFile(labels: readonly string[]): string {
  const lines = labels.map((label) => `${JSON.stringify(label)}: HAZARD or null`).join(', ');
  return (
    `nothing says what its labels mean; write ${LABEL_FILE} into its folder: ` +
    `{ labels: { ${lines} }, languages: [en] }, null for a harmless one`
  );
}
