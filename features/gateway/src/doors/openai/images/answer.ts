import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../../fields/field.js';
import { imagesAnswer } from '../../../fields/tables/images/answer.js';
import type { AnswerShape } from '../../door.js';

/** The images that were made, each an answer of its own; there is no way to refuse one in its place. */
export const imagesShape: AnswerShape = {
  accept: 'application/json',
  table: imagesAnswer,
  choicesIn(body) {
    const images = imagesIn(body);
    if (images.length === 0) throw errors.UPSTREAM_INVALID(['it has no images']);
    for (const image of images) {
      // An address alone was withheld: see the table.
      if (typeof image.b64_json !== 'string') throw errors.UPSTREAM_INVALID(['an image of it is not in base64']);
    }
    body.data = images;
    return new Set(images.keys());
  },
  leaveOut(body, choices) {
    body.data = imagesIn(body).filter((_image, index) => !choices.has(index));
  },
};

function imagesIn(body: JsonObject): JsonObject[] {
  return Array.isArray(body.data) ? body.data.filter(isObject) : [];
}
