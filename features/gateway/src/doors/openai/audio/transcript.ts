import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../../fields/field.js';
import { transcriptionAnswer } from '../../../fields/tables/audio/transcription.js';
import type { AnswerShape, Written } from '../../door.js';
import { subtitles } from './subtitles.js';

/** A transcript, in the format that was asked for. */
export const transcriptShape: AnswerShape = {
  accept: 'application/json',
  table: transcriptionAnswer,
  choicesIn(body) {
    if (typeof body.text !== 'string') throw errors.UPSTREAM_INVALID(['it has no text']);
    return new Set([0]);
  },
  settle(body, _choice, isRewritten) {
    if (isRewritten) dropSpelling(body);
  },
  write,
};

/** Words, tokens and their probabilities spell a text as it was before. */
function dropSpelling(body: JsonObject): void {
  for (const name of ['words', 'logprobs']) Reflect.deleteProperty(body, name);
  const segments = Array.isArray(body.segments) ? body.segments.filter(isObject) : [];
  for (const segment of segments) Reflect.deleteProperty(segment, 'tokens');
}

function write(body: JsonObject, { response_format: format }: JsonObject): Written {
  if (format === 'text') return { body: `${String(body.text)}\n`, contentType: 'text/plain; charset=utf-8' };
  if (format === 'srt' || format === 'vtt') {
    return { body: subtitles(body, format), contentType: 'text/plain; charset=utf-8' };
  }
  return { body: JSON.stringify(body), contentType: 'application/json; charset=utf-8' };
}
