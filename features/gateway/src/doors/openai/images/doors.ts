import { imageEditRequest, imageGenerationRequest, imageVariationRequest } from '../../../fields/tables/images/request.js';
import type { Field } from '../../../fields/field.js';
import type { Door } from '../../door.js';
import { imagesDialect } from './dialect.js';
import { imagesShape } from './answer.js';
import { forwardImages, prepareImages, readImageBody } from './request.js';
import { imageStream } from './stream.js';

const MIB = 1024 * 1024;

function imageDoor(kind: 'generations' | 'edits' | 'variations', summary: string, request: Field): Door {
  return {
    name: `openai.images.${kind}`,
    summary,
    routes: [`/v1/images/${kind}`],
    dialect: imagesDialect,
    api: 'openai',
    request,
    bodyLimit: 50 * MIB,
    readBody: readImageBody,
    prepare: prepareImages,
    asked: ({ model, user, stream }) => ({ model, account: user, isStreamed: stream === true }),
    forward: (document) => forwardImages(`/images/${kind}`, document),
    answer: imagesShape,
    ...(kind !== 'variations' && { stream: imageStream(imagesDialect) }),
  };
}

/** The doors where images are made: no detector that looks at images, no image, unless a policy says otherwise. */
export const imageDoors: readonly Door[] = [
  imageDoor('generations', 'Images from a prompt, with prompt and images checked', imageGenerationRequest),
  imageDoor('edits', 'Images from images and a prompt, all of them checked', imageEditRequest),
  imageDoor('variations', 'Images from an image, both checked', imageVariationRequest),
];
