import type { JsonObject } from '../fields/field.js';
import { DONE, writeEvent } from '../sse/write.js';
import { isPassed, type Judged } from '../verdict/judge.js';
import { type Addressed, finishEvent, refusedEvents } from './refuse.js';
import { choicesOf, type Transcript } from './transcript.js';

/** Writes a checked transcript as the client gets it: what passed in its own chunks, then replacements, usage and the end mark. */
export function releaseTranscript(
  transcript: Transcript,
  addressed: Addressed,
  judged: readonly Judged[],
  restored: ReadonlySet<number>,
): string {
  const refused = new Map(judged.filter(({ verdict }) => !isPassed(verdict)).map((one) => [one.choice, one]));
  const repaired = judged.flatMap(({ verdict, choice }) => (verdict.decision === 'repair' ? [choice] : []));
  const rewritten = new Set([...repaired, ...restored]);
  let spoken = '';
  let trailing = '';
  for (const chunk of transcript.chunks) {
    const all = choicesOf(chunk);
    const kept = refused.size === 0 ? all : all.filter((choice) => !refused.has(Number(choice.index)));
    for (const choice of kept) if (rewritten.has(Number(choice.index))) choice.logprobs = null;
    if (kept.length > 0) spoken += writeEvent({ ...chunk, choices: kept });
    // Usage and the like, which stand in a chunk without choices, stay last.
    else if (all.length === 0 || isCounted(chunk)) trailing += writeEvent({ ...chunk, choices: [] });
  }
  const { id, created, model } = transcript.chunks[0] ?? {};
  // A reason in words of the server's own was withheld; clients wait for one.
  for (const index of transcript.indexes) {
    if (!transcript.finished.has(index) && !refused.has(index))
      spoken += finishEvent({ id, created, model }, index, 'stop');
  }
  for (const [index, { verdict }] of refused)
    spoken += refusedEvents({ id, created, model }, addressed, verdict, index ?? 0);
  return spoken + trailing + DONE;
}

function isCounted(chunk: JsonObject): boolean {
  return chunk.usage !== undefined && chunk.usage !== null;
}
