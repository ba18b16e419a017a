import { z } from 'zod';
import { invalid, parseAs } from '../classifier-error.js';

/** What is read of config.json; it holds much more. */
const File = z.object({
  architectures: z.array(z.string()).min(1),
  model_type: z.string(),
  id2label: z.record(z.string().regex(/^\d{1,3}$/), z.string().min(1).max(100)),
  problem_type: z.enum(['single_label_classification', 'multi_label_classification']).nullish(),
  max_position_embeddings: z.int().positive().nullish(),
  pad_token_id: z.int().nonnegative().nullish(),
  _name_or_path: z.string().nullish(),
});

export interface ModelConfig {
  /** By the number of the output. */
  readonly labels: readonly string[];
  /** Softmax: labels exclude each other, and their shares sum to 1. Sigmoid: each by itself. */
  readonly activation: 'softmax' | 'sigmoid';
  /** Tokens that it takes at most, the special ones among them. */
  readonly maxTokens: number;
  readonly padId: number | undefined;
  /** What its makers call it, where the file says so. */
  readonly madeFrom: string;
}

/** Their positions begin behind that of the padding. */
const OFFSET_POSITIONS = new Set([
  ...['roberta', 'xlm-roberta', 'xlm-roberta-xl', 'roberta-prelayernorm', 'camembert', 'mpnet'],
  ...['longformer', 'data2vec-text'],
]);
/** Longer windows see no more of an injection, and cost with the square of their length. */
const TOKENS_MAX = 512;

/** Reads config.json of a sequence classifier. Throws `invalid` for any other model. */
export function readModelConfig(json: unknown): ModelConfig {
  const file = parseAs(File, json, 'config.json');
  if (!file.architectures.some((name) => name.endsWith('ForSequenceClassification')))
    throw invalid(`config.json is of ${file.architectures.join(', ')}, not of a model for sequence classification`);
  const labels = Object.keys(file.id2label).map((_, at) => file.id2label[at]);
  if (!labels.every((label) => label !== undefined) || labels.length === 0)
    throw invalid('config.json: id2label must name every output, from 0 on');
  if (new Set(labels).size < labels.length) throw invalid('config.json: id2label names two outputs alike');
  // As the text-classification pipeline of transformers decides where the file does not say.
  const isMany = file.problem_type === 'multi_label_classification' || labels.length === 1;
  const before = OFFSET_POSITIONS.has(file.model_type) ? (file.pad_token_id ?? 1) + 1 : 0;
  return {
    labels,
    activation: isMany ? 'sigmoid' : 'softmax',
    maxTokens: Math.min(TOKENS_MAX, (file.max_position_embeddings ?? TOKENS_MAX) - before),
    padId: file.pad_token_id ?? undefined,
    madeFrom: file._name_or_path ?? '',
  };
}
