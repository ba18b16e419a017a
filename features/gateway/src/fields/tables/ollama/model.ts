import { ID, MODEL } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { time } from '../../kinds/time.js';
import { flag, number, token, word } from '../../kinds/token.js';

/** The body of POST /api/show; `name` is what it was called before. */
export const ollamaShowRequest = object({ model: token(MODEL, 256), name: token(MODEL, 256), verbose: flag() });

/** The answer of GET /api/version. */
export const ollamaVersion = object({ version: token(ID, 64) });

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
