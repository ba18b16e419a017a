import { errors } from '@tyrian/contracts';
import type { JsonObject } from '../../fields/field.js';
import { chatChunk } from '../../fields/tables/chat-answer.js';
import { createWalk, type Walk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { createSseParser } from '../../sse/parse.js';
import { DONE, KEEP_ALIVE, writeEvent } from '../../sse/write.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Refusal } from '../dialect.js';
import type { OutputReport } from '../report.js';
import type { Frame, StreamEvent, StreamReader, StreamShape, WriteState } from '../stream/shape.js';
import { choicesOf } from './choices.js';

const EVENT_NAME = /^[a-z_.]{1,32}$/;
const CHUNK = 'chat.completion.chunk';

/** Chunks as server-sent events, and `[DONE]`. */
export const chatStream: StreamShape = {
  accept: 'text/event-stream',
  contentType: 'text/event-stream',
  keepAlive: KEEP_ALIVE,
  parser: () => createSseParser(),
  open: (exchange) => new ChatReader(exchange),
  fail: (body) => writeEvent(body),
};

class ChatReader implements StreamReader {
  readonly choices = new Set<number>();
  readonly #finished = new Set<number>();
  readonly #exchange: Exchange;
  #envelope: { readonly id: unknown; readonly created: unknown; readonly model: unknown } | undefined;
  #hasEnded = false;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  take({ event, data }: Frame, walk: Walk): StreamEvent[] {
    if (event === 'error') throw errors.UPSTREAM_INVALID(['it ended in an error']);
    if (event !== 'message') {
      walk.withheld.add(`event:${EVENT_NAME.test(event) ? event : '?'}`);
      return [];
    }
    if (data === '[DONE]') this.#hasEnded = true;
    if (data === '[DONE]' || data === '') return [];
    const body = parseJsonText(data);
    if (body.error !== undefined && body.error !== null) throw errors.UPSTREAM_INVALID(['it ended in an error']);
    // Some servers say in every chunk that there is no error.
    Reflect.deleteProperty(body, 'error');
    walkDocument(chatChunk, body, walk);
    this.#envelope ??= { id: body.id, created: body.created, model: body.model };
    const choices = choicesOf(body);
    const ends: number[] = [];
    for (const choice of choices) {
      const index = Number(choice.index);
      this.choices.add(index);
      if (typeof choice.finish_reason !== 'string') continue;
      this.#finished.add(index);
      ends.push(index);
    }
    return [{ body, ends, ...(choices.length === 0 && { isTrailing: true }) }];
  }

  /** Whether every choice has said that it is done, or the end mark came. */
  isComplete(): boolean {
    return this.choices.size > 0 && (this.#hasEnded || this.#finished.size === this.choices.size);
  }

  write({ body }: StreamEvent, { refused, rewritten }: WriteState): string {
    const all = choicesOf(body);
    const kept = refused.size === 0 ? all : all.filter((choice) => !refused.has(Number(choice.index)));
    for (const choice of kept) if (rewritten.has(Number(choice.index))) choice.logprobs = null;
    if (kept.length > 0) return writeEvent({ ...body, choices: kept });
    return all.length === 0 || isCounted(body) ? writeEvent({ ...body, choices: [] }) : '';
  }

  refuse(index: number, { sentence, isSpoken }: Refusal): string {
    this.#finished.add(index);
    return refusalEvents(this.#named(), index, isSpoken ? { content: sentence } : { refusal: sentence });
  }

  close(reports: readonly OutputReport[]): string {
    let end = '';
    // A reason in words of the server's own was withheld; clients wait for one.
    for (const index of this.choices) if (!this.#finished.has(index)) end += finishEvent(this.#named(), index, 'stop');
    if (reports.length > 0) end += writeEvent({ ...this.#named(), object: CHUNK, choices: [], tyrian: reports });
    return end + DONE;
  }

  rename({ body }: StreamEvent): void {
    walkDocument(chatChunk, body, createWalk('answer', { dropsNames: true }));
    this.#envelope = { id: `chatcmpl-${this.#exchange.id}`, created: body.created, model: this.#exchange.model ?? '' };
    Object.assign(body, { id: this.#envelope.id, model: this.#envelope.model });
  }

  #named(): object {
    return this.#envelope ?? { id: `chatcmpl-${this.#exchange.id}`, created: 0, model: this.#exchange.model ?? '' };
  }
}

function isCounted(chunk: JsonObject): boolean {
  return chunk.usage !== undefined && chunk.usage !== null;
}

/** A refused prompt as a stream of its own. */
export function spokenStream(envelope: object, sentence: string): string {
  return refusalEvents(envelope, 0, { content: sentence }) + DONE;
}

function refusalEvents(envelope: object, index: number, words: object): string {
  const choices = [{ index, delta: { role: 'assistant', ...words }, logprobs: null, finish_reason: null }];
  return writeEvent({ ...envelope, object: CHUNK, choices }) + finishEvent(envelope, index, 'content_filter');
}

/** The chunk that ends a choice. */
function finishEvent(envelope: object, index: number, finish_reason: 'stop' | 'content_filter'): string {
  return writeEvent({ ...envelope, object: CHUNK, choices: [{ index, delta: {}, logprobs: null, finish_reason }] });
}
