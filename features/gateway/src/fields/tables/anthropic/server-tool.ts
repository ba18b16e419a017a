import { ID, SNAKE } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { time } from '../../kinds/time.js';
import { flag, number, token, word } from '../../kinds/token.js';
import { either, variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';
import { documentBlock } from './document.js';
import { cacheControl, sealed } from './parts.js';

/** Who called a tool: the model, or code that it runs. */
export const caller = object(
  { type: word('direct', 'code_execution_20250825', 'code_execution_20260120'), tool_id: callName },
  { required: ['type'] },
);

const count = number({ integer: true });
const failure = (type: string) =>
  object({ type: word(type), error_code: token(SNAKE, 64), error_message: text() }, { required: ['type'] });
const files = (type: string) =>
  list(object({ type: word(type), file_id: token(ID, 128) }, { required: ['type', 'file_id'] }));
const run = (type: string, output: string) =>
  object(
    { type: word(type), content: files(output), return_code: count, stdout: text(), stderr: text() },
    { required: ['type'] },
  );

const searched = object(
  {
    type: word('web_search_result'),
    title: text(),
    url: text({ max: 8_192 }),
    page_age: text({ max: 256 }),
    encrypted_content: sealed,
  },
  { required: ['type'] },
);

export const toolReference = object(
  { type: word('tool_reference'), tool_name: callName, ...cacheControl },
  { required: ['type', 'tool_name'] },
);

const edited = variant({
  text_editor_code_execution_view_result: object(
    {
      type: word('text_editor_code_execution_view_result'),
      content: text(),
      file_type: word('text', 'image', 'pdf'),
      num_lines: count,
      start_line: count,
      total_lines: count,
    },
    { required: ['type'] },
  ),
  text_editor_code_execution_create_result: object(
    { type: word('text_editor_code_execution_create_result'), is_file_update: flag() },
    { required: ['type'] },
  ),
  text_editor_code_execution_str_replace_result: object(
    {
      type: word('text_editor_code_execution_str_replace_result'),
      lines: list(text()),
      new_lines: count,
      new_start: count,
      old_lines: count,
      old_start: count,
    },
    { required: ['type'] },
  ),
  text_editor_code_execution_tool_result_error: failure('text_editor_code_execution_tool_result_error'),
});

const contents = {
  web_search_tool_result: either(
    list(searched),
    variant({ web_search_tool_result_error: failure('web_search_tool_result_error') }),
  ),
  web_fetch_tool_result: variant({
    web_fetch_result: object(
      { type: word('web_fetch_result'), url: text({ max: 8_192 }), content: documentBlock, retrieved_at: time() },
      { required: ['type'] },
    ),
    web_fetch_tool_result_error: failure('web_fetch_tool_result_error'),
  }),
  code_execution_tool_result: variant({
    code_execution_result: run('code_execution_result', 'code_execution_output'),
    encrypted_code_execution_result: object(
      {
        type: word('encrypted_code_execution_result'),
        content: files('code_execution_output'),
        return_code: count,
        stderr: text(),
        encrypted_stdout: sealed,
      },
      { required: ['type'] },
    ),
    code_execution_tool_result_error: failure('code_execution_tool_result_error'),
  }),
  bash_code_execution_tool_result: variant({
    bash_code_execution_result: run('bash_code_execution_result', 'bash_code_execution_output'),
    bash_code_execution_tool_result_error: failure('bash_code_execution_tool_result_error'),
  }),
  text_editor_code_execution_tool_result: edited,
  tool_search_tool_result: variant({
    tool_search_tool_search_result: object(
      { type: word('tool_search_tool_search_result'), tool_references: list(toolReference) },
      { required: ['type'] },
    ),
    tool_search_tool_result_error: failure('tool_search_tool_result_error'),
  }),
};

/** What tools that the model server runs itself brought back, by the type of its block. */
export const serverResults = Object.fromEntries(
  Object.entries(contents).map(([type, content]) => [
    type,
    object(
      { type: word(type), tool_use_id: callName, caller, content, ...cacheControl },
      { required: ['type', 'tool_use_id', 'content'], role: 'tool' },
    ),
  ]),
);
