import { ID } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { map } from '../../kinds/map.js';
import { media } from '../../kinds/media.js';
import { object } from '../../kinds/object.js';
import { jsonText, text } from '../../kinds/text.js';
import { number, token, word } from '../../kinds/token.js';
import { variant } from '../../kinds/variant.js';
import { callName } from '../tool-call.js';
import { toolOutput } from './part.js';

const id = token(ID, 256);
const assistant = { required: ['type'], role: 'assistant' } as const;
const tool = { required: ['type'], role: 'tool' } as const;

/** What every item may say of itself. */
export const itemBase = {
  id,
  status: word(
    'in_progress',
    'completed',
    'incomplete',
    'searching',
    'interpreting',
    'calling',
    'generating',
    'failed',
  ),
  created_by: id,
};
const called = {
  ...itemBase,
  call_id: callName,
  caller: variant({
    direct: object({ type: word('direct') }, { required: ['type'] }),
    program: object({ type: word('program'), caller_id: callName }, { required: ['type'] }),
  }),
};

const point = { x: number(), y: number() };
const keys = list(text({ max: 64 }), { max: 64 });
const bare = (name: string) => object({ type: word(name) }, { required: ['type'] });

const computerAction = variant({
  click: object(
    { type: word('click'), button: word('left', 'right', 'wheel', 'back', 'forward'), ...point, keys },
    { required: ['type'] },
  ),
  double_click: object({ type: word('double_click'), ...point, keys }, { required: ['type'] }),
  drag: object({ type: word('drag'), path: list(object(point), { max: 1_000 }), keys }, { required: ['type'] }),
  keypress: object({ type: word('keypress'), keys }, { required: ['type'] }),
  move: object({ type: word('move'), ...point, keys }, { required: ['type'] }),
  screenshot: bare('screenshot'),
  scroll: object(
    { type: word('scroll'), scroll_x: number(), scroll_y: number(), ...point, keys },
    { required: ['type'] },
  ),
  type: object({ type: word('type'), text: text() }, { required: ['type'] }),
  wait: bare('wait'),
});

const safetyChecks = list(object({ id, code: token(ID, 64), message: text() }), { max: 64 });

const shellEnvironment = variant({
  local: bare('local'),
  container_reference: object({ type: word('container_reference'), container_id: id }, { required: ['type'] }),
});

const patch = (name: string) =>
  object({ type: word(name), path: text({ max: 4_096 }), diff: text() }, { required: ['type'] });

/** Calls that a model asks its client to carry out, and what came of them. */
export const clientCalls = {
  function_call: object(
    { type: word('function_call'), ...called, name: callName, namespace: callName, arguments: jsonText() },
    assistant,
  ),
  function_call_output: object({ type: word('function_call_output'), ...called, output: toolOutput }, tool),
  custom_tool_call: object(
    { type: word('custom_tool_call'), ...called, name: callName, namespace: callName, input: text() },
    assistant,
  ),
  custom_tool_call_output: object({ type: word('custom_tool_call_output'), ...called, output: toolOutput }, tool),
  computer_call: object(
    {
      type: word('computer_call'),
      ...called,
      action: computerAction,
      actions: list(computerAction, { max: 1_000 }),
      pending_safety_checks: safetyChecks,
    },
    assistant,
  ),
  computer_call_output: object(
    {
      type: word('computer_call_output'),
      ...called,
      output: object(
        { type: word('computer_screenshot'), image_url: media('image'), file_id: id },
        { required: ['type'] },
      ),
      acknowledged_safety_checks: safetyChecks,
    },
    tool,
  ),
  local_shell_call: object(
    {
      type: word('local_shell_call'),
      ...called,
      action: object({
        type: word('exec'),
        command: list(text(), { max: 1_000 }),
        env: map(text(), { max: 256 }),
        timeout_ms: number(),
        user: text({ max: 256 }),
        working_directory: text({ max: 4_096 }),
      }),
    },
    assistant,
  ),
  local_shell_call_output: object({ type: word('local_shell_call_output'), ...called, output: text() }, tool),
  shell_call: object(
    {
      type: word('shell_call'),
      ...called,
      action: object({
        commands: list(text(), { max: 1_000 }),
        max_output_length: number(),
        timeout_ms: number(),
      }),
      environment: shellEnvironment,
    },
    assistant,
  ),
  shell_call_output: object(
    {
      type: word('shell_call_output'),
      ...called,
      max_output_length: number(),
      output: list(
        object({
          stdout: text(),
          stderr: text(),
          outcome: variant({
            timeout: bare('timeout'),
            exit: object({ type: word('exit'), exit_code: number() }, { required: ['type'] }),
          }),
          created_by: id,
        }),
        { max: 1_000 },
      ),
    },
    tool,
  ),
  apply_patch_call: object(
    {
      type: word('apply_patch_call'),
      ...called,
      operation: variant({
        create_file: patch('create_file'),
        update_file: patch('update_file'),
        delete_file: object({ type: word('delete_file'), path: text({ max: 4_096 }) }, { required: ['type'] }),
      }),
    },
    assistant,
  ),
  apply_patch_call_output: object({ type: word('apply_patch_call_output'), ...called, output: text() }, tool),
};
