import { ACCOUNT, DIGITS, ID, MODEL } from '../alphabet.js';
import { apart } from '../kinds/apart.js';
import { list } from '../kinds/list.js';
import { map } from '../kinds/map.js';
import { numbers } from '../kinds/numbers.js';
import { object } from '../kinds/object.js';
import { padding } from '../kinds/padding.js';
import { text } from '../kinds/text.js';
import { flag, number, token, word } from '../kinds/token.js';
import { tokenLogprobs } from '../kinds/token-logprobs.js';
import { either } from '../kinds/variant.js';
import { guidedDecoding, samplingExtras } from './sampling.js';
import { responseFormat } from './tool-definition.js';

/** Each is answered by itself. */
const MAX_PROMPTS = 64;

/** The body of POST /v1/completions. Prompts that are numbers of tokens are refused: nobody here can read them. */
export const completionsRequest = object(
  {
    prompt: either(text(), list(text(), { max: MAX_PROMPTS })),
    suffix: text(),
    model: token(MODEL, 256),
    stream: flag(),
    stream_options: object({ include_usage: flag(), include_obfuscation: flag(), continuous_usage_stats: flag() }),
    n: number({ min: 1, max: 128, integer: true }),
    max_tokens: number({ min: 0 }),
    temperature: number(),
    top_p: number(),
    frequency_penalty: number(),
    presence_penalty: number(),
    seed: number(),
    stop: either(text(), list(text(), { max: 64 })),
    logit_bias: map(number(), { max: 1_024, keys: DIGITS }),
    logprobs: number({ min: 0, max: 20, integer: true }),
    response_format: responseFormat,
    user: token(ACCOUNT, 256),
    safety_identifier: token(ACCOUNT, 256),
    ...samplingExtras,
    ...guidedDecoding,
  },
  { required: ['prompt', 'model'] },
);

const choice = object(
  {
    index: number({ min: 0, max: 127, integer: true }),
    text: text(),
    finish_reason: word('stop', 'length', 'content_filter'),
    logprobs: tokenLogprobs(),
    /** vLLM: the stop string or token that was met. */
    stop_reason: apart(either(text(), number())),
  },
  { required: ['index', 'text'] },
);

/** The answer of POST /v1/completions, and one event of it as a stream: both are written alike. */
export const completionsAnswer = object(
  {
    id: token(ID, 256),
    object: word('text_completion'),
    created: number(),
    model: token(MODEL, 256),
    system_fingerprint: token(ID, 256),
    service_tier: word('auto', 'default', 'flex', 'scale', 'priority', 'standard'),
    choices: list(choice, { max: 128, indexed: true, choices: true }),
    usage: numbers(),
    timings: numbers(),
    obfuscation: padding(),
  },
  { required: ['id', 'object', 'created', 'model', 'choices'] },
);
