import type { Field } from '../../../fields/field.js';
import { imageEditEvent, imageGenerationEvent } from '../../../fields/tables/images/answer.js';
import {
  imageEditRequest,
  imageGenerationRequest,
  imageVariationRequest,
} from '../../../fields/tables/images/request.js';
import { openAiImagesDialect as imagesDialect } from '../../dialects/openai-images.js';
import type { Door } from '../../door.js';
import { imagesShape } from './answer.js';
import { forwardImages, prepareImages, readImageBody } from './request.js';
import { imageStream } from './stream.js';

const MIB = 1024 * 1024;

function imageDoor(
  kind: 'generations' | 'edits' | 'variations',
  summary: string,
  request: Field,
  events?: Field,
): Door {
  return {
    name: `openai.images.${kind}`,
    summary,
    routes: [`/v1/images/${kind}`],
    dialect: imagesDialect,
    api: 'openai',
    request,
    identity: 'user',
    bodyLimit: 50 * MIB,
    readBody: readImageBody,
    prepare: prepareImages,
    asked: ({ model, user, stream }) => ({ model, account: user, isStreamed: stream === true }),
    forward: (document) => forwardImages(`/images/${kind}`, document),
    answer: imagesShape,
    ...(events && { stream: imageStream(imagesDialect, events) }),
  };
}

/** The doors where images are made: no detector that looks at images, no image, unless a policy says otherwise. */
export const imageDoors: readonly Door[] = [
  imageDoor(
    'generations',
    'Images from a prompt, with prompt and images checked',
    imageGenerationRequest,
    imageGenerationEvent,
  ),
  imageDoor('edits', 'Images from images and a prompt, all of them checked', imageEditRequest, imageEditEvent),
  imageDoor('variations', 'Images from an image, both checked', imageVariationRequest),
];
