import { ID, MODEL } from '../alphabet.js';
import type { Field } from '../field.js';
import { apart } from '../kinds/apart.js';
import { list } from '../kinds/list.js';
import { logprobs } from '../kinds/logprobs.js';
import { media } from '../kinds/media.js';
import { numbers } from '../kinds/numbers.js';
import { object } from '../kinds/object.js';
import { padding } from '../kinds/padding.js';
import { text } from '../kinds/text.js';
import { number, token, word } from '../kinds/token.js';
import { either } from '../kinds/variant.js';
import { annotation } from './content-part.js';
import { moderationReport } from './moderation.js';
import { functionCall, toolCall } from './tool-call.js';

const FINISH_REASONS = ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'] as const;

function spoken(streamed: boolean) {
  return {
    role: word('assistant', 'system', 'developer', 'user', 'tool'),
    content: text(),
    refusal: text(),
    reasoning: text(),
    reasoning_content: text(),
    tool_calls: list(toolCall, { max: 128, indexed: streamed }),
    function_call: functionCall,
    annotations: apart(list(annotation)),
    audio: object({ id: token(ID, 128), data: media('audio'), transcript: text(), expires_at: number() }),
  };
}

const chosen = {
  index: number({ min: 0, max: 127, integer: true }),
  finish_reason: word(...FINISH_REASONS),
  logprobs: object({ content: logprobs(), refusal: logprobs() }),
  /** vLLM: the stop string or token that was met. */
  stop_reason: apart(either(text(), number())),
};

function envelope(name: string, choice: Field): Field {
  return object(
    {
      id: token(ID, 256),
      object: word(name),
      created: number(),
      model: token(MODEL, 256),
      system_fingerprint: token(ID, 256),
      service_tier: word('auto', 'default', 'flex', 'scale', 'priority', 'standard'),
      choices: list(choice, { max: 128, indexed: true, choices: true }),
      usage: numbers(),
      timings: numbers(),
      moderation: apart(moderationReport),
      obfuscation: padding(),
    },
    { required: ['id', 'object', 'created', 'model', 'choices'] },
  );
}

/** The answer of POST /v1/chat/completions as one JSON document. */
export const chatAnswer = envelope(
  'chat.completion',
  object(
    { ...chosen, message: object(spoken(false), { required: ['role'] }) },
    { required: ['index', 'message', 'finish_reason'] },
  ),
);

/** One event of it as a stream. */
export const chatChunk = envelope(
  'chat.completion.chunk',
  object({ ...chosen, delta: object(spoken(true)) }, { required: ['index', 'delta'] }),
);
