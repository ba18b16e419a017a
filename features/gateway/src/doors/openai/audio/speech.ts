import { errors } from '@tyrian/contracts';
import type { JsonObject } from '../../../fields/field.js';
import { speechAnswer, speechEvent } from '../../../fields/tables/audio/speech.js';
import { createSseParser } from '../../../sse/parse.js';
import { KEEP_ALIVE, writeEvent } from '../../../sse/write.js';
import type { UpstreamAnswer } from '../../../upstream/upstream.js';
import type { Dialect } from '../../dialect.js';
import type { AnswerShape } from '../../door.js';
import { readTypedEvent } from '../../stream/read-event.js';
import type { StreamEvent, StreamReader, StreamShape } from '../../stream/shape.js';

const SOUND = /^audio\/[a-z0-9.+-]{1,40}$/;
const MAX_BYTES = 64 * 1024 * 1024;

/** A recording of the text that was checked. Nothing here can hear, so it passes as it is; its type is named. */
export const speechShape: AnswerShape = {
  accept: 'audio/*',
  table: speechAnswer,
  read: readSpeech,
  choicesIn: () => new Set([0]),
  write: (body) => ({
    body: Buffer.from(String(body.audio), 'base64'),
    contentType: typeof body.type === 'string' ? body.type : 'application/octet-stream',
  }),
};

async function readSpeech(answer: UpstreamAnswer): Promise<JsonObject> {
  const header = answer.headers['content-type'];
  const [type = ''] = String(header ?? '').split(';');
  const found = type.trim().toLowerCase();
  // Some servers name every recording so.
  if (!SOUND.test(found) && found !== 'application/octet-stream') {
    throw errors.UPSTREAM_INVALID(['it is not a recording']);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body) {
    size += piece.byteLength;
    if (size > MAX_BYTES) throw errors.UPSTREAM_TOO_LARGE([MAX_BYTES]);
    pieces.push(piece);
  }
  return { type: found, audio: Buffer.concat(pieces).toString('base64') };
}

/** The same in events. */
export function speechStream(dialect: Dialect): StreamShape {
  return {
    accept: 'text/event-stream',
    contentType: 'text/event-stream; charset=utf-8',
    keepAlive: KEEP_ALIVE,
    parser: () => createSseParser(),
    open: () => speechReader(dialect),
    fail: (body) => writeEvent({ type: 'error', ...body }),
  };
}

function speechReader(dialect: Dialect): StreamReader {
  const choices = new Set<number>();
  let isComplete = false;
  return {
    choices,
    isComplete: () => isComplete,
    take(frame, walk): StreamEvent[] {
      const body = readTypedEvent(frame, speechEvent, walk);
      if (!body) return [];
      choices.add(0);
      speechEvent.walk(body, '', { body }, 'body', walk);
      const isLast = body.type === 'speech.audio.done';
      isComplete ||= isLast;
      return [{ body, ends: isLast ? [0] : [] }];
    },
    write: ({ body }, { refused }) => (refused.has(0) ? '' : writeEvent(body)),
    refuse: (_choice, refusal) => writeEvent({ type: 'error', ...dialect.refusal(refusal) }),
    close: () => '',
    rename: () => undefined,
  };
}
