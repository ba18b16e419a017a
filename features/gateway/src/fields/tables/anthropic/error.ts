import { ID } from '../../alphabet.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { token, word } from '../../kinds/token.js';

/** An error as servers of this kind word it. */
export const anthropicError = object({
  type: word('error'),
  error: object({ type: token(ID, 64), message: text() }, { required: ['message'] }),
  request_id: token(ID, 128),
});
