import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../fields/field.js';
import { responseEvent } from '../../fields/tables/responses/event.js';
import { outputItem } from '../../fields/tables/responses/item.js';
import { createWalk, type Walk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { createSseParser } from '../../sse/parse.js';
import { KEEP_ALIVE } from '../../sse/write.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Checks } from '../checks.js';
import type { Refusal } from '../dialect.js';
import { responseModeration } from '../moderation.js';
import type { OutputReport } from '../report.js';
import { Copies, type Copy } from '../stream/copies.js';
import type { Frame, StreamEvent, StreamReader, StreamShape, StreamTexts, WriteState } from '../stream/shape.js';
import { dropLogprobs, incomplete, itemName, nameResponse, outputOf, responseEnvelope } from './response-object.js';
import { ResponseProgress } from './response-progress.js';

const EVENT_NAME = /^[a-z_.]{1,64}$/;
const DELTA = /\.(?:delta|partial_image)$/;
const LAST = /^response\.(?:completed|incomplete|failed)$/;

/** Events of the Responses API, each with its name and number. */
export const responsesStream: StreamShape = {
  accept: 'text/event-stream',
  contentType: 'text/event-stream',
  keepAlive: KEEP_ALIVE,
  parser: () => createSseParser(),
  open: (exchange, checks) => new ResponsesReader(exchange, Date.now(), checks),
  // With `error` beside, since SDKs look for it there.
  fail: (body) => writeNamed({ ...('error' in body && isObject(body.error) && body.error), ...body, type: 'error' }),
};

function writeNamed(body: JsonObject): string {
  return `event: ${String(body.type)}\ndata: ${JSON.stringify(body)}\n\n`;
}

class ResponsesReader implements StreamReader {
  readonly choices = new Set<number>();
  readonly #exchange: Exchange;
  readonly #now: number;
  readonly #checks: (() => Checks) | undefined;
  readonly #copies = new Copies();
  readonly #copiesOf = new WeakMap<JsonObject, readonly Copy[]>();
  readonly #progress = new ResponseProgress();
  /** Our number of each item, by that of the model server: items that no table knows leave no gap. */
  readonly #indexes = new Map<unknown, number>();
  readonly #withheld = new Set<unknown>();
  /** As the model server announced it, whether or not that has left. */
  #announced: JsonObject | undefined;
  #sequence = 0;
  #hasEnded = false;

  constructor(exchange: Exchange, now: number, checks?: () => Checks) {
    this.#checks = checks;
    this.#exchange = exchange;
    this.#now = now;
  }

  take({ event, data }: Frame, walk: Walk, texts: StreamTexts): StreamEvent[] {
    if (data === '[DONE]' || data === '') return [];
    const body = parseJsonText(data);
    const isError = event === 'error' || body.type === 'error' || (body.error !== undefined && body.error !== null);
    if (isError) throw errors.UPSTREAM_INVALID(['it ended in an error']);
    const type = typeof body.type === 'string' ? body.type : '';
    if (!responseEvent.fits(body)) {
      walk.withheld.add(`event:${EVENT_NAME.test(type) ? type : '?'}`);
      return [];
    }
    if (body.output_index !== undefined && !this.#number(body, walk)) return [];
    if (DELTA.test(type)) walkDocument(responseEvent, body, walk);
    else this.#copiesOf.set(body, this.#copies.take(responseEvent, body, walk, texts));
    if (lacksItsPart(body, type)) throw errors.UPSTREAM_INVALID(['an event of it lacks what it is about']);
    this.choices.add(0);
    if (isObject(body.response)) this.#announced = body.response;
    if (!LAST.test(type)) return [{ body, name: type, ends: [] }];
    this.#hasEnded = true;
    return [{ body, name: type, ends: [0] }];
  }

  /** Numbers the item that an event is about; false where no table knows it. */
  #number(body: JsonObject, walk: Walk): boolean {
    const { output_index: theirs, item } = body;
    if (item !== undefined && !outputItem.fits(item)) {
      this.#withheld.add(theirs);
      walk.withheld.add('output[]');
    }
    if (this.#withheld.has(theirs)) return false;
    const index = this.#indexes.get(theirs) ?? this.#indexes.size;
    this.#indexes.set(theirs, index);
    body.output_index = index;
    return true;
  }

  isComplete(): boolean {
    return this.#hasEnded;
  }

  write({ body }: StreamEvent, { refused, rewritten, texts }: WriteState): string {
    if (refused.has(0)) return '';
    for (const { place, holder, key } of this.#copiesOf.get(body) ?? []) Reflect.set(holder, key, texts.sent(place));
    if (rewritten.has(0)) {
      for (const holder of [body, body.part, body.item, ...outputOf(body.response)]) dropLogprobs(holder);
    }
    if (LAST.test(String(body.type)) && isObject(body.response)) Object.assign(body.response, this.#moderation());
    this.#progress.note(body);
    return this.#numbered(body);
  }

  #numbered(body: JsonObject): string {
    return writeNamed({ ...body, sequence_number: this.#sequence++ });
  }

  refuse(_choice: number, refusal: Refusal): string {
    this.#hasEnded = true;
    const begun = this.#progress.response;
    const response = begun ?? { ...responseEnvelope(this.#exchange, this.#now), ...this.#namesAnnounced() };
    const first = { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } };
    const events = [...(begun ? [] : [first]), ...this.#progress.refuse(refusal, `msg_${this.#exchange.id}`)];
    const last = {
      type: 'response.incomplete',
      response: { ...incomplete(response, this.#progress.items), ...this.#moderation() },
    };
    return [...events, last].map((one) => this.#numbered(one)).join('');
  }

  #moderation(): object | undefined {
    const moderation = this.#checks && responseModeration(this.#checks());
    return moderation && { moderation };
  }

  /** Nothing of it but what it is called: the rest may hold what is refused. */
  #namesAnnounced(): JsonObject {
    const { id, created_at, model } = this.#announced ?? {};
    return {
      ...(id !== undefined && { id }),
      ...(created_at !== undefined && { created_at }),
      ...(model !== undefined && { model }),
    };
  }

  close(reports: readonly OutputReport[]): string {
    return reports.length === 0 ? '' : this.#numbered({ type: 'tyrian.report', reports });
  }

  rename({ body }: StreamEvent): void {
    walkDocument(responseEvent, body, createWalk('answer', { dropsNames: true }));
    if (isObject(body.response)) nameResponse(body.response, this.#exchange);
    const index = Number(body.output_index);
    if (isObject(body.item)) body.item.id = itemName(index);
    else if (body.output_index !== undefined) body.item_id = itemName(index);
  }
}

/** Clients add up what these bring: without it they would break. */
function lacksItsPart(body: JsonObject, type: string): boolean {
  if (type.endsWith('.delta')) return body.delta === undefined;
  if (type.startsWith('response.content_part.')) return body.part === undefined;
  return type.startsWith('response.output_item.') && body.item === undefined;
}

/** A refused prompt as a stream of its own. */
export function spokenResponseStream(refusal: Refusal, exchange: Exchange, now: number): string {
  return new ResponsesReader(exchange, now).refuse(0, refusal);
}
