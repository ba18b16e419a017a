import { ID, MODEL } from '../../alphabet.js';
import { apart } from '../../kinds/apart.js';
import { list } from '../../kinds/list.js';
import { logprobs } from '../../kinds/logprobs.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { onlyAnswer } from '../../kinds/only-answer.js';
import { text } from '../../kinds/text.js';
import { time } from '../../kinds/time.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { measured } from './parts.js';
import { ollamaCall } from './tool.js';

const MAX_DIMENSIONS = 65_536;

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
export const ollamaChatAnswer = onlyAnswer(object({ ...envelope, message }, { required }));

/** The answer of POST /api/generate, whole or one line of its stream. `context` does not leave, since it cannot come back. */
export const ollamaGenerateAnswer = onlyAnswer(
  object({ ...envelope, response: text(), thinking: text() }, { required }),
);

const vector = list(number(), { max: MAX_DIMENSIONS });

/** The answer of POST /api/embed. */
export const ollamaEmbedAnswer = object(
  { model: token(MODEL, 256), embeddings: list(vector, { max: 2_048 }), ...measured },
  { required: ['embeddings'] },
);

/** The answer of POST /api/embeddings. */
export const ollamaEmbeddingsAnswer = object({ embedding: vector }, { required: ['embedding'] });

const details = object({
  parent_model: token(MODEL, 256),
  format: token(ID, 64),
  family: token(ID, 64),
  families: list(token(ID, 64), { max: 64 }),
  parameter_size: token(ID, 64),
  quantization_level: token(ID, 64),
  context_length: number({ min: 0 }),
});

/** The answer of GET /api/tags and GET /api/ps. */
export const ollamaModels = object(
  {
    models: list(
      object(
        {
          name: token(MODEL, 256),
          model: token(MODEL, 256),
          modified_at: time(),
          expires_at: time(),
          size: number({ min: 0 }),
          size_vram: number({ min: 0 }),
          context_length: number({ min: 0 }),
          digest: token(ID, 128),
          details,
        },
        { required: ['name'] },
      ),
    ),
  },
  { required: ['models'] },
);

/** The answer of POST /api/show: what a model can do, not what it is told. */
export const ollamaModel = object({
  modified_at: time(),
  details,
  capabilities: list(word('completion', 'tools', 'insert', 'vision', 'embedding', 'thinking', 'image', 'audio'), {
    max: 16,
  }),
});

/** An error of this API. */
export const ollamaError = object({ error: text() }, { required: ['error'] });
