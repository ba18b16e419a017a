import { json } from '../kinds/json.js';
import { list } from '../kinds/list.js';
import { object } from '../kinds/object.js';
import { text } from '../kinds/text.js';
import { flag, word } from '../kinds/token.js';
import { either, variant } from '../kinds/variant.js';
import { callName } from './tool-call.js';

const definition = { role: 'definition' } as const;
const named = object({ name: callName }, { required: ['name'] });

export const functionDefinition = object(
  { name: callName, description: text(), parameters: json(), strict: flag() },
  { required: ['name'], ...definition },
);

const toolFormat = variant({
  text: object({ type: word('text') }, { required: ['type'] }),
  grammar: object(
    {
      type: word('grammar'),
      grammar: object({ definition: text(), syntax: word('lark', 'regex') }, { required: ['definition'] }),
    },
    { required: ['type', 'grammar'] },
  ),
});

export const tool = variant({
  function: object({ type: word('function'), function: functionDefinition }, { required: ['type', 'function'] }),
  custom: object(
    {
      type: word('custom'),
      custom: object(
        { name: callName, description: text(), format: toolFormat },
        { required: ['name'], ...definition },
      ),
    },
    { required: ['type', 'custom'] },
  ),
});

export const toolChoice = either(
  word('none', 'auto', 'required'),
  variant({
    function: object({ type: word('function'), function: named }, { required: ['type', 'function'], ...definition }),
    custom: object({ type: word('custom'), custom: named }, { required: ['type', 'custom'], ...definition }),
    allowed_tools: object(
      {
        type: word('allowed_tools'),
        allowed_tools: object({ mode: word('auto', 'required'), tools: list(json()) }, { required: ['mode', 'tools'] }),
      },
      { required: ['type', 'allowed_tools'], ...definition },
    ),
  }),
);

/** The older form of `tool_choice`. */
export const functionChoice = either(word('none', 'auto'), named);

export const responseFormat = variant({
  text: object({ type: word('text') }, { required: ['type'] }),
  json_object: object({ type: word('json_object'), schema: json() }, { required: ['type'], ...definition }),
  json_schema: object(
    {
      type: word('json_schema'),
      json_schema: object(
        { name: callName, description: text(), schema: json(), strict: flag() },
        { required: ['name'] },
      ),
    },
    { required: ['type', 'json_schema'], ...definition },
  ),
});
