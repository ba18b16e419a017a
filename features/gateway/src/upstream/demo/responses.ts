import { isObject, type JsonObject } from '../../fields/field.js';
import { DEMO_MODEL, demoText, demoTokens } from '../demo-model.js';
import type { UpstreamAnswer } from '../upstream.js';
import { demoEvents, demoJson } from './json-answer.js';

const DELTA = 24;
const STORED = 'This is the Tyrian demo model. It keeps nothing, so every stored response reads like this.';

/** POST /responses of the demo model. */
export function demoResponses(request: JsonObject, accept: string): UpstreamAnswer {
  const prompt = lastText(request.input);
  const tool = toolCalled(request.tools, prompt);
  const text = demoText(prompt, 0);
  const item = tool === undefined ? messageOf(text) : callOf(tool);
  const input_tokens = demoTokens(JSON.stringify(request));
  const output_tokens = demoTokens(text);
  const usage = {
    input_tokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input_tokens + output_tokens,
  };
  const response = { ...responseOf([item]), usage };
  return accept === 'text/event-stream' ? demoEvents(eventsOf(response, item)) : demoJson(response);
}

/** Routes below `/responses/:id`. */
export function demoStoredResponse(method: string, path: string): UpstreamAnswer {
  const [, , id = '', action] = path.split('?')[0]?.split('/') ?? [];
  if (method === 'DELETE') return demoJson({ id, object: 'response', deleted: true });
  if (action === 'input_items') {
    const item = { ...messageOf(''), role: 'user', content: [{ type: 'input_text', text: STORED }] };
    return demoJson({ object: 'list', data: [item], first_id: item.id, last_id: item.id, has_more: false });
  }
  const response = responseOf([messageOf(STORED)]);
  return demoJson({ ...response, id, status: action === 'cancel' ? 'cancelled' : 'completed' });
}

function responseOf(output: readonly object[]): JsonObject {
  return {
    id: 'resp_tyrian_demo',
    object: 'response',
    created_at: 0,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model: DEMO_MODEL,
    output,
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
  };
}

function messageOf(text: string) {
  const content = [{ type: 'output_text', text, annotations: [], logprobs: [] }];
  return { id: 'msg_tyrian_demo', type: 'message', status: 'completed', role: 'assistant', content };
}

function callOf(name: string) {
  const call = { id: 'fc_tyrian_demo', call_id: 'call_tyrian_demo', name, arguments: '{}' };
  return { type: 'function_call', status: 'completed', ...call };
}

/** What the last user message says, or all of it where it is one string. */
function lastText(input: unknown): string {
  if (typeof input === 'string') return input;
  const items: unknown[] = Array.isArray(input) ? input : [];
  const last = items.filter(isObject).findLast((item) => item.role === 'user');
  if (typeof last?.content === 'string') return last.content;
  const parts: unknown[] = Array.isArray(last?.content) ? last.content : [];
  return parts.flatMap((part) => (isObject(part) && typeof part.text === 'string' ? [part.text] : [])).join(' ');
}

/** `call the tool NAME` calls it, if it was offered. */
function toolCalled(offered: unknown, prompt: string): string | undefined {
  const asked = /call the tool ([\p{L}\p{N}_.:/-]{1,64})/iu.exec(prompt.slice(0, 10_000))?.[1];
  const tools: unknown[] = Array.isArray(offered) ? offered : [];
  return asked !== undefined && tools.some((tool) => isObject(tool) && tool.name === asked) ? asked : undefined;
}

function* eventsOf(response: JsonObject, item: ReturnType<typeof messageOf> | ReturnType<typeof callOf>) {
  let sequence_number = 0;
  const event = (type: string, more: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...more, sequence_number: sequence_number++ })}\n\n`;
  const begun = { ...response, status: 'in_progress', output: [] };
  const about = { item_id: item.id, output_index: 0 };
  yield event('response.created', { response: begun });
  yield event('response.in_progress', { response: begun });
  const empty = 'content' in item ? { content: [] } : { arguments: '' };
  yield event('response.output_item.added', { output_index: 0, item: { ...item, ...empty, status: 'in_progress' } });
  if ('content' in item) {
    for (const [content_index, part] of item.content.entries()) {
      const at = { ...about, content_index };
      yield event('response.content_part.added', { ...at, part: { ...part, text: '' } });
      for (let from = 0; from < part.text.length; from += DELTA) {
        yield event('response.output_text.delta', { ...at, delta: part.text.slice(from, from + DELTA), logprobs: [] });
      }
      yield event('response.output_text.done', { ...at, text: part.text, logprobs: [] });
      yield event('response.content_part.done', { ...at, part });
    }
  } else {
    yield event('response.function_call_arguments.delta', { ...about, delta: item.arguments });
    yield event('response.function_call_arguments.done', { ...about, name: item.name, arguments: item.arguments });
  }
  yield event('response.output_item.done', { output_index: 0, item });
  yield event('response.completed', { response });
}
