import { ID } from '../../alphabet.js';
import { json } from '../../kinds/json.js';
import { list } from '../../kinds/list.js';
import { listedAt } from '../../kinds/listed-at.js';
import { map } from '../../kinds/map.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { jsonText, text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';
import { itemBase } from './call.js';
import { responseTool } from './tool.js';

const id = token(ID, 256);
const address = text({ max: 8_192 });
const assistant = { required: ['type'], role: 'assistant' } as const;
const tool = { required: ['type'], role: 'tool' } as const;

const source = variant({
  url: object({ type: word('url'), url: address }, { required: ['type'] }),
  api: object({ type: word('api'), name: text({ max: 256 }) }, { required: ['type'] }),
});

const searchAction = variant({
  search: object(
    { type: word('search'), query: text(), queries: list(text(), { max: 256 }), sources: list(source) },
    { required: ['type'] },
  ),
  open_page: object({ type: word('open_page'), url: address }, { required: ['type'] }),
  find_in_page: object({ type: word('find_in_page'), pattern: text(), url: address }, { required: ['type'] }),
});

const found = object(
  {
    attributes: map(either(text(), number(), flag()), { max: 64 }),
    file_id: id,
    filename: text({ max: 1_024 }),
    score: number(),
    text: text(),
  },
  { role: 'document' },
);

const codeOutput = variant({
  logs: object({ type: word('logs'), logs: text() }, { required: ['type'], role: 'tool' }),
  image: object({ type: word('image'), url: media('image') }, { required: ['type'], role: 'tool' }),
});

const foundTools = listedAt('openai.responses request tools', list(responseTool, { max: 512 }), (one) => [
  { type: 'function', name: 'a', description: one },
]);
const remote = { ...itemBase, server_label: callName };
const mcpError = either(
  text(),
  object({ type: token(ID, 64), code: either(token(ID, 64), number()), message: text(), content: json() }),
);

/** Calls that the model server carries out by itself: what it looked for, ran or made, and what it found. */
export const serverCalls = {
  web_search_call: object({ type: word('web_search_call'), ...itemBase, action: searchAction }, assistant),
  file_search_call: object(
    {
      type: word('file_search_call'),
      ...itemBase,
      queries: list(text(), { max: 256 }),
      results: list(found, { max: 1_000 }),
    },
    assistant,
  ),
  code_interpreter_call: object(
    {
      type: word('code_interpreter_call'),
      ...itemBase,
      code: text(),
      container_id: id,
      outputs: list(codeOutput, { max: 1_000 }),
    },
    assistant,
  ),
  image_generation_call: object(
    {
      type: word('image_generation_call'),
      ...itemBase,
      result: media('image'),
      revised_prompt: text(),
      action: word('generate', 'edit', 'auto'),
      background: word('transparent', 'opaque', 'auto'),
      output_format: word('png', 'webp', 'jpeg'),
      quality: word('low', 'medium', 'high', 'auto'),
      size: token(ID, 32),
    },
    assistant,
  ),
  mcp_list_tools: object(
    {
      type: word('mcp_list_tools'),
      ...remote,
      error: mcpError,
      tools: list(object({ name: callName, description: text(), input_schema: json(), annotations: json() }), {
        max: 1_000,
      }),
    },
    tool,
  ),
  mcp_approval_request: object(
    { type: word('mcp_approval_request'), ...remote, name: callName, arguments: jsonText() },
    assistant,
  ),
  mcp_approval_response: object(
    { type: word('mcp_approval_response'), ...itemBase, approval_request_id: id, approve: flag(), reason: text() },
    { required: ['type'], role: 'user' },
  ),
  mcp_call: object(
    {
      type: word('mcp_call'),
      ...remote,
      name: callName,
      arguments: jsonText(),
      approval_request_id: id,
      output: text(),
      error: mcpError,
    },
    tool,
  ),
  tool_search_call: object(
    {
      type: word('tool_search_call'),
      ...itemBase,
      call_id: callName,
      execution: word('server', 'client'),
      arguments: json(),
    },
    assistant,
  ),
  tool_search_output: object(
    {
      type: word('tool_search_output'),
      ...itemBase,
      call_id: callName,
      execution: word('server', 'client'),
      tools: foundTools,
    },
    { required: ['type'], role: 'definition' },
  ),
  additional_tools: object(
    {
      type: word('additional_tools'),
      id,
      role: word('developer', 'system', 'user', 'assistant', 'tool', 'unknown', 'critic', 'discriminator'),
      tools: foundTools,
    },
    { required: ['type'], role: 'definition' },
  ),
  program: object({ type: word('program'), ...itemBase, call_id: callName, code: text(), fingerprint: id }, assistant),
  program_output: object({ type: word('program_output'), ...itemBase, call_id: callName, result: text() }, tool),
};
