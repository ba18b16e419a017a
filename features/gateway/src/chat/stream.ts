import { errors } from '@tyrian/contracts';
import type { DoorPorts } from '../door-ports.js';
import { chatChunk } from '../fields/tables/chat-answer.js';
import { createSseParser } from '../sse/parse.js';
import type { UpstreamAnswer } from '../upstream/upstream.js';
import type { Exchange } from '../verdict/exchange.js';
import { type Judged, mergeCommits } from '../verdict/judge.js';
import { store } from '../verdict/store.js';
import { judgeChoices } from './answer.js';
import { failedCommit } from './failed.js';
import { checkNames } from './names.js';
import { releaseTranscript } from './release.js';
import { restoreChoices } from './restore.js';
import { addEvent, createTranscript, isComplete, type Transcript } from './transcript.js';

/**
 * Mode `buffer`: reads the whole stream, checks it, and only then writes what may leave. What was cut is checked and
 * recorded as well, but never presented as an answer.
 */
export async function checkStream(
  ports: DoorPorts,
  exchange: Exchange,
  prompt: Judged,
  answer: UpstreamAnswer,
): Promise<{ readonly events: string; readonly judged: readonly Judged[] }> {
  const transcript = createTranscript();
  const fault = await readStream(transcript, answer);
  await checkNames(exchange, transcript.walk, chatChunk, transcript.chunks);
  const judged = await judgeChoices(ports, exchange, prompt, transcript.walk, transcript.indexes);
  const cut = fault ?? (isComplete(transcript) ? undefined : errors.UPSTREAM_CUT());
  if (cut) {
    await store(
      ports.recorder,
      mergeCommits([...judged.map(({ commit }) => commit), failedCommit(ports, exchange, cut)]),
    );
    throw new RecordedFault(cut);
  }
  await store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)));
  const restored = restoreChoices(transcript.walk, judged, prompt.restorations);
  const addressed = { exchange, settings: ports.answers ?? {}, contents: prompt.reading.contents };
  return { events: releaseTranscript(transcript, addressed, judged, restored), judged };
}

/** A fault whose record is durable already. */
export class RecordedFault extends Error {
  override readonly name = 'RecordedFault';

  constructor(override readonly cause: Error) {
    super('the stream of the model server failed');
  }
}

/** Reads to the end; a fault on the way is returned, since what came before it is still to be checked. */
async function readStream(transcript: Transcript, answer: UpstreamAnswer): Promise<Error | undefined> {
  const parser = createSseParser();
  try {
    for await (const bytes of answer.body) for (const event of parser.feed(bytes)) addEvent(transcript, event);
    const last = parser.end();
    if (last && last.data !== '[DONE]') return errors.UPSTREAM_CUT();
    if (last) addEvent(transcript, last);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause : errors.UPSTREAM_CUT([], { cause });
  }
}
