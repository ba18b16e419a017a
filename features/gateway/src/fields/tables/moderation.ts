import { MODEL, SNAKE } from '../alphabet.js';
import { list } from '../kinds/list.js';
import { map } from '../kinds/map.js';
import { media } from '../kinds/media.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { flag, number, token, word } from '../kinds/token.js';
import { either, variant } from '../kinds/variant.js';

const model = token(MODEL, 256);
const mode = object({ mode: word('score', 'block') }, { required: ['mode'] });

/** `moderation` of a chat request: asks the model server to moderate as well. */
export const moderationParameter = object(
  { model, policy: object({ input: mode, output: mode }) },
  { required: ['model'] },
);

const result = object({
  type: word('moderation_result'),
  model,
  flagged: flag(),
  categories: map(flag(), { max: 100, keys: SNAKE }),
  category_scores: map(number(), { max: 100, keys: SNAKE }),
  category_applied_input_types: map(list(word('text', 'image')), { max: 100, keys: SNAKE }),
});

const side = object({
  type: word('moderation_results', 'error'),
  model,
  results: list(result),
  code: token(SNAKE, 64),
  message: text(),
});

/** What the model server answers to it. */
export const moderationReport = object({ input: side, output: side });

const inputPart = variant({
  text: object({ type: word('text'), text: text() }, { required: ['type', 'text'] }),
  image_url: object(
    { type: word('image_url'), image_url: object({ url: media('image') }, { required: ['url'] }) },
    { required: ['type', 'image_url'] },
  ),
});

/** Each of them is checked by itself. */
export const MAX_INPUTS = 256;

/** The body of POST /v1/moderations. */
export const moderationRequest = object(
  { input: either(text(), list(either(text(), inputPart), { max: MAX_INPUTS })), model },
  { required: ['input'] },
);
