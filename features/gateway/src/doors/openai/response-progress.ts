import { isObject, type JsonObject } from '../../fields/field.js';
import type { Refusal } from '../dialect.js';
import { messageItem, refusalPart } from './response-object.js';

interface OpenPart {
  readonly part: JsonObject;
  text: string;
}

/** A message that has begun to leave. */
interface OpenMessage {
  readonly item: JsonObject;
  readonly whole: JsonObject[];
  /** By content index. */
  readonly parts: Map<unknown, OpenPart>;
}

/** What of a response has left, so that one that is cut short can be brought to an end that clients understand. */
export class ResponseProgress {
  /** The response as it was announced. */
  response: JsonObject | undefined;
  /** Whole items, in order. */
  readonly items: JsonObject[] = [];
  readonly #open = new Map<unknown, OpenMessage>();
  #next = 0;

  /** Notes an event as it leaves. */
  note(body: JsonObject): void {
    const { type, item, part, output_index: index, content_index: at } = body;
    if (isObject(body.response)) this.response = body.response;
    if (index !== undefined) this.#next = Math.max(this.#next, Number(index) + 1);
    if (type === 'response.output_item.added' && isObject(item) && item.type === 'message') {
      this.#open.set(index, { item, whole: [], parts: new Map() });
    }
    if (type === 'response.output_item.done' && isObject(item)) {
      this.items.push(item);
      this.#open.delete(index);
    }
    const message = this.#open.get(index);
    if (type === 'response.content_part.added' && isObject(part)) message?.parts.set(at, { part, text: '' });
    const open = message?.parts.get(at);
    if (open && type === 'response.output_text.delta') open.text += String(body.delta);
    if (type === 'response.content_part.done' && isObject(part)) {
      message?.parts.delete(at);
      message?.whole.push(part);
    }
  }

  /** Ends the message that was being written, and says the refusal in one of its own. */
  refuse(refusal: Refusal, id: string): JsonObject[] {
    const events: JsonObject[] = [];
    for (const [index, message] of this.#open) events.push(...this.#finish(index, message));
    this.#open.clear();
    const index = this.#next++;
    const item = messageItem(id, 'completed', [refusalPart(refusal)]);
    this.items.push(item);
    events.push({ type: 'response.output_item.added', output_index: index, item: messageItem(id, 'in_progress', []) });
    events.push(...saidWhole(refusal, { item_id: id, output_index: index, content_index: 0 }));
    events.push({ type: 'response.output_item.done', output_index: index, item });
    return events;
  }

  /** With what has left of it. */
  #finish(index: unknown, { item, whole, parts }: OpenMessage): JsonObject[] {
    const events: JsonObject[] = [];
    for (const [at, { part, text }] of parts) {
      if (part.type !== 'output_text') continue;
      const about = { item_id: item.id, output_index: index, content_index: at };
      const left = { ...part, text };
      events.push({ type: 'response.output_text.done', ...about, text, logprobs: [] });
      events.push({ type: 'response.content_part.done', ...about, part: left });
      whole.push(left);
    }
    const finished = { ...item, status: 'incomplete', content: whole };
    this.items.push(finished);
    return [...events, { type: 'response.output_item.done', output_index: index, item: finished }];
  }
}

function saidWhole(refusal: Refusal, about: object): JsonObject[] {
  const { sentence, isSpoken } = refusal;
  const [name, key] = isSpoken ? ['output_text', 'text'] : ['refusal', 'refusal'];
  const part = refusalPart(refusal);
  const spelled = isSpoken && { logprobs: [] };
  return [
    { type: 'response.content_part.added', ...about, part: { ...part, [key]: '' } },
    { type: `response.${name}.delta`, ...about, delta: sentence, ...spelled },
    { type: `response.${name}.done`, ...about, [key]: sentence, ...spelled },
    { type: 'response.content_part.done', ...about, part },
  ];
}
