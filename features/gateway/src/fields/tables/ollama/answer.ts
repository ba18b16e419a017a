import { MODEL } from '../../alphabet.js';
import { apart } from '../../kinds/apart.js';
import { list } from '../../kinds/list.js';
import { logprobs } from '../../kinds/logprobs.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { oneAnswer } from '../../kinds/one-answer.js';
import { text } from '../../kinds/text.js';
import { time } from '../../kinds/time.js';
import { flag, token, word } from '../../kinds/token.js';
import { vector } from '../../kinds/vector.js';
import { measured } from './parts.js';
import { ollamaCall } from './tool.js';

const envelope = {
  model: token(MODEL, 256),
  remote_model: token(MODEL, 256),
  created_at: time(),
  done: flag(),
  done_reason: word('stop', 'length', 'load', 'unload', 'content_filter'),
  logprobs: logprobs(),
  ...measured,
};
const required = ['model', 'done'] as const;

const message = object(
  {
    role: word('assistant'),
    content: text(),
    thinking: text(),
    images: apart(list(media('image'), { max: 64 })),
    tool_calls: list(ollamaCall, { max: 128 }),
  },
  { required: ['role'] },
);

/** The answer of POST /api/chat, whole or one line of its stream. */
export const ollamaChatAnswer = oneAnswer(object({ ...envelope, message }, { required }));

/** The answer of POST /api/generate, whole or one line of its stream. `context` does not leave, since it cannot come back. */
export const ollamaGenerateAnswer = oneAnswer(
  object({ ...envelope, response: text(), thinking: text() }, { required }),
);

/** The answer of POST /api/embed. */
export const ollamaEmbedAnswer = object(
  { model: token(MODEL, 256), embeddings: list(vector(), { max: 2_048 }), ...measured },
  { required: ['embeddings'] },
);

/** The answer of POST /api/embeddings. */
export const ollamaEmbeddingsAnswer = object({ embedding: vector() }, { required: ['embedding'] });

/** An error of this API. */
export const ollamaError = object({ error: text() }, { required: ['error'] });
