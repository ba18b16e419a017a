import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../../fields/field.js';
import { documentForm } from '../../../form/document-form.js';
import { formDocument } from '../../../form/form-document.js';
import { imageTypeOf } from '../../../form/media-type.js';
import { readForm } from '../../../form/read-form.js';
import type { Outgoing } from '../../door.js';

const IMAGE = { typeOf: imageTypeOf, what: 'a PNG, JPEG or WebP image' };
const SHAPE = {
  numbers: ['n', 'output_compression', 'partial_images'],
  flags: ['stream'],
  files: { image: IMAGE, mask: IMAGE },
};

/** A form or JSON, as the document that is walked. */
export async function readImageBody(body: unknown, contentType: string): Promise<JsonObject> {
  if (Buffer.isBuffer(body)) return formDocument(await readForm(body, contentType), SHAPE);
  if (!isObject(body)) throw errors.BODY_NOT_JSON(['it is not an object']);
  return body;
}

/** The events of a stream do not say which image they are of. */
export function prepareImages(document: JsonObject): void {
  if (document.stream === true && Number(document.n ?? 1) > 1) {
    throw errors.FIELD_INVALID(['n', 'must be 1 in a stream'], {
      param: 'n',
    });
  }
}

/** These answer in base64 and take no `response_format`; every other model is asked for it. */
const ALWAYS_BASE64 = /(?:^|\/)(?:chat)?gpt-image/;

/**
 * The request as the model server gets it. Images come back as bytes, never behind an address, whatever was asked for; and
 * nobody turns the model server's own moderation down (`low`).
 */
export function forwardImages(path: string, document: JsonObject): Outgoing {
  const { response_format: _asked, moderation, ...rest } = document;
  const sent: JsonObject = {
    ...rest,
    ...(moderation !== undefined && moderation !== null && { moderation: 'auto' }),
    ...(!ALWAYS_BASE64.test(String(document.model ?? '')) && { response_format: 'b64_json' }),
  };
  return 'image' in document ? { path, ...documentForm(sent) } : { path, body: JSON.stringify(sent) };
}
