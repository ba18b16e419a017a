import { NAME } from '../alphabet.js';
import { apart } from '../kinds/apart.js';
import { object } from '../kinds/object.js';
import { jsonText, text } from '../kinds/text.js';
import { number, word } from '../kinds/token.js';

/** Names and ids of calls are checked like text: many prompt templates show them to the model. */
export const callName = text({ max: 256, alphabet: NAME });

export const functionCall = object({ name: apart(callName), arguments: jsonText() });

/** A call that a model made; in a stream its pieces add up by `index`. */
export const toolCall = object({
  index: number({ min: 0, max: 127, integer: true }),
  id: apart(callName),
  type: word('function', 'custom'),
  function: functionCall,
  custom: object({ name: apart(callName), input: text() }),
});
