import { ID } from '../alphabet.js';
import { list } from '../kinds/list.js';
import { media } from '../kinds/media.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { number, token, word } from '../kinds/token.js';
import { either, variant } from '../kinds/variant.js';

const type = (name: string) => word(name);
const breakpoint = {
  prompt_cache_breakpoint: object({ mode: word('explicit') }),
  cache_control: object({ type: word('ephemeral') }),
};

const textPart = object({ type: type('text'), text: text(), ...breakpoint }, { required: ['type', 'text'] });

const part = variant({
  text: textPart,
  image_url: object(
    {
      type: type('image_url'),
      image_url: object({ url: media('image'), detail: word('auto', 'low', 'high') }, { required: ['url'] }),
      ...breakpoint,
    },
    { required: ['type', 'image_url'] },
  ),
  input_audio: object(
    {
      type: type('input_audio'),
      input_audio: object({ data: media('audio'), format: word('wav', 'mp3') }, { required: ['data', 'format'] }),
      ...breakpoint,
    },
    { required: ['type', 'input_audio'] },
  ),
  file: object(
    {
      type: type('file'),
      file: object(
        { file_data: media('file'), file_id: token(ID, 128), filename: text({ max: 1_024 }) },
        { role: 'document' },
      ),
      ...breakpoint,
    },
    { required: ['type', 'file'] },
  ),
  refusal: object({ type: type('refusal'), refusal: text() }, { required: ['type', 'refusal'] }),
});

/** What a message says: a string, or parts. */
export const messageContent = either(text(), list(part));

/** A prediction of the answer: text only. */
export const predictedContent = either(text(), list(variant({ text: textPart })));

/** A source that an answer (or an earlier answer sent back) cites. */
export const annotation = variant({
  url_citation: object(
    {
      type: type('url_citation'),
      url_citation: object({
        title: text(),
        url: text({ max: 8_192 }),
        content: text(),
        start_index: number(),
        end_index: number(),
      }),
    },
    { required: ['type', 'url_citation'] },
  ),
});
