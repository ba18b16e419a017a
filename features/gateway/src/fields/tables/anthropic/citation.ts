import { ID } from '../../alphabet.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';
import { sealed } from './parts.js';

const count = number({ min: 0, integer: true });
const ofDocument = { cited_text: text(), document_index: count, document_title: text(), file_id: token(ID, 128) };

/** Where an answer has something from. */
export const citation = variant({
  char_location: object(
    { type: word('char_location'), ...ofDocument, start_char_index: count, end_char_index: count },
    { required: ['type'], role: 'document' },
  ),
  page_location: object(
    { type: word('page_location'), ...ofDocument, start_page_number: count, end_page_number: count },
    { required: ['type'], role: 'document' },
  ),
  content_block_location: object(
    { type: word('content_block_location'), ...ofDocument, start_block_index: count, end_block_index: count },
    { required: ['type'], role: 'document' },
  ),
  search_result_location: object(
    {
      type: word('search_result_location'),
      cited_text: text(),
      title: text(),
      source: text(),
      search_result_index: count,
      start_block_index: count,
      end_block_index: count,
    },
    { required: ['type'], role: 'document' },
  ),
  web_search_result_location: object(
    {
      type: word('web_search_result_location'),
      cited_text: text(),
      title: text(),
      url: text({ max: 8_192 }),
      encrypted_index: sealed,
    },
    { required: ['type'], role: 'document' },
  ),
});
