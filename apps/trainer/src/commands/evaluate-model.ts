import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBenignLines } from '../measure/benign-lines.js';
import { readEvaluationRows } from '../measure/evaluation-rows.js';
import { measure } from '../measure/measure.js';
import { scoreRows } from '../measure/scored.js';
import { ClassifierManifest } from '../model/classifier-manifest.js';
import { curvesPage } from '../report/curves-page.js';
import { modelCard } from '../report/model-card.js';
import { FILES } from './files.js';

export interface EvaluateModelOptions {
  /** Where the model is. */
  readonly out: string;
  readonly against?: string | undefined;
  readonly card: string;
  readonly benign: string;
  say(line: string): void;
}

/** Measures the model on the files, and writes figures, curves and the model card. */
export async function evaluateModel(files: readonly string[], options: EvaluateModelOptions): Promise<void> {
  const { out, against, card, benign, say } = options;
  const model = readFileSync(join(out, FILES.model));
  const manifest = ClassifierManifest.parse(JSON.parse(readFileSync(join(out, FILES.manifest), 'utf8')));
  const evaluation = await readEvaluationRows(files, manifest);
  say(`${evaluation.rows.length} rows, ${evaluation.seen} left out as trained on`);
  const figures = measure(model, evaluation, {
    against: against === undefined ? undefined : readFileSync(against),
    benign: readBenignLines(benign),
  });
  writeFileSync(join(out, FILES.figures), `${JSON.stringify(figures, null, 1)}\n`);
  writeFileSync(join(out, FILES.curves), curvesPage(scoreRows(model, evaluation.rows), evaluation.rows, manifest));
  writeFileSync(card, modelCard(figures, manifest, model.length));
  for (const { head, recalls } of figures.heads)
    say(`${head}: ${recalls.map(({ of, recall }) => `${of} ${recall.value?.toFixed(3)}`).join(', ')}`);
}
