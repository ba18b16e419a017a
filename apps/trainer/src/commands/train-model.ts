import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE_PLANS } from '../heads/baseline-plans.js';
import { HEAD_PLANS } from '../heads/head-plan.js';
import { notice } from '../report/notice.js';
import { readCorpus } from '../rows/corpus.js';
import { readTrainingSet } from '../rows/training-set.js';
import { train } from '../train.js';
import { FILES } from './files.js';

export interface TrainModelOptions {
  readonly out: string;
  /** Folder of the corpus, or `none`. */
  readonly corpus: string;
  readonly baseline: boolean;
  readonly seed: number;
  say(line: string): void;
}

/** Trains on the files and the corpus, and writes model, manifest and notice. */
export async function trainModel(files: readonly string[], options: TrainModelOptions): Promise<void> {
  const { out, seed, say } = options;
  const corpus = options.corpus === 'none' ? [] : readCorpus(options.corpus);
  const plans = options.baseline ? BASELINE_PLANS : HEAD_PLANS;
  const families = [...new Set(plans.map(({ families }) => families))];
  const set = await readTrainingSet(files, corpus, families);
  say(`${set.examples.length} examples`);
  const { model, manifest } = train(set, { plans, seed, onProgress: say });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, FILES.model), model);
  writeFileSync(join(out, FILES.manifest), `${JSON.stringify(manifest)}\n`);
  writeFileSync(join(out, FILES.notice), notice(Object.keys(manifest.examples)));
  say(`${model.length} bytes in ${join(out, FILES.model)}`);
}
