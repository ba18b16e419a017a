import { SNAKE } from '../alphabet.js';
import { type Field, isObject } from '../field.js';
import { joinPlace, misfit, takeName, unknownField, type Walk } from '../walk.js';

const MAX_KEY = 64;
const MAX_DEPTH = 4;
/** What servers count; others are names that they make up. */
const KNOWN: ReadonlySet<string> = new Set(
  `prompt_tokens completion_tokens total_tokens prompt_tokens_details completion_tokens_details cached_tokens
  audio_tokens reasoning_tokens accepted_prediction_tokens rejected_prediction_tokens cache_n prompt_n prompt_ms
  prompt_per_token_ms prompt_per_second predicted_n predicted_ms predicted_per_token_ms predicted_per_second draft_n
  draft_n_accepted input_tokens output_tokens input_tokens_details output_tokens_details cache_write_tokens`.split(
    /\s+/,
  ),
);

/** Counts (usage, timings): numbers and booleans pass, anything else does not leave. */
export function numbers(): Field {
  return {
    kind: 'numbers',
    minimal: {},
    fits: isObject,
    walk: (value, place, holder, key, walk) => walkNumbers(value, place, holder, key, walk, 1),
    rows: (path) => [{ path: `${path}.*`, kind: 'numbers', checked: false, example: () => ({ total_tokens: 1 }) }],
  };
}

function walkNumbers(
  value: unknown,
  place: string,
  holder: object,
  key: string | number,
  walk: Walk,
  depth: number,
): void {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return;
  if (!isObject(value) || depth > MAX_DEPTH) {
    misfit(walk, place, holder, key, 'must be a number');
    return;
  }
  for (const name in value) {
    const isName = name.length <= MAX_KEY && SNAKE.pattern.test(name);
    if (!isName || !(KNOWN.has(name) || takeName(walk, name))) unknownField(walk, place, value, name);
    else walkNumbers(value[name], joinPlace(place, name), value, name, walk, depth + 1);
  }
}
