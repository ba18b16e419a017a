import type { Field } from '../../field.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { flag, number, word } from '../../kinds/token.js';
import { either } from '../../kinds/variant.js';
import { duration } from './parts.js';

function all<Name extends string>(field: Field, names: readonly Name[]): Record<Name, Field> {
  return Object.fromEntries(names.map((name) => [name, field])) as Record<Name, Field>;
}

/** How a model is run: numbers and switches, and the texts that end an answer. */
export const options = object({
  ...all(number(), [
    'num_ctx',
    'num_batch',
    'num_gpu',
    'main_gpu',
    'num_thread',
    'num_keep',
    'num_predict',
    'seed',
    'top_k',
    'top_p',
    'min_p',
    'tfs_z',
    'typical_p',
    'repeat_last_n',
    'temperature',
    'repeat_penalty',
    'presence_penalty',
    'frequency_penalty',
    'mirostat',
    'mirostat_tau',
    'mirostat_eta',
    'draft_num_predict',
  ]),
  ...all(flag(), [
    'numa',
    'low_vram',
    'f16_kv',
    'logits_all',
    'vocab_only',
    'use_mmap',
    'use_mlock',
    'embedding_only',
    'penalize_newline',
  ]),
  stop: either(text(), list(text(), { max: 64 })),
});

/** What requests for an answer share. */
export const generating = {
  options,
  stream: flag(),
  /** `json`, or a schema that the answer keeps to. */
  format: spokenBy('definition', either(word('json', ''), json())),
  keep_alive: duration,
  think: either(flag(), word('low', 'medium', 'high', 'max')),
  logprobs: flag(),
  top_logprobs: number({ min: 0, max: 20, integer: true }),
  truncate: flag(),
  shift: flag(),
};
