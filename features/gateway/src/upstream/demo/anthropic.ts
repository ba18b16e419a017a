import { isObject, type JsonObject } from '../../fields/field.js';
import { writeNamedEvent } from '../../sse/write.js';
import { askedTool, DEMO_MODEL, demoText, demoTokens, lastUserText } from '../demo-model.js';
import { parseJsonText } from '../read-answer.js';
import type { UpstreamAnswer, UpstreamRequest } from '../upstream.js';
import { demoEvents, demoJson } from './json-answer.js';

const DELTA = 24;
const MESSAGE = { id: 'msg_tyrian_demo', type: 'message', role: 'assistant', model: DEMO_MODEL, stop_sequence: null };

interface DemoMessage {
  readonly text: string;
  readonly tool: string | undefined;
  readonly stop_reason: 'end_turn' | 'max_tokens' | 'tool_use';
  readonly usage: { readonly input_tokens: number; readonly output_tokens: number };
}

/** The demo model as a server of Anthropic's API. */
export function demoAnthropic({
  path,
  body,
  accept,
}: Pick<UpstreamRequest, 'path' | 'body' | 'accept'>): UpstreamAnswer {
  if (path.startsWith('/v1/models')) {
    const model = { type: 'model', id: DEMO_MODEL, display_name: DEMO_MODEL, created_at: '2026-01-01T00:00:00Z' };
    return demoJson({ data: [model], has_more: false, first_id: DEMO_MODEL, last_id: DEMO_MODEL });
  }
  const sent = String(body);
  if (path === '/v1/messages/count_tokens') return demoJson({ input_tokens: demoTokens(sent) });
  const message = answer(parseJsonText(sent), demoTokens(sent));
  if (accept === 'text/event-stream') return demoEvents(events(message));
  const { text, tool, stop_reason, usage } = message;
  const content = tool === undefined ? [{ type: 'text', text, citations: null }] : [{ ...callOf(tool), input: {} }];
  return demoJson({ ...MESSAGE, content, stop_reason, usage });
}

function answer(request: JsonObject, input_tokens: number): DemoMessage {
  const prompt = lastUserText(request);
  const tools: unknown[] = Array.isArray(request.tools) ? request.tools : [];
  const tool = askedTool(
    prompt,
    tools.flatMap((one) => (isObject(one) ? [one.name] : [])),
  );
  if (tool !== undefined) return { text: '', tool, stop_reason: 'tool_use', usage: { input_tokens, output_tokens: 1 } };
  const whole = demoText(prompt, 0);
  const text = whole.slice(0, Number(request.max_tokens ?? whole.length) * 4);
  const usage = { input_tokens, output_tokens: demoTokens(text) };
  return { text, tool, stop_reason: text.length < whole.length ? 'max_tokens' : 'end_turn', usage };
}

function callOf(name: string): object {
  return { type: 'tool_use', id: 'toolu_tyrian_demo', name, input: {} };
}

function* events({ text, tool, stop_reason, usage }: DemoMessage): Generator<string> {
  const event = (type: string, data: object) => writeNamedEvent(type, { type, ...data });
  const delta = (said: object) => event('content_block_delta', { index: 0, delta: said });
  yield event('message_start', { message: { ...MESSAGE, content: [], stop_reason: null, usage } });
  const content_block = tool === undefined ? { type: 'text', text: '', citations: null } : callOf(tool);
  yield event('content_block_start', { index: 0, content_block });
  yield event('ping', {});
  if (tool !== undefined) yield delta({ type: 'input_json_delta', partial_json: '{}' });
  for (let at = 0; at < text.length; at += DELTA) yield delta({ type: 'text_delta', text: text.slice(at, at + DELTA) });
  yield event('content_block_stop', { index: 0 });
  yield event('message_delta', { delta: { stop_reason, stop_sequence: null }, usage });
  yield event('message_stop', {});
}
