import { MODEL } from '../../alphabet.js';
import type { Field } from '../../field.js';
import { list } from '../../kinds/list.js';
import { media } from '../../kinds/media.js';
import { numbers } from '../../kinds/numbers.js';
import { object } from '../../kinds/object.js';
import { sole } from '../../kinds/sole.js';
import { text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';

const made = {
  background: word('auto', 'transparent', 'opaque'),
  output_format: word('png', 'jpeg', 'webp'),
  quality: word('auto', 'low', 'medium', 'high', 'standard', 'hd'),
  size: token(MODEL, 32),
  usage: numbers(),
};

/**
 * The answer of the three image routes as JSON. There is no `url`: behind an address stand pixels that nobody has seen,
 * and that may be others when the client looks.
 */
export const imagesAnswer = object(
  {
    created: number(),
    data: list(object({ b64_json: media('image'), revised_prompt: text() }, { required: ['b64_json'] }), {
      max: 10,
      choices: true,
    }),
    ...made,
  },
  { required: ['created', 'data'] },
);

function event(kind: string, more: object = {}) {
  return object(
    { type: word(kind), b64_json: media('image'), created_at: number(), ...made, ...more },
    { required: ['type', 'b64_json'] },
  );
}

const partial = { partial_image_index: number({ min: 0, max: 127, integer: true }) };

function events(kind: 'image_generation' | 'image_edit') {
  const [partialImage, completed] = [`${kind}.partial_image`, `${kind}.completed`];
  return sole(
    variant({
      [partialImage]: event(partialImage, partial),
      [completed]: event(completed, { revised_prompt: text() }),
    }),
  );
}

/** One event of an image stream. */
export const imageGenerationEvent: Field = events('image_generation');

/** One event of the stream of an edit. */
export const imageEditEvent: Field = events('image_edit');
