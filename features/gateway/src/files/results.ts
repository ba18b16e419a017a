import { newId } from '@tyrian/contracts';
import type { DoorPorts } from '../door-ports.js';
import type { Door } from '../doors/door.js';
import { checkAnswer } from '../doors/json-answer.js';
import { refusalOf } from '../doors/refusal.js';
import { isObject, type JsonObject } from '../fields/field.js';
import { readWalk } from '../fields/reading.js';
import { batchResult } from '../fields/tables/files/batch.js';
import { createWalk } from '../fields/walk.js';
import type { Exchange } from '../verdict/exchange.js';
import { isPassed, judge, mergeCommits } from '../verdict/judge.js';
import { store } from '../verdict/store.js';
import { dropUnfit } from './ask.js';
import { parseLines } from './lines.js';

/** The results of a batch as they may leave: each line's answer checked as its door would, what is refused replaced. */
export async function checkResults(ports: DoorPorts, exchange: Exchange, door: Door, bytes: Buffer): Promise<string> {
  const lines = parseLines(bytes);
  for (const line of lines) {
    const { response, ...rest } = line;
    const answered = isObject(response) ? response : {};
    const { body, ...status } = answered;
    const head: JsonObject = { ...rest, ...(isObject(response) && { response: status }) };
    await dropUnfit(exchange, batchResult, head);
    for (const name of Object.keys(line)) Reflect.deleteProperty(line, name);
    Object.assign(line, head);
    if (isObject(line.response))
      Object.assign(line.response, await checkedResponse(ports, exchange, door, status, body));
  }
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

async function checkedResponse(
  ports: DoorPorts,
  exchange: Exchange,
  door: Door,
  { status_code: status }: JsonObject,
  body: unknown,
): Promise<object> {
  const { answer: shape, dialect } = door;
  const own = { ...exchange, id: newId('generation', ports.clock.now()) };
  if (status !== 200 || !isObject(body)) {
    // What a model server says of an error was never asked for: a code is enough.
    const words = {
      status: 400,
      code: 'upstream_refused',
      message: 'The model server refused the request',
      param: null,
    };
    return { body: dialect.upstream(words, own.requestId) };
  }
  // The prompt was checked when it was uploaded, and is not at hand.
  const prompt = await judge(ports, own, readWalk(createWalk('request'), 'input'), { stage: 'input' });
  const judged = await checkAnswer(ports, own, prompt, shape, body);
  await store(ports.recorder, mergeCommits(judged.map(({ commit }) => commit)));
  const refused = judged.find(({ verdict }) => !isPassed(verdict));
  if (!refused || shape.refuse) return { body };
  return { status_code: 400, body: dialect.refusal(refusalOf(ports, own, [], refused.verdict)) };
}
