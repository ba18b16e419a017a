import { ID } from '../alphabet.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { number, token } from '../kinds/token.js';
import { either } from '../kinds/variant.js';

/** An error as model servers word it. */
export const upstreamError = object({
  error: object(
    { message: text(), type: token(ID, 64), param: token(ID, 256), code: either(token(ID, 64), number()) },
    { required: ['message'] },
  ),
});
