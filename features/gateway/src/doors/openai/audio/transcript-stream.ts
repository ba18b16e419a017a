import type { JsonObject } from '../../../fields/field.js';
import { transcriptEvent } from '../../../fields/tables/audio/transcription.js';
import { createWalk } from '../../../fields/walk.js';
import { walkDocument } from '../../../fields/walk-document.js';
import { createSseParser } from '../../../sse/parse.js';
import { DONE, KEEP_ALIVE, writeEvent } from '../../../sse/write.js';
import type { Dialect } from '../../dialect.js';
import { readTypedEvent } from '../../stream/read-event.js';
import type { StreamEvent, StreamReader, StreamShape, StreamTexts, WriteState } from '../../stream/shape.js';

/** Where the deltas of a transcript add up. */
const SPOKEN = 'delta';

/** How a transcript is streamed: deltas, segments, and the whole text once more at its end. */
export function transcriptStream(dialect: Dialect): StreamShape {
  return {
    accept: 'text/event-stream',
    contentType: 'text/event-stream; charset=utf-8',
    keepAlive: KEEP_ALIVE,
    parser: () => createSseParser(),
    open: () => transcriptReader(dialect),
    fail: (body) => writeEvent({ type: 'error', ...body }),
  };
}

function transcriptReader(dialect: Dialect): StreamReader {
  const choices = new Set<number>();
  const repeating = new WeakSet<object>();
  let isComplete = false;

  return {
    choices,
    isComplete: () => isComplete,
    take(frame, walk, texts): StreamEvent[] {
      const body = readTypedEvent(frame, transcriptEvent, walk);
      if (!body) return [];
      const isLast = body.type === 'transcript.text.done';
      choices.add(0);
      isComplete ||= isLast;
      if (isLast && repeats(body, texts)) {
        repeating.add(body);
        Reflect.deleteProperty(body, 'text');
      }
      transcriptEvent.walk(body, placeOf(body), { body }, 'body', walk);
      return [{ body, ends: isLast ? [0] : [] }];
    },
    write: ({ body }, state) => (state.refused.has(0) ? '' : written(body, state, repeating.has(body))),
    refuse: (_choice, refusal) => writeEvent({ type: 'error', ...dialect.refusal(refusal) }),
    close: () => DONE,
    rename: ({ body }) => walkDocument(transcriptEvent, body, createWalk('answer', { dropsNames: true })),
  };
}

/** The last event says everything once more. Where it says anything else, that is a text of its own. */
function repeats(body: JsonObject, texts: StreamTexts): boolean {
  return typeof body.text === 'string' && body.text === texts.original(SPOKEN);
}

function placeOf({ type }: JsonObject): string {
  if (type === 'transcript.text.segment') return 'segments[]';
  return type === 'transcript.text.done' ? 'done' : '';
}

function written(body: JsonObject, { rewritten, texts }: WriteState, isRepeating: boolean): string {
  const { logprobs, ...rest } = body;
  return writeEvent({
    ...rest,
    ...(isRepeating && { text: texts.sent(SPOKEN) }),
    ...(logprobs !== undefined && !rewritten.has(0) && { logprobs }),
  });
}
