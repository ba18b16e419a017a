import { errors } from '@tyrian/contracts';
import type { Field, JsonObject } from '../../fields/field.js';
import { createWalk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { createNdjsonParser } from '../../ndjson/parse.js';
import { writeLine } from '../../ndjson/write.js';
import { parseJsonText } from '../../upstream/read-answer.js';
import type { Exchange } from '../../verdict/exchange.js';
import type { AnswerShape, Spoken } from '../door.js';
import type { StreamReader, StreamShape } from '../stream/shape.js';

/** Where an answer of one route stands: `message.content` or `response`. */
export interface Saying {
  readonly table: Field;
  /** The fields of an answer that says this. */
  say(text: string): JsonObject;
  /** Takes everything out that was said. */
  clear(body: JsonObject): void;
}

const REFUSED = 'content_filter';

/** An answer of this API that says one sentence, and is done where it says why. */
function lineOf(saying: Saying, model: unknown, created_at: unknown, text: string, done_reason?: string): JsonObject {
  const done = done_reason === undefined ? { done: false } : { done: true, done_reason };
  return { model, created_at, ...saying.say(text), ...done };
}

export function answerShape(saying: Saying): AnswerShape {
  return {
    accept: 'application/json',
    table: saying.table,
    choicesIn({ done }) {
      if (typeof done !== 'boolean') throw errors.UPSTREAM_INVALID(['it has no answer']);
      return new Set([0]);
    },
    refuse(body, _choice, { sentence }) {
      saying.clear(body);
      Object.assign(body, saying.say(sentence), { done: true, done_reason: REFUSED });
    },
    settle(body, _choice, isRewritten) {
      if (isRewritten) Reflect.deleteProperty(body, 'logprobs');
      body.done_reason ??= 'stop';
    },
    rename(body, exchange) {
      body.model = exchange.model ?? '';
    },
  };
}

function readLines(saying: Saying, exchange: Exchange): StreamReader {
  const choices = new Set<number>();
  let model: unknown = exchange.model ?? '';
  let created: unknown;
  let last: JsonObject = {};
  let isDone = false;
  let isWritten = false;

  return {
    choices,
    take({ data }, walk) {
      const body = parseJsonText(data);
      if (body.error !== undefined && body.error !== null) throw errors.UPSTREAM_INVALID(['it ended in an error']);
      if (isDone) throw errors.UPSTREAM_INVALID(['it goes on behind its end']);
      walkDocument(saying.table, body, walk);
      choices.add(0);
      model = body.model ?? model;
      created ??= body.created_at;
      if (body.done !== true) return [{ body, ends: [] }];
      isDone = true;
      last = body;
      body.done_reason ??= 'stop';
      return [{ body, ends: [0] }];
    },
    isComplete: () => isDone,
    write({ body }, { refused, rewritten }) {
      if (refused.has(0)) return '';
      if (rewritten.has(0)) Reflect.deleteProperty(body, 'logprobs');
      if (body.done === true) isWritten = true;
      return writeLine(body);
    },
    refuse(_choice, { sentence }) {
      isWritten = true;
      saying.clear(last);
      return (
        writeLine(lineOf(saying, model, created, sentence)) +
        writeLine({ ...last, ...lineOf(saying, model, created, '', REFUSED) })
      );
    },
    close(reports) {
      if (isWritten) return '';
      const noted = reports.length > 0 && { tyrian: { reports } };
      return writeLine({ ...lineOf(saying, model, created, '', 'stop'), ...noted });
    },
    rename({ body }) {
      walkDocument(saying.table, body, createWalk('answer', { dropsNames: true }));
      model = exchange.model ?? '';
      body.model = exchange.model ?? '';
    },
  };
}

export function streamShape(saying: Saying): StreamShape {
  return {
    accept: 'application/x-ndjson',
    contentType: 'application/x-ndjson',
    parser: () => createNdjsonParser(),
    open: (exchange) => readLines(saying, exchange),
    fail: (body) => writeLine(body),
  };
}

export function spokenAs(saying: Saying): Spoken {
  const time = (now: number) => new Date(now).toISOString();
  return {
    json: ({ sentence }, { model }, now) => lineOf(saying, model ?? '', time(now), sentence, REFUSED),
    stream: ({ sentence }, { model }, now) =>
      writeLine(lineOf(saying, model ?? '', time(now), sentence)) +
      writeLine(lineOf(saying, model ?? '', time(now), '', REFUSED)),
  };
}
