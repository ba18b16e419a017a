import { errors } from '@tyrian/contracts';
import type { Field, JsonObject } from '../../fields/field.js';
import { createWalk, type Walk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { createSseParser } from '../../sse/parse.js';
import { DONE, KEEP_ALIVE, writeEvent } from '../../sse/write.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { Checks } from '../checks.js';
import type { Refusal } from '../dialect.js';
import type { OutputReport } from '../report.js';
import type { Frame, StreamEvent, StreamReader, StreamShape, WriteState } from '../stream/shape.js';
import { choicesOf } from './choices.js';

const EVENT_NAME = /^[a-z_.]{1,32}$/;

/** How the chunks of one API look. */
export interface ChunkFormat {
  readonly table: Field;
  /** `chat.completion.chunk`. */
  readonly object: string;
  /** Of ids that we give: `chatcmpl-`. */
  readonly prefix: string;
  /** A choice that says a refusal. */
  said(index: number, refusal: Pick<Refusal, 'sentence' | 'isSpoken'>): object;
  /** What a client asked to be told of the checks, where the API has a place for it. */
  moderation?(checks: Checks): object | undefined;
  /** A choice that ends. */
  finished(index: number, reason: 'stop' | 'content_filter'): JsonObject;
}

/** What a dialect adds to chunks. */
export interface ChunkNotes {
  /** In a first chunk, without a choice. */
  ofPrompt(checks: Checks): object;
  /** In the choice that ends an answer. */
  ofChoice(checks: Checks, index: number): object;
}

/** Chunks as server-sent events, and `[DONE]`. */
export function chunkStream(format: ChunkFormat, notes?: ChunkNotes): StreamShape {
  return {
    accept: 'text/event-stream',
    contentType: 'text/event-stream',
    keepAlive: KEEP_ALIVE,
    parser: () => createSseParser(),
    open: (exchange, checks) => new ChunkReader({ format, notes, exchange, checks }),
    fail: (body) => writeEvent(body),
  };
}

interface ChunkReaderOptions {
  readonly format: ChunkFormat;
  readonly notes: ChunkNotes | undefined;
  readonly exchange: Exchange;
  readonly checks: (() => Checks) | undefined;
}

class ChunkReader implements StreamReader {
  readonly choices = new Set<number>();
  readonly #finished = new Set<number>();
  readonly #format: ChunkFormat;
  readonly #notes: ChunkNotes | undefined;
  readonly #checks: (() => Checks) | undefined;
  readonly #exchange: Exchange;
  #hasBegun = false;
  #envelope: { readonly id: unknown; readonly created: unknown; readonly model: unknown } | undefined;
  #hasEnded = false;

  constructor({ format, notes, exchange, checks }: ChunkReaderOptions) {
    this.#format = format;
    this.#notes = notes;
    this.#checks = checks;
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
    walkDocument(this.#format.table, body, walk);
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
    for (const choice of kept) this.#note(choice);
    if (kept.length > 0) return this.#begin() + writeEvent({ ...body, choices: kept });
    return all.length === 0 || isCounted(body) ? writeEvent({ ...body, choices: [] }) : '';
  }

  refuse(index: number, refusal: Refusal): string {
    this.#finished.add(index);
    const said = { ...this.#named(), object: this.#format.object, choices: [this.#format.said(index, refusal)] };
    return this.#begin() + writeEvent(said) + this.#finish(index, 'content_filter');
  }

  close(reports: readonly OutputReport[]): string {
    let end = '';
    // A reason in words of the server's own was withheld; clients wait for one.
    for (const index of this.choices) if (!this.#finished.has(index)) end += this.#finish(index, 'stop');
    const moderation = this.#checks && this.#format.moderation?.(this.#checks());
    if (moderation) end += writeEvent({ ...this.#named(), object: this.#format.object, choices: [], moderation });
    if (reports.length > 0)
      end += writeEvent({ ...this.#named(), object: this.#format.object, choices: [], tyrian: reports });
    return end + DONE;
  }

  rename({ body }: StreamEvent): void {
    walkDocument(this.#format.table, body, createWalk('answer', { dropsNames: true }));
    this.#envelope = { ...this.#own(), created: body.created };
    Object.assign(body, { id: this.#envelope.id, model: this.#envelope.model });
  }

  /** Azure's clients expect what is said of the prompt before everything else. */
  #begin(): string {
    if (this.#hasBegun || !this.#notes || !this.#checks) return '';
    this.#hasBegun = true;
    return writeEvent({
      id: '',
      object: '',
      created: 0,
      model: '',
      choices: [],
      ...this.#notes.ofPrompt(this.#checks()),
    });
  }

  #note(choice: JsonObject): void {
    if (!this.#notes || !this.#checks || typeof choice.finish_reason !== 'string') return;
    Object.assign(choice, this.#notes.ofChoice(this.#checks(), Number(choice.index)));
  }

  #finish(index: number, reason: 'stop' | 'content_filter'): string {
    const choice = this.#format.finished(index, reason);
    this.#note(choice);
    return writeEvent({ ...this.#named(), object: this.#format.object, choices: [choice] });
  }

  #named(): object {
    return this.#envelope ?? { ...this.#own(), created: 0 };
  }

  #own(): { readonly id: string; readonly model: string } {
    return { id: `${this.#format.prefix}${this.#exchange.id}`, model: this.#exchange.model ?? '' };
  }
}

function isCounted(chunk: JsonObject): boolean {
  return chunk.usage !== undefined && chunk.usage !== null;
}

/** A refused prompt as a stream of its own. */
export function spokenChunks(format: ChunkFormat, envelope: object, sentence: string): string {
  const choices = [format.said(0, { sentence, isSpoken: true }), format.finished(0, 'content_filter')];
  const chunks = choices.map((choice) => writeEvent({ ...envelope, object: format.object, choices: [choice] }));
  return chunks.join('') + DONE;
}
