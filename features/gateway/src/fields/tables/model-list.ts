import { MODEL } from '../alphabet.js';
import { list } from '../kinds/list.js';
import { object } from '../kinds/object.js';
import { number, token, word } from '../kinds/token.js';

/** The answer of GET /v1/models. */
export const modelList = object(
  {
    object: word('list'),
    data: list(
      object(
        {
          id: token(MODEL, 256),
          object: word('model'),
          created: number(),
          owned_by: token(MODEL, 128),
          max_model_len: number(),
        },
        { required: ['id', 'object'] },
      ),
    ),
  },
  { required: ['object', 'data'] },
);
