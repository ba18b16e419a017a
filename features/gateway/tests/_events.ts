import { isObject } from '../src/fields/field.js';
import { asText } from './_odd-values.js';

const MESSAGE = { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [] };

/** A stream of Anthropic's API, with the events that clients expect at its beginning and end. */
export function messageEvents(...events: readonly unknown[]): string {
  const isStarted = events.some((event) => isObject(event) && event.type === 'message_start');
  const all = [
    ...(isStarted ? [] : [{ type: 'message_start', message: MESSAGE }]),
    ...events,
    { type: 'message_stop' },
  ];
  return all
    .map((event) => `event: ${isObject(event) ? asText(event.type) : ''}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('');
}

/** A stream with this event, where a delta needs a block that it belongs to. */
export function messageStreamWith(event: unknown): string {
  if (!isObject(event) || event.type !== 'content_block_delta') return messageEvents(event);
  const content_block = { type: 'text', text: '' };
  return messageEvents({ type: 'content_block_start', index: event.index, content_block }, event);
}

/** A stream of Ollama's API with this line. */
export function linesWith(line: unknown): string {
  return `${JSON.stringify(line)}\n${JSON.stringify({ model: 'm', done: true })}\n`;
}
