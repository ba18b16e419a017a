import { ID } from '../../alphabet.js';
import type { Field } from '../../field.js';
import { list } from '../../kinds/list.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';

const breakpoint = { prompt_cache_breakpoint: object({ mode: word('explicit') }) };
const address = text({ max: 8_192 });
const span = { start_index: number(), end_index: number() };
const id = token(ID, 128);

/** A source that a text cites. */
export const responseAnnotation = variant({
  url_citation: object({ type: word('url_citation'), url: address, title: text(), ...span }, { required: ['type'] }),
  file_citation: object(
    { type: word('file_citation'), file_id: id, filename: text({ max: 1_024 }), index: number() },
    { required: ['type'] },
  ),
  container_file_citation: object(
    {
      type: word('container_file_citation'),
      container_id: id,
      file_id: id,
      filename: text({ max: 1_024 }),
      ...span,
    },
    { required: ['type'] },
  ),
  file_path: object({ type: word('file_path'), file_id: id, index: number() }, { required: ['type'] }),
});

const inputParts = {
  input_text: object({ type: word('input_text'), text: text(), ...breakpoint }, { required: ['type', 'text'] }),
  input_image: object(
    {
      type: word('input_image'),
      image_url: media('image'),
      file_id: id,
      detail: word('auto', 'low', 'high', 'original'),
      ...breakpoint,
    },
    { required: ['type'] },
  ),
  input_file: object(
    {
      type: word('input_file'),
      file_data: media('file'),
      file_url: media('file'),
      file_id: id,
      filename: text({ max: 1_024 }),
      detail: word('auto', 'low', 'high'),
      ...breakpoint,
    },
    { required: ['type'], role: 'document' },
  ),
  input_audio: object(
    {
      type: word('input_audio'),
      input_audio: object({ data: media('audio'), format: word('wav', 'mp3') }, { required: ['data', 'format'] }),
    },
    { required: ['type', 'input_audio'] },
  ),
};

const refusal = object({ type: word('refusal'), refusal: text() }, { required: ['type'] });

/** Log probabilities spell the text once more: read in an answer, of no use in a prompt. */
function outputText(logprobs: Field): Field {
  return object(
    { type: word('output_text'), text: text(), annotations: list(responseAnnotation), logprobs },
    { required: ['type'] },
  );
}

/** What a message of a request says: a string, or parts; answers come back as they were given. */
export function messageParts(logprobs: Field): Field {
  return either(text(), list(variant({ ...inputParts, output_text: outputText(logprobs), refusal })));
}

/** One part of what an answer says or thinks. */
export function answerPart(logprobs: Field): Field {
  return variant({
    output_text: outputText(logprobs),
    refusal,
    reasoning_text: object({ type: word('reasoning_text'), text: text() }, { required: ['type'] }),
  });
}

export const summaryPart = variant({
  summary_text: object({ type: word('summary_text'), text: text() }, { required: ['type'] }),
});

export const reasoningPart = variant({
  reasoning_text: object({ type: word('reasoning_text'), text: text() }, { required: ['type'] }),
});

/** What a tool gave back: a string, or parts. */
export const toolOutput = either(text(), list(variant(inputParts)));
