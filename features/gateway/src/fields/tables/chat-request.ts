import { ACCOUNT, DIGITS, ID, MODEL } from '../alphabet.js';
import { list } from '../kinds/list.js';
import { map } from '../kinds/map.js';
import { media } from '../kinds/media.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { flag, number, token, word } from '../kinds/token.js';
import { either } from '../kinds/variant.js';
import { LIMITS } from '../limits.js';
import { annotation, messageContent, predictedContent } from './content-part.js';
import { moderationParameter } from './moderation.js';
import { guidedDecoding, samplingExtras } from './sampling.js';
import { callName, functionCall, toolCall } from './tool-call.js';
import { functionChoice, functionDefinition, responseFormat, tool, toolChoice } from './tool-definition.js';

/** One table for every role: clients send answers back as they came, with all the fields of an answer. */
const message = object(
  {
    role: word('user', 'system', 'developer', 'assistant', 'tool', 'function'),
    content: messageContent,
    name: callName,
    refusal: text(),
    reasoning: text(),
    reasoning_content: text(),
    tool_calls: list(toolCall, { max: 128 }),
    tool_call_id: callName,
    function_call: functionCall,
    annotations: list(annotation),
    audio: object({ id: token(ID, 128), data: media('audio'), transcript: text(), expires_at: number() }),
  },
  { required: ['role'], role: 'by role' },
);

const voice = either(token(MODEL, 64), object({ id: token(ID, 128) }));
const service = word('auto', 'default', 'flex', 'scale', 'priority');
const place = text({ max: 256 });

const parameters = {
  messages: list(message, { max: LIMITS.messages }),
  model: token(MODEL, 256),
  stream: flag(),
  stream_options: object({ include_usage: flag(), include_obfuscation: flag(), continuous_usage_stats: flag() }),
  n: number({ min: 1, max: 128, integer: true }),
  max_tokens: number({ min: 0 }),
  max_completion_tokens: number({ min: 0 }),
  temperature: number(),
  top_p: number(),
  frequency_penalty: number(),
  presence_penalty: number(),
  seed: number(),
  stop: either(text(), list(text(), { max: 64 })),
  logit_bias: map(number(), { max: 1_024, keys: DIGITS }),
  logprobs: either(flag(), number()),
  top_logprobs: number({ min: 0, max: 20, integer: true }),
  tools: list(tool, { max: 512 }),
  tool_choice: toolChoice,
  parallel_tool_calls: flag(),
  functions: list(functionDefinition, { max: 512 }),
  function_call: functionChoice,
  response_format: responseFormat,
  prediction: object({ type: word('content'), content: predictedContent }, { required: ['type', 'content'] }),
  reasoning_effort: word('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'),
  verbosity: word('low', 'medium', 'high'),
  modalities: list(word('text', 'audio'), { max: 8 }),
  audio: object({ format: word('wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16'), voice }),
  web_search_options: object({
    search_context_size: word('low', 'medium', 'high'),
    user_location: object({
      type: word('approximate'),
      approximate: object({ city: place, country: place, region: place, timezone: place }),
    }),
  }),
  metadata: map(text({ max: 4_096 }), { max: 64 }),
  user: token(ACCOUNT, 256),
  safety_identifier: token(ACCOUNT, 256),
  prompt_cache_key: token(ACCOUNT, 256),
  prompt_cache_options: object({ mode: word('implicit', 'explicit'), ttl: word('30m') }),
  prompt_cache_retention: word('in_memory', '24h'),
  service_tier: service,
  store: flag(),
  moderation: moderationParameter,
  ...samplingExtras,
  ...guidedDecoding,
};

/** Names of the fields of a chat request. */
export const chatParameters: readonly string[] = Object.keys(parameters);

/** The body of POST /v1/chat/completions. */
export const chatRequest = object(parameters, { required: ['messages', 'model'] });
