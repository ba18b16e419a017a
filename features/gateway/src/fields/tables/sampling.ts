import type { Field } from '../field.js';
import { json } from '../kinds/json.js';
import { list } from '../kinds/list.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { flag, number, word } from '../kinds/token.js';

function all<Name extends string>(make: () => Field, names: readonly Name[]): Record<Name, Field> {
  return Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Field>;
}

/** Numbers and switches that vLLM, Ollama and llama.cpp take beyond those of OpenAI; none of them carries text. */
export const samplingExtras = {
  ...all(number, [
    'top_k',
    'top_a',
    'min_p',
    'typical_p',
    'tfs_z',
    'repetition_penalty',
    'repeat_penalty',
    'repeat_last_n',
    'length_penalty',
    'min_tokens',
    'best_of',
    'truncate_prompt_tokens',
    'priority',
    'mirostat',
    'mirostat_tau',
    'mirostat_eta',
    'dynatemp_range',
    'dynatemp_exponent',
    'dry_multiplier',
    'dry_base',
    'dry_allowed_length',
    'dry_penalty_last_n',
    'xtc_probability',
    'xtc_threshold',
    'n_predict',
    'n_keep',
    'min_keep',
    'num_ctx',
    't_max_predict_ms',
  ]),
  ...all(flag, [
    'use_beam_search',
    'ignore_eos',
    'include_stop_str_in_output',
    'skip_special_tokens',
    'spaces_between_special_tokens',
    'add_special_tokens',
    'add_generation_prompt',
    'continue_final_message',
    'echo',
    'cache_prompt',
    'include_reasoning',
  ]),
  stop_token_ids: list(number(), { max: 1_000 }),
  chat_template_kwargs: object({ enable_thinking: flag(), thinking: flag() }),
  reasoning: object({
    effort: word('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'),
    max_tokens: number({ min: 0 }),
    exclude: flag(),
    enabled: flag(),
  }),
};

/** What shapes the answer in those servers: text, so it is checked. Chat templates are refused: they could hide what the model reads. */
export const guidedDecoding = {
  guided_json: json(),
  guided_regex: text(),
  guided_grammar: text(),
  guided_choice: list(text()),
  grammar: text(),
  json_schema: json(),
};
