import { ACCOUNT, MODEL } from '../alphabet.js';
import { list } from '../kinds/list.js';
import { numbers } from '../kinds/numbers.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { number, token, word } from '../kinds/token.js';
import { either } from '../kinds/variant.js';
import { vector } from '../kinds/vector.js';

const MAX_INPUTS = 2_048;

/** The body of POST /v1/embeddings. Inputs that are numbers of tokens are refused: nobody here can read them. */
export const embeddingsRequest = object(
  {
    input: either(text(), list(text(), { max: MAX_INPUTS })),
    model: token(MODEL, 256),
    dimensions: number({ min: 1, integer: true }),
    encoding_format: word('float', 'base64'),
    truncate_prompt_tokens: number(),
    user: token(ACCOUNT, 256),
    safety_identifier: token(ACCOUNT, 256),
  },
  { required: ['input', 'model'] },
);

/** The answer of POST /v1/embeddings. */
export const embeddingsAnswer = object(
  {
    object: word('list'),
    data: list(
      object(
        { object: word('embedding'), index: number({ min: 0, integer: true }), embedding: vector() },
        { required: ['object', 'index', 'embedding'] },
      ),
    ),
    model: token(MODEL, 256),
    usage: numbers(),
  },
  { required: ['object', 'data', 'model'] },
);
