import { apart } from '../../kinds/apart.js';
import { json } from '../../kinds/json.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { number, word } from '../../kinds/token.js';
import { callName } from '../tool-call.js';

/** A call that a model made. Its arguments are an object, not JSON text, and come whole. */
export const ollamaCall = object({
  id: apart(callName),
  type: word('function'),
  function: object(
    {
      index: number({ min: 0, max: 127, integer: true }),
      name: apart(callName),
      description: text(),
      arguments: apart(json()),
    },
    { required: ['name'] },
  ),
});

/** A tool that it may call. */
export const ollamaTool = object(
  {
    type: word('function'),
    function: object(
      { name: callName, description: text(), parameters: json(), type: word('function', 'object') },
      { required: ['name'] },
    ),
  },
  { required: ['type', 'function'], role: 'definition' },
);
