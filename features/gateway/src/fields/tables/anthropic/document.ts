import { list } from '../../kinds/list.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { citation } from './citation.js';
import { cacheControl, citationSwitch } from './parts.js';

/** Text that a client gives; `citedBlock` is what a model said with it. */
export const textBlock = object({ type: word('text'), text: text(), ...cacheControl }, { required: ['type', 'text'] });

export const citedBlock = object(
  { type: word('text'), text: text(), citations: list(citation), ...cacheControl },
  { required: ['type', 'text'] },
);

/** Bytes or an address. Files that a client sent to the model server by another way were checked by nobody: refused. */
export const imageBlock = object(
  {
    type: word('image'),
    source: variant({
      base64: object(
        {
          type: word('base64'),
          media_type: word('image/jpeg', 'image/png', 'image/gif', 'image/webp'),
          data: media('image'),
        },
        { required: ['type', 'media_type', 'data'] },
      ),
      url: object({ type: word('url'), url: media('image') }, { required: ['type', 'url'] }),
    }),
    transformations: object({ oversized_image: word('downsize', 'error') }),
    ...cacheControl,
  },
  { required: ['type', 'source'] },
);

export const documentBlock = object(
  {
    type: word('document'),
    source: variant({
      base64: object(
        { type: word('base64'), media_type: word('application/pdf'), data: media('file') },
        { required: ['type', 'media_type', 'data'] },
      ),
      text: object(
        { type: word('text'), media_type: word('text/plain'), data: text() },
        { required: ['type', 'media_type', 'data'] },
      ),
      content: object(
        { type: word('content'), content: either(text(), list(variant({ text: textBlock, image: imageBlock }))) },
        { required: ['type', 'content'] },
      ),
      url: object({ type: word('url'), url: media('file') }, { required: ['type', 'url'] }),
    }),
    title: text({ max: 4_096 }),
    context: text(),
    citations: citationSwitch,
    ...cacheControl,
  },
  { required: ['type', 'source'], role: 'document' },
);

export const searchResultBlock = object(
  {
    type: word('search_result'),
    source: text({ max: 8_192 }),
    title: text({ max: 4_096 }),
    content: list(textBlock),
    citations: citationSwitch,
    ...cacheControl,
  },
  { required: ['type', 'source', 'title', 'content'], role: 'document' },
);
