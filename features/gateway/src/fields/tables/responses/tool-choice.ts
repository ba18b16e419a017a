import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';

const BUILT_IN = [
  'file_search',
  'web_search',
  'web_search_2025_08_26',
  'web_search_preview',
  'web_search_preview_2025_03_11',
  'computer',
  'computer_use',
  'computer_use_preview',
  'image_generation',
  'code_interpreter',
  'programmatic_tool_calling',
  'apply_patch',
  'shell',
] as const;

const builtIn = Object.fromEntries(
  BUILT_IN.map((name) => [name, object({ type: word(name) }, { required: ['type'], role: 'definition' })]),
);

/** Which tool the model is to call. */
export const responseToolChoice = either(
  word('none', 'auto', 'required'),
  variant({
    function: object({ type: word('function'), name: callName }, { required: ['type', 'name'], role: 'definition' }),
    custom: object({ type: word('custom'), name: callName }, { required: ['type', 'name'], role: 'definition' }),
    mcp: object(
      { type: word('mcp'), server_label: callName, name: callName },
      { required: ['type', 'server_label'], role: 'definition' },
    ),
    allowed_tools: object(
      { type: word('allowed_tools'), mode: word('auto', 'required'), tools: list(json(), { max: 512 }) },
      { required: ['type', 'mode', 'tools'], role: 'definition' },
    ),
    ...builtIn,
  }),
);
