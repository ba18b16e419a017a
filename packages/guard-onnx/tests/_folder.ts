import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTokenizer } from '../src/tokenizer/tokenizer.js';
import { wordPieceFile } from './_tokenizers.js';

export interface FolderFiles {
  readonly config?: object;
  readonly tokenizer?: unknown;
  /** Text of tyrian-labels.yaml. */
  readonly labels?: string;
  readonly model?: Uint8Array;
  /** Where the model lies. */
  readonly at?: string;
}

export const CONFIG = {
  architectures: ['BertForSequenceClassification'],
  model_type: 'bert',
  id2label: { 0: 'BENIGN', 1: 'INJECTION', 2: 'JAILBREAK' },
  max_position_embeddings: 32,
  pad_token_id: 0,
};

/** A folder with a classifier; `dispose` removes it. */
export function classifierFolder({ config, tokenizer, labels, model, at = 'model.onnx' }: FolderFiles = {}) {
  const path = mkdtempSync(join(tmpdir(), 'tyrian-onnx-'));
  mkdirSync(dirname(join(path, at)), { recursive: true });
  writeFileSync(join(path, at), model ?? '');
  writeFileSync(join(path, 'config.json'), JSON.stringify({ ...CONFIG, ...config }));
  if (tokenizer !== null) writeFileSync(join(path, 'tokenizer.json'), JSON.stringify(tokenizer ?? wordPieceFile()));
  if (labels !== undefined) writeFileSync(join(path, 'tyrian-labels.yaml'), labels);
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

/** Logits a token: `zorblax` is a jailbreak, `quibnark` (its last part) an instruction, all else harmless. */
export function logitTable(): readonly (readonly number[])[] {
  const { vocab } = wordPieceFile().model;
  const table = Array.from({ length: Object.keys(vocab).length }, () => [0.5, 0, 0]);
  const tokens = createTokenizer(wordPieceFile());
  for (const id of tokens.encode('zorblax')) table[id] = [0, 0, 6];
  const last = tokens.encode('quibnark').at(-1) ?? 0;
  table[last] = [0, 5, 0];
  return table;
}
