import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { fingerprint } from '@tyrian/text';
import { type FeatureMatrix, FeatureMatrixBuilder } from '../features/feature-matrix.js';
import { admit } from './admission.js';
import type { CorpusFile } from './corpus.js';
import type { Example } from './examples.js';
import { readRows } from './read-rows.js';

/** An input of the training, so that who repeats it knows that he has the same. */
export interface InputFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

/** All that is learned from, without the texts. */
export interface TrainingSet {
  readonly examples: readonly Example[];
  /** The features of the texts, by the families that are read. */
  readonly matrices: ReadonlyMap<number, FeatureMatrix>;
  /** Of the rows of the files. The corpus lies in the repository for everybody to see. */
  readonly fingerprints: readonly bigint[];
  readonly inputs: readonly InputFile[];
}

/** Reads the rows of the files in order, then the corpus, one text at a time, once for each sum of families. */
export async function readTrainingSet(
  files: readonly string[],
  corpus: readonly CorpusFile[],
  families: readonly number[],
): Promise<TrainingSet> {
  const examples: Example[] = [];
  const builders = new Map(families.map((sum) => [sum, new FeatureMatrixBuilder(sum)]));
  const fingerprints: bigint[] = [];
  const inputs: InputFile[] = [];
  const take = (text: string, example: Example) => {
    examples.push(example);
    for (const builder of builders.values()) builder.add(text);
  };
  for (const file of files) {
    let rows = 0;
    for await (const placed of readRows(file)) {
      admit(placed);
      const { text, label, hazards, kind, source } = placed.row;
      if (label === null) continue;
      take(text, { label, hazards, kind, source });
      fingerprints.push(fingerprint(text));
      rows++;
    }
    inputs.push({ file: basename(file), sha256: await sha256Of(file), rows });
  }
  for (const { name, negativeFor, texts, sha256 } of corpus) {
    for (const text of texts)
      take(text, { label: 0, hazards: [], kind: 'benign', source: `corpus/${name}`, negativeFor });
    inputs.push({ file: `corpus/${name}`, sha256, rows: texts.length });
  }
  const matrices = new Map([...builders].map(([sum, builder]) => [sum, builder.build()]));
  return { examples, matrices, fingerprints, inputs };
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
