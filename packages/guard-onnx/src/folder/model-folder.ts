import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { invalid } from '../classifier-error.js';
import { knownMeanings } from './known-labels.js';
import { askForLabelFile, LABEL_FILE, readLabelFile } from './label-file.js';
import type { LabelMeanings } from './label-meanings.js';
import { type ModelConfig, readModelConfig } from './model-config.js';
import { parseJson, parseYaml, readIfThere, readNeeded } from './read-file.js';

/** The first that is there. */
const MODELS = ['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx'];
const TOKENIZER = 'tokenizer.json';
const CONFIG_BYTES = 1 << 20;
const LABEL_BYTES = 64 << 10;

export interface ModelFolder {
  readonly modelPath: string;
  readonly tokenizerPath: string;
  readonly config: ModelConfig;
  readonly labels: LabelMeanings;
  /** Changes when a file of it changes: eight hexadecimal digits. */
  readonly digest: string;
}

/** Looks at the folder of a classifier and reads its small files. Throws `invalid` with what is missing or not understood. */
export function readModelFolder(folder: string): ModelFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw invalid('its folder is not there');
  const model = MODELS.find((name) => isFile(join(folder, name)));
  if (model === undefined) throw invalid(`there is none of ${MODELS.join(', ')} in its folder`);
  if (!isFile(join(folder, TOKENIZER))) throw invalid(`there is no ${TOKENIZER} in its folder`);
  const configText = readNeeded(join(folder, 'config.json'), CONFIG_BYTES);
  const config = readModelConfig(parseJson(configText, 'config.json'));
  const labelText = readIfThere(join(folder, LABEL_FILE), LABEL_BYTES);
  const labels =
    labelText === undefined
      ? knownMeanings(config.labels, [basename(folder), config.madeFrom])
      : readLabelFile(parseYaml(labelText, LABEL_FILE), config.labels);
  if (labels === undefined) throw invalid(askForLabelFile(config.labels));
  const [modelPath, tokenizerPath] = [join(folder, model), join(folder, TOKENIZER)];
  const stamps = [modelPath, `${modelPath}_data`, tokenizerPath].map(stampOf);
  const digest = createHash('sha256')
    .update(JSON.stringify([configText, labelText, model, stamps]))
    .digest('hex');
  return { modelPath, tokenizerPath, config, labels, digest: digest.slice(0, 8) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Weights are hundreds of megabytes: size and time tell that they changed, without reading them. */
function stampOf(path: string): readonly number[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? [stat.size, stat.mtimeMs] : [];
}
