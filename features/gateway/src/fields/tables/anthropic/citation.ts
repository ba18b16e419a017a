import { ID } from '../../alphabet.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { sealed } from './parts.js';

const count = number({ min: 0, integer: true });

/** Where an answer has something from. One shape for all kinds: which fields go together their server knows. */
export const citation = object(
  {
    type: word(
      'char_location',
      'page_location',
      'content_block_location',
      'search_result_location',
      'web_search_result_location',
    ),
    cited_text: text(),
    document_title: text(),
    title: text(),
    source: text(),
    url: text({ max: 8_192 }),
    file_id: token(ID, 128),
    encrypted_index: sealed,
    document_index: count,
    search_result_index: count,
    start_char_index: count,
    end_char_index: count,
    start_page_number: count,
    end_page_number: count,
    start_block_index: count,
    end_block_index: count,
  },
  { required: ['type'], role: 'document' },
);
