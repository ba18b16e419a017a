import { isObject, type JsonObject } from '../fields/field.js';
import { DONE, writeEvent } from '../sse/write.js';
import { demoAnthropic } from './demo/anthropic.js';
import { demoCompletions } from './demo/completions.js';
import { demoEmbeddings } from './demo/embeddings.js';
import { demoFiles } from './demo/files.js';
import { demoMedia } from './demo/media.js';
import { demoOllama } from './demo/ollama.js';
import { demoResponses, demoStoredResponse } from './demo/responses.js';
import { DEMO_MODEL, demoText, demoTokens, demoToolCall, lastUserText } from './demo-model.js';
import { parseJsonText } from './read-answer.js';
import type { Upstream, UpstreamAnswer } from './upstream.js';

const DELTA = 24;

interface DemoChoice {
  readonly text: string;
  readonly tool: string | undefined;
  readonly finish: 'stop' | 'length' | 'tool_calls';
}

/** A model server without a model, in this process: the whole product can be tried with nothing else. */
export function demoUpstream(): Upstream {
  const files = demoFiles((request) => upstream.send(request));
  const upstream: Upstream = {
    send: async (asked) => {
      if (asked.api === 'anthropic') return demoAnthropic(asked);
      if (asked.api === 'ollama') return demoOllama(asked);
      const { method, path, body: sent, accept } = asked;
      if (path === '/models') return models();
      const media = (await demoMedia(asked)) ?? (await files(asked));
      if (media) return media;
      if (path.startsWith('/responses/')) return demoStoredResponse(method, path);
      const body = String(sent);
      const request = parseJsonText(body);
      if (path === '/responses') return demoResponses(request, accept);
      if (path === '/completions') return demoCompletions(request, accept);
      if (path === '/embeddings') return demoEmbeddings(request);
      const choices = Array.from({ length: Number(request.n ?? 1) }, (_, index) => answer(request, index));
      const envelope = {
        id: 'chatcmpl-tyrian-demo',
        created: Math.floor(Date.now() / 1000),
        model: DEMO_MODEL,
        system_fingerprint: DEMO_MODEL,
      };
      const usage = countUsage(body, choices);
      if (accept === 'application/json')
        return jsonAnswer({ ...envelope, object: 'chat.completion', choices: choices.map(wholeChoice), usage });
      return {
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        body: streamAnswer(request, envelope, choices, usage),
      };
    },
    close: async () => undefined,
  };
  return upstream;
}

function models(): UpstreamAnswer {
  return jsonAnswer({ object: 'list', data: [{ id: DEMO_MODEL, object: 'model', created: 0, owned_by: DEMO_MODEL }] });
}

function answer(request: JsonObject, index: number): DemoChoice {
  const prompt = lastUserText(request);
  const tool = demoToolCall(request, prompt);
  if (tool !== undefined) return { text: '', tool, finish: 'tool_calls' };
  const limit = request.max_completion_tokens ?? request.max_tokens;
  const text = demoText(prompt, index);
  const most = typeof limit === 'number' ? Math.floor(limit * 4) : text.length;
  return { text: text.slice(0, most), tool, finish: text.length > most ? 'length' : 'stop' };
}

function countUsage(body: string, choices: readonly DemoChoice[]): object {
  const prompt_tokens = demoTokens(body);
  const completion_tokens = choices.reduce((sum, { text }) => sum + demoTokens(text), 0);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

function callOf(name: string, index?: number): object {
  return {
    ...(index !== undefined && { index }),
    id: 'call_tyrian_demo',
    type: 'function',
    function: { name, arguments: '{}' },
  };
}

function wholeChoice({ text, tool, finish }: DemoChoice, index: number): object {
  const message = tool === undefined ? { content: text } : { content: null, tool_calls: [callOf(tool)] };
  return { index, message: { role: 'assistant', refusal: null, ...message }, logprobs: null, finish_reason: finish };
}

function jsonAnswer(body: object): UpstreamAnswer {
  const bytes = Buffer.from(JSON.stringify(body));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* streamAnswer(
  request: JsonObject,
  envelope: object,
  choices: readonly DemoChoice[],
  usage: object,
): AsyncGenerator<Uint8Array> {
  const wantsUsage = isObject(request.stream_options) && request.stream_options.include_usage === true;
  const event = (index: number, delta: object, finish_reason: string | null) =>
    Buffer.from(
      writeEvent({
        ...envelope,
        object: 'chat.completion.chunk',
        choices: [{ index, delta, logprobs: null, finish_reason }],
        ...(wantsUsage && { usage: null }),
      }),
    );
  for (const [index, { text, tool, finish }] of choices.entries()) {
    yield event(index, { role: 'assistant', content: '' }, null);
    if (tool !== undefined) yield event(index, { tool_calls: [callOf(tool, 0)] }, null);
    for (let at = 0; at < text.length; at += DELTA) yield event(index, { content: text.slice(at, at + DELTA) }, null);
    yield event(index, {}, finish);
  }
  if (wantsUsage) yield Buffer.from(writeEvent({ ...envelope, object: 'chat.completion.chunk', choices: [], usage }));
  yield Buffer.from(DONE);
}
