import { errors } from '@tyrian/contracts';
import { removeChannel } from '../fields/channel.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { chatAnswer } from '../fields/tables/chat-answer.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { GatewayPorts } from '../ports.js';
import type { Exchange } from '../verdict/exchange.js';
import { isPassed, type Judged, judge } from '../verdict/judge.js';
import { refusedChoice } from './refuse.js';

export interface CheckedAnswer {
  readonly body: JsonObject;
  readonly judged: readonly Judged[];
}

/** Checks an answer in JSON, each choice by itself, and makes it what may leave. */
export async function checkAnswer(
  ports: GatewayPorts,
  exchange: Exchange,
  prompt: Judged,
  body: JsonObject,
): Promise<CheckedAnswer> {
  const walk = createWalk('answer');
  walkDocument(chatAnswer, body, walk);
  if (!Array.isArray(body.choices) || body.choices.length === 0) throw errors.UPSTREAM_INVALID(['it has no choices']);
  const choices: JsonObject[] = body.choices.filter(isObject);
  const indexes = new Set(choices.map((choice) => Number(choice.index)));
  const judged = await judgeChoices(ports, exchange, prompt, walk, indexes);
  const byIndex = new Map(judged.map((one) => [one.choice, one]));
  body.choices = choices.map((choice) => {
    const one = byIndex.get(Number(choice.index));
    return one ? choiceToSend(exchange, choice, one) : choice;
  });
  return { body, judged };
}

/**
 * One check for each answer: what is wrong with one must not hide in another. What stands outside of all choices is
 * checked with each of them, and leaves only if all pass.
 */
export async function judgeChoices(
  ports: GatewayPorts,
  exchange: Exchange,
  prompt: Judged,
  walk: Walk,
  indexes: ReadonlySet<number>,
): Promise<Judged[]> {
  const judgements = [...indexes].map((choice) =>
    judge(ports, exchange, readWalk(walk, 'output', choice), {
      stage: 'output',
      choice,
      prompt: prompt.reading.contents,
      before: prompt.verdict.signals,
      withheld: walk.withheld,
    }),
  );
  const judged = await Promise.all(judgements);
  if (!judged.every(({ verdict }) => isPassed(verdict))) {
    for (const channel of walk.channels) if (channel.choice === -1) removeChannel(channel);
  }
  return judged;
}

function choiceToSend(exchange: Exchange, choice: JsonObject, { verdict, choice: index }: Judged): object {
  if (!isPassed(verdict)) return refusedChoice(exchange, verdict, index ?? 0);
  // A reason that no table knows was withheld; clients need one.
  if (choice.finish_reason === undefined) choice.finish_reason = 'stop';
  // Log probabilities spell the text as it was before the repair.
  if (verdict.decision === 'repair') choice.logprobs = null;
  return choice;
}
