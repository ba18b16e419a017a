import { ACCOUNT, ID, MODEL, SNAKE } from '../../alphabet.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { map } from '../../kinds/map.js';
import { object } from '../../kinds/object.js';
import { spokenBy } from '../../kinds/spoken-by.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { LIMITS } from '../../limits.js';
import { moderationParameter } from '../moderation.js';
import { callName } from '../tool-call.js';
import { inputItem } from './item.js';
import { responseTool } from './tool.js';
import { responseToolChoice } from './tool-choice.js';

const definition = { role: 'definition' } as const;

const textFormat = variant({
  text: object({ type: word('text') }, { required: ['type'] }),
  json_object: object({ type: word('json_object') }, { required: ['type'] }),
  json_schema: object(
    { type: word('json_schema'), name: callName, description: text(), schema: json(), strict: flag() },
    { required: ['type', 'name'], ...definition },
  ),
});

export const INCLUDABLE = [
  'file_search_call.results',
  'web_search_call.results',
  'web_search_call.action.sources',
  'message.input_image.image_url',
  'computer_call_output.output.image_url',
  'code_interpreter_call.outputs',
  'reasoning.encrypted_content',
  'message.output_text.logprobs',
] as const;

export const reasoningSettings = {
  effort: word('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'),
  summary: word('auto', 'concise', 'detailed'),
  generate_summary: word('auto', 'concise', 'detailed'),
  context: word('auto', 'current_turn', 'all_turns'),
  mode: word('standard', 'pro'),
};

/**
 * The body of POST /v1/responses. Left out, and so refused: `prompt` (a template at the model server, whose text nobody
 * here has read) and `conversation` (the same, and no door of ours makes one).
 */
export const responsesRequest = object(
  {
    input: either(text(), list(inputItem, { max: LIMITS.messages })),
    instructions: spokenBy('system', text()),
    model: token(MODEL, 256),
    stream: flag(),
    stream_options: object({ include_obfuscation: flag() }),
    background: flag(),
    context_management: list(object({ type: token(SNAKE, 64), compact_threshold: number() }), { max: 8 }),
    include: list(word(...INCLUDABLE), { max: 32 }),
    max_output_tokens: number({ min: 0 }),
    max_tool_calls: number({ min: 0 }),
    metadata: map(text({ max: 4_096 }), { max: 64 }),
    moderation: moderationParameter,
    parallel_tool_calls: flag(),
    previous_response_id: token(ID, 256),
    prompt_cache_key: token(ACCOUNT, 256),
    prompt_cache_options: object({ mode: word('implicit', 'explicit'), ttl: word('30m', '12h') }),
    prompt_cache_retention: word('in_memory', '24h'),
    reasoning: object(reasoningSettings),
    safety_identifier: token(ACCOUNT, 256),
    service_tier: word('auto', 'default', 'flex', 'scale', 'priority'),
    store: flag(),
    temperature: number(),
    text: object({ format: textFormat, verbosity: word('low', 'medium', 'high') }),
    tool_choice: responseToolChoice,
    tools: list(responseTool, { max: 512 }),
    top_logprobs: number({ min: 0, max: 20, integer: true }),
    top_p: number(),
    truncation: word('auto', 'disabled'),
    user: token(ACCOUNT, 256),
  },
  { required: ['input', 'model'] },
);
