import { errors } from '@tyrian/contracts';
import type { DoorPorts } from '../door-ports.js';
import { removeChannel } from '../fields/channel.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { chatAnswer } from '../fields/tables/chat-answer.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { Exchange } from '../verdict/exchange.js';
import { isPassed, type Judged, judge } from '../verdict/judge.js';
import { checkNames } from './names.js';
import { type Addressed, refusedChoice } from './refuse.js';
import { restoreChoices } from './restore.js';

export interface CheckedAnswer {
  readonly body: JsonObject;
  readonly judged: readonly Judged[];
}

/** Checks an answer in JSON, each choice by itself, and makes it what may leave. */
export async function checkAnswer(
  ports: DoorPorts,
  exchange: Exchange,
  prompt: Judged,
  body: JsonObject,
): Promise<CheckedAnswer> {
  const walk = createWalk('answer');
  walkDocument(chatAnswer, body, walk);
  if (!Array.isArray(body.choices) || body.choices.length === 0) throw errors.UPSTREAM_INVALID(['it has no choices']);
  const choices: JsonObject[] = body.choices.filter(isObject);
  const indexes = new Set(choices.map((choice) => Number(choice.index)));
  // Two answers under one index would be read as one text, and a client could show either.
  if (indexes.size < choices.length) throw errors.UPSTREAM_INVALID(['two of its choices have the same index']);
  await checkNames(exchange, walk, chatAnswer, [body]);
  const judged = await judgeChoices(ports, exchange, prompt, walk, indexes);
  const restored = restoreChoices(walk, judged, prompt.restorations);
  const addressed = { exchange, settings: ports.answers ?? {}, contents: prompt.reading.contents };
  const byIndex = new Map(judged.map((one) => [one.choice, one]));
  body.choices = choices.map((choice) => {
    const one = byIndex.get(Number(choice.index));
    // Log probabilities spell the text as it was before.
    if (one?.verdict.decision === 'repair' || restored.has(Number(choice.index))) choice.logprobs = null;
    return one ? choiceToSend(addressed, choice, one) : choice;
  });
  return { body, judged };
}

/**
 * One check for each answer: what is wrong with one must not hide in another. What stands outside of all choices is
 * checked with each of them, and leaves only if all pass.
 */
export async function judgeChoices(
  ports: DoorPorts,
  exchange: Exchange,
  prompt: Judged,
  walk: Walk,
  indexes: ReadonlySet<number>,
): Promise<Judged[]> {
  // All are read before the first is judged: reading can fail, and nothing may be left running then.
  const readings = [...indexes].map((choice) => ({ choice, reading: readWalk(walk, 'output', choice) }));
  const judged = await settleAll(
    readings.map(({ choice, reading }) =>
      judge(ports, exchange, reading, {
        stage: 'output',
        choice,
        prompt: prompt.reading.contents,
        before: prompt.verdict.signals,
        reserved: prompt.restorations.placeholders,
        withheld: walk.withheld,
      }),
    ),
  );
  if (!judged.every(({ verdict }) => isPassed(verdict))) {
    for (const channel of walk.channels) if (channel.choice === -1) removeChannel(channel);
  }
  return judged;
}

/** Waits for all, then throws what the first failed with: none fails unseen, none runs on. */
async function settleAll<Result>(running: readonly Promise<Result>[]): Promise<Result[]> {
  const settled = await Promise.allSettled(running);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

function choiceToSend(addressed: Addressed, choice: JsonObject, { verdict, choice: index }: Judged): object {
  if (!isPassed(verdict)) return refusedChoice(addressed, verdict, index ?? 0);
  // A reason that no table knows was withheld; clients need one.
  if (choice.finish_reason === undefined) choice.finish_reason = 'stop';
  return choice;
}
