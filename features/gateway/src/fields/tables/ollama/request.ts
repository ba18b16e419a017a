import { MODEL } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either } from '../../kinds/variant.js';
import { LIMITS } from '../../limits.js';
import { callName } from '../tool-call.js';
import { generating, options } from './options.js';
import { duration } from './parts.js';
import { ollamaCall, ollamaTool } from './tool.js';

const model = token(MODEL, 256);

const message = object(
  {
    role: word('user', 'system', 'assistant', 'tool'),
    content: text(),
    thinking: text(),
    images: list(media('image'), { max: 64 }),
    tool_calls: list(ollamaCall, { max: 128 }),
    tool_name: callName,
    tool_call_id: callName,
  },
  { required: ['role'], role: 'by role' },
);

/** The body of POST /api/chat. */
export const ollamaChatRequest = object(
  {
    model,
    messages: list(message, { max: LIMITS.messages }),
    tools: list(ollamaTool, { max: 512 }),
    ...generating,
  },
  { required: ['model', 'messages'] },
);

/**
 * The body of POST /api/generate. Two fields are not in it: `template`, which could change what the model reads after it
 * was checked, and `context`, an earlier conversation as numbers that nothing here can read.
 */
export const ollamaGenerateRequest = object(
  {
    model,
    prompt: text(),
    suffix: text(),
    system: spokenBy('system', text()),
    images: list(media('image'), { max: 64 }),
    raw: flag(),
    ...generating,
  },
  { required: ['model', 'prompt'] },
);

/** The body of POST /api/embed. */
export const ollamaEmbedRequest = object(
  {
    model,
    input: either(text(), list(text(), { max: 2_048 })),
    truncate: flag(),
    dimensions: number({ min: 1, integer: true }),
    keep_alive: duration,
    options,
  },
  { required: ['model', 'input'] },
);

/** The body of POST /api/embeddings, the older form. */
export const ollamaEmbeddingsRequest = object(
  { model, prompt: text(), keep_alive: duration, options },
  { required: ['model', 'prompt'] },
);
