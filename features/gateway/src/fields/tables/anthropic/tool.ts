import { SNAKE } from '../../alphabet.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { map } from '../../kinds/map.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';
import { cacheControl, citationSwitch } from './parts.js';

const definition = { role: 'definition' } as const;
const place = text({ max: 256 });

const domains = list(text({ max: 256 }), { max: 1_000 });
const settings = {
  max_uses: number({ min: 0 }),
  max_characters: number({ min: 0 }),
  max_content_tokens: number({ min: 0 }),
  display_width_px: number({ min: 0 }),
  display_height_px: number({ min: 0 }),
  display_number: number({ min: 0 }),
  enable_zoom: flag(),
  use_cache: flag(),
  response_inclusion: word('full', 'excluded'),
  citations: citationSwitch,
  allowed_domains: domains,
  blocked_domains: domains,
  user_location: object({ type: word('approximate'), city: place, country: place, region: place, timezone: place }),
  configs: map(object({ enabled: flag(), defer_loading: flag() }), { max: 64, keys: SNAKE }),
};

/** Tools whose definition the model server knows, by their dated types. Tools of other servers (MCP) are not among them. */
const KNOWN_TOOLS = [
  'bash_20241022',
  'bash_20250124',
  'text_editor_20241022',
  'text_editor_20250124',
  'text_editor_20250429',
  'text_editor_20250728',
  'computer_20241022',
  'computer_20250124',
  'computer_20251124',
  'computer_toolset_20260801',
  'browser_toolset_20260801',
  'memory_20250818',
  'web_search_20250305',
  'web_search_20260209',
  'web_search_20260318',
  'web_fetch_20250910',
  'web_fetch_20260209',
  'web_fetch_20260309',
  'web_fetch_20260318',
  'code_execution_20250522',
  'code_execution_20250825',
  'code_execution_20260120',
  'code_execution_20260521',
  'tool_search_tool_bm25',
  'tool_search_tool_bm25_20251119',
  'tool_search_tool_regex',
  'tool_search_tool_regex_20251119',
] as const;
/** One shape for all, those of the client's own too: what a tool does not take its server refuses. */
export const tool = object(
  {
    type: word('custom', ...KNOWN_TOOLS),
    name: callName,
    description: text(),
    input_schema: json(),
    input_examples: list(json(), { max: 64 }),
    allowed_callers: list(token(SNAKE, 64), { max: 16 }),
    eager_input_streaming: flag(),
    defer_loading: flag(),
    strict: flag(),
    ...settings,
    ...cacheControl,
  },
  definition,
);

const oneAtATime = { disable_parallel_tool_use: flag() };

export const toolChoice = variant({
  auto: object({ type: word('auto'), ...oneAtATime }, { required: ['type'] }),
  any: object({ type: word('any'), ...oneAtATime }, { required: ['type'] }),
  none: object({ type: word('none') }, { required: ['type'] }),
  tool: object({ type: word('tool'), name: callName, ...oneAtATime }, { required: ['type', 'name'], ...definition }),
});
