import { errors } from '@tyrian/contracts';
import type { Field, JsonObject } from '../../../fields/field.js';
import { createWalk, type Walk } from '../../../fields/walk.js';
import { walkDocument } from '../../../fields/walk-document.js';
import { createSseParser } from '../../../sse/parse.js';
import { KEEP_ALIVE } from '../../../sse/write.js';
import type { Dialect } from '../../dialect.js';
import { readTypedEvent } from '../../stream/read-event.js';
import type { StreamEvent, StreamReader, StreamShape } from '../../stream/shape.js';

const MIB = 1024 * 1024;
/** One event holds a whole picture. */
const LIMITS = { lineBytes: 32 * MIB, events: 64, totalBytes: 64 * MIB };

/**
 * How images are streamed: sketches, then the picture. Sketches can be recognised, so they wait for the picture: all of
 * them leave together once every one was checked, or none does.
 */
export function imageStream(dialect: Dialect, table: Field): StreamShape {
  return {
    accept: 'text/event-stream',
    contentType: 'text/event-stream; charset=utf-8',
    keepAlive: KEEP_ALIVE,
    parser: () => createSseParser(LIMITS),
    open: () => imageReader(dialect, table),
    fail: (body) => writeNamed('error', { type: 'error', ...body }),
  };
}

function imageReader(dialect: Dialect, table: Field): StreamReader {
  const choices = new Set<number>();
  const waiting: JsonObject[] = [];
  let isComplete = false;

  return {
    choices,
    isComplete: () => isComplete,
    take(frame, walk) {
      const body = readTypedEvent(frame, table, walk);
      if (!body) return [];
      choices.add(0);
      waiting.push(body);
      if (!String(body.type).endsWith('.completed')) return [];
      isComplete = true;
      return waiting.splice(0).map((one, index) => walked(table, one, index, walk));
    },
    write: ({ body, ends }, { refused }) =>
      ends.some((choice) => refused.has(choice)) ? '' : writeNamed(String(body.type), body),
    refuse: (_choice, refusal) => writeNamed('error', { type: 'error', ...dialect.refusal(refusal) }),
    close: () => '',
    rename: ({ body }) => walkDocument(table, body, createWalk('answer', { dropsNames: true })),
  };
}

function walked(table: Field, body: JsonObject, index: number, walk: Walk): StreamEvent {
  table.walk(body, `images[${index}]`, { body }, 'body', walk);
  if (typeof body.b64_json !== 'string') throw errors.UPSTREAM_INVALID(['an image of it is not in base64']);
  return { body, name: String(body.type), ends: [0] };
}

function writeNamed(name: string, body: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(body)}\n\n`;
}
