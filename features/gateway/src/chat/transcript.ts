import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../fields/field.js';
import { chatChunk } from '../fields/tables/chat-answer.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { SseEvent } from '../sse/parse.js';
import { parseJsonText } from '../upstream/read-answer.js';

/** Everything that a streamed answer has said so far, chunk by chunk; nothing of it has left. */
export interface Transcript {
  readonly chunks: JsonObject[];
  readonly walk: Walk;
  /** Choices that have spoken. */
  readonly indexes: Set<number>;
  /** Choices that have come to an end. */
  readonly finished: Set<number>;
  /** Whether the end mark has come. */
  ended: boolean;
}

export function createTranscript(): Transcript {
  return { chunks: [], walk: createWalk('answer'), indexes: new Set(), finished: new Set(), ended: false };
}

const EVENT_NAME = /^[a-z_.]{1,32}$/;

/** Takes one event of the stream. Events of another name are in no table, so they do not leave. */
export function addEvent(transcript: Transcript, { event, data }: SseEvent): void {
  if (event === 'error') throw errors.UPSTREAM_INVALID(['it ended in an error']);
  if (event !== 'message') {
    transcript.walk.withheld.add(`event:${EVENT_NAME.test(event) ? event : '?'}`);
    return;
  }
  if (data === '[DONE]') transcript.ended = true;
  if (data === '[DONE]' || data === '') return;
  const chunk = parseJsonText(data);
  if (chunk.error !== undefined && chunk.error !== null) throw errors.UPSTREAM_INVALID(['it ended in an error']);
  // Some servers say in every chunk that there is no error.
  Reflect.deleteProperty(chunk, 'error');
  walkDocument(chatChunk, chunk, transcript.walk);
  transcript.chunks.push(chunk);
  for (const choice of choicesOf(chunk)) {
    const index = Number(choice.index);
    transcript.indexes.add(index);
    if (typeof choice.finish_reason === 'string') transcript.finished.add(index);
  }
}

export function choicesOf(chunk: JsonObject): JsonObject[] {
  return Array.isArray(chunk.choices) ? chunk.choices.filter(isObject) : [];
}

/** Whether every choice has said that it is done, or the end mark came: a stream that merely stops was cut. */
export function isComplete({ indexes, finished, ended }: Transcript): boolean {
  return indexes.size > 0 && (ended || finished.size === indexes.size);
}
