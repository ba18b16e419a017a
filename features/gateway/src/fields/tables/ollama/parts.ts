import { ID } from '../../alphabet.js';
import { number, token } from '../../kinds/token.js';
import { either } from '../../kinds/variant.js';

/** `5m`, or seconds. */
export const duration = either(token(ID, 32), number());

const count = number({ min: 0 });

/** How long an answer took, in nanoseconds, and how many tokens it had. */
export const measured = {
  total_duration: count,
  load_duration: count,
  prompt_eval_count: count,
  prompt_eval_duration: count,
  eval_count: count,
  eval_duration: count,
};
