import { ID, MODEL } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { time } from '../../kinds/time.js';
import { flag, number, token, word } from '../../kinds/token.js';

/** The answer of GET /v1/models to a client of this kind. */
export const anthropicModels = object(
  {
    data: list(
      object(
        {
          id: token(MODEL, 256),
          type: word('model'),
          created_at: time(),
          max_input_tokens: number({ min: 0 }),
          max_tokens: number({ min: 0 }),
        },
        { required: ['id', 'type'] },
      ),
    ),
    has_more: flag(),
    first_id: token(ID, 256),
    last_id: token(ID, 256),
  },
  { required: ['data'] },
);
