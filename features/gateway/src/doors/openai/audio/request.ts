import { errors } from '@tyrian/contracts';
import type { JsonObject } from '../../../fields/field.js';
import { documentForm } from '../../../form/document-form.js';
import { formDocument } from '../../../form/form-document.js';
import { soundTypeOf } from '../../../form/media-type.js';
import { readForm } from '../../../form/read-form.js';
import type { Outgoing } from '../../door.js';

const SHAPE = {
  numbers: [
    'temperature',
    'chunking_strategy.prefix_padding_ms',
    'chunking_strategy.silence_duration_ms',
    'chunking_strategy.threshold',
  ],
  flags: ['stream'],
  files: { file: { typeOf: soundTypeOf, what: 'a recording in WAV, FLAC, Ogg, WebM, MP4 or MP3' } },
};

/** The form of a recording, as the document that is walked. */
export async function readRecording(body: unknown, contentType: string): Promise<JsonObject> {
  if (!Buffer.isBuffer(body)) throw errors.BODY_NOT_FORM(['its content type is another']);
  return formDocument(await readForm(body, contentType), SHAPE);
}

/** What is asked for in text or as subtitles is written here, from JSON whose fields were checked. */
export function forwardRecording(path: string, document: JsonObject): Outgoing {
  const format = document.response_format;
  const asked = format === 'srt' || format === 'vtt' ? 'verbose_json' : format === 'text' ? 'json' : format;
  const sent = asked === format ? document : { ...document, response_format: asked };
  return { path, ...documentForm(sent) };
}
