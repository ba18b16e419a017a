import type { FieldTable } from '../src/fields/describe.js';
import { isObject } from '../src/fields/field.js';
import { ask } from './_server.js';

/** How the tests reach one door, and how its model server streams. */
export interface Wire {
  readonly url: string;
  /** A request that fits. */
  request(streamed: boolean): object;
  readonly streamType?: string;
  /** A whole stream with this event in it. */
  stream?(event: unknown): string;
}

const chunks = (event: unknown) =>
  `data: ${JSON.stringify(event)}\n\ndata: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n`;

const MESSAGE = { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [] };

/** One event of a stream of messages, with the events that clients expect around it. */
export function messageEvents(...events: readonly unknown[]): string {
  const all = events.some((event) => isObject(event) && event.type === 'message_start')
    ? events
    : [{ type: 'message_start', message: MESSAGE }, ...events];
  const written = [...all, { type: 'message_stop' }].map(
    (event) => `event: ${isObject(event) ? String(event.type) : ''}\ndata: ${JSON.stringify(event)}\n\n`,
  );
  return written.join('');
}

function aroundEvent(event: unknown): string {
  if (!isObject(event) || event.type !== 'content_block_delta') return messageEvents(event);
  const start = { type: 'content_block_start', index: event.index, content_block: { type: 'text', text: '' } };
  return messageEvents(start, event);
}

const lines = (event: unknown) => `${JSON.stringify(event)}\n${JSON.stringify({ model: 'm', done: true })}\n`;

export const WIRES: Partial<Record<FieldTable['door'], Wire>> = {
  'openai.chat': {
    url: '/v1/chat/completions',
    request: (streamed) => ask('hello', streamed ? { stream: true } : {}),
    streamType: 'text/event-stream',
    stream: chunks,
  },
  'openai.moderations': { url: '/v1/moderations', request: () => ({ input: 'hello' }) },
  'anthropic.messages': {
    url: '/v1/messages',
    request: (streamed) => ask('hello', { max_tokens: 9, stream: streamed }),
    streamType: 'text/event-stream',
    stream: aroundEvent,
  },
  'anthropic.count-tokens': { url: '/v1/messages/count_tokens', request: () => ask('hello') },
  'ollama.chat': {
    url: '/api/chat',
    request: (stream) => ask('hello', { stream }),
    streamType: 'application/x-ndjson',
    stream: lines,
  },
  'ollama.generate': {
    url: '/api/generate',
    request: (stream) => ({ model: 'm', prompt: 'hello', stream }),
    streamType: 'application/x-ndjson',
    stream: lines,
  },
  'ollama.embed': { url: '/api/embed', request: () => ({ model: 'm', input: 'hello' }) },
  'ollama.embeddings': { url: '/api/embeddings', request: () => ({ model: 'm', prompt: 'hello' }) },
};
