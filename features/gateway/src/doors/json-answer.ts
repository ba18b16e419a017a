import type { DoorPorts } from '../door-ports.js';
import { removeChannel } from '../fields/channel.js';
import type { Field, JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { Exchange } from '../verdict/exchange.js';
import { isPassed, type Judged, judge, type Tighten } from '../verdict/judge.js';
import { areNamesAllowed } from '../verdict/names.js';
import type { AnswerShape } from './door.js';
import { refusalOf } from './refusal.js';
import { restoreChoices } from './restore.js';

/** What is known of the prompt of an answer. */
export interface AnsweredPrompt {
  readonly reading: Pick<Judged['reading'], 'contents'>;
  readonly verdict: Pick<Judged['verdict'], 'signals'>;
  readonly restorations: Judged['restorations'];
}

/** Checks an answer that came whole, each choice by itself, and makes it what may leave. */
export async function checkAnswer(
  ports: DoorPorts,
  exchange: Exchange,
  prompt: AnsweredPrompt,
  shape: AnswerShape,
  body: JsonObject,
  tighten?: Tighten,
): Promise<readonly Judged[]> {
  const walk = createWalk('answer');
  walkDocument(shape.table, body, walk);
  const indexes = shape.choicesIn(body);
  await checkNames(exchange, walk, shape, body);
  const judged = await judgeChoices(ports, exchange, prompt, walk, indexes, tighten);
  const restored = restoreChoices(walk, judged, prompt.restorations);
  for (const { choice, verdict } of judged) {
    const index = choice ?? 0;
    if (isPassed(verdict)) shape.settle?.(body, index, verdict.decision === 'repair' || restored.has(index));
    else shape.refuse?.(body, index, refusalOf(ports, exchange, prompt.reading.contents, verdict));
  }
  return judged;
}

/** Takes the names that a model server made up out of its answer where the guard does not let them through. */
async function checkNames(exchange: Exchange, walk: Walk, shape: AnswerShape, body: JsonObject): Promise<void> {
  if (await areNamesAllowed(exchange, walk.names)) return;
  walk.withheld.add('names');
  dropNames(shape.table, body);
  shape.rename?.(body, exchange);
}

function dropNames(table: Field, body: JsonObject): void {
  walkDocument(table, body, createWalk('answer', { dropsNames: true }));
}

/**
 * One check for each answer: what is wrong with one must not hide in another. What stands outside of all choices is
 * checked with each of them, and leaves only if all pass.
 */
async function judgeChoices(
  ports: DoorPorts,
  exchange: Exchange,
  prompt: AnsweredPrompt,
  walk: Walk,
  indexes: ReadonlySet<number>,
  tighten?: Tighten,
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
        tighten,
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
