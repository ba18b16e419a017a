import { ACCOUNT, MODEL } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either } from '../../kinds/variant.js';

/** Of one request. */
const MAX_IMAGES = 16;

const common = {
  model: token(MODEL, 256),
  n: number({ min: 1, max: 10, integer: true }),
  size: token(MODEL, 32),
  response_format: word('url', 'b64_json'),
  user: token(ACCOUNT, 256),
};

const generating = {
  ...common,
  prompt: text(),
  quality: word('auto', 'low', 'medium', 'high', 'standard', 'hd'),
  background: word('auto', 'transparent', 'opaque'),
  output_format: word('png', 'jpeg', 'webp'),
  output_compression: number({ min: 0, max: 100, integer: true }),
  partial_images: number({ min: 0, max: 3, integer: true }),
  stream: flag(),
  moderation: word('auto', 'low'),
};

/** The body of POST /v1/images/generations. */
export const imageGenerationRequest = object(
  { ...generating, style: word('vivid', 'natural') },
  { required: ['prompt'] },
);

/** A file of a form. Its name is a text like any other. */
const imageFile = object({ filename: text({ max: 255 }), data: media('image') }, { required: ['data'] });

/** An image of a JSON body. One that names an uploaded file would be read unseen, so `file_id` is unknown here. */
const imageAddress = object({ image_url: media('image') }, { required: ['image_url'] });

/** POST /v1/images/edits, as a form (`image`, `mask`) or as JSON (`images`, `mask`). */
export const imageEditRequest = object(
  {
    ...generating,
    image: list(imageFile, { max: MAX_IMAGES }),
    images: list(imageAddress, { max: MAX_IMAGES }),
    mask: either(list(imageFile, { max: 1 }), imageAddress),
    input_fidelity: word('low', 'high'),
  },
  { required: ['prompt'] },
);

/** The form of POST /v1/images/variations. */
export const imageVariationRequest = object({ ...common, image: list(imageFile, { max: 1 }) }, { required: ['image'] });
