import { type Content, errors } from '@tyrian/contracts';
import type { DoorPorts } from '../door-ports.js';
import { openAiDialect } from '../doors/dialects/openai.js';
import { readRefusal } from '../doors/upstream-refusal.js';
import { removeChannel } from '../fields/channel.js';
import type { Field, JsonObject } from '../fields/field.js';
import { readChannels, readWalk } from '../fields/reading.js';
import { createWalk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import { readJsonAnswer } from '../upstream/read-answer.js';
import type { UpstreamAnswer, UpstreamRequest } from '../upstream/upstream.js';
import type { Exchange } from '../verdict/exchange.js';
import { areNamesAllowed } from '../verdict/names.js';

type Question = Pick<UpstreamRequest, 'method' | 'path' | 'body' | 'contentType'> & {
  /** The server that has it, where that is known. */
  readonly server?: string | undefined;
};

/** Asks the model server about files and batches. Its own words on an error stay there. */
export async function askFiles(
  ports: DoorPorts,
  { principal }: Exchange,
  { server, ...question }: Question,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const upstream = principal.upstream ?? server;
  const answer = await ports.upstream.send({
    api: 'openai',
    accept: 'application/json',
    upstream,
    signal,
    ...question,
  });
  if (answer.status >= 400) throw await readRefusal(answer, openAiDialect, async () => false);
  return answer;
}

/** The same, for an answer that describes a file or a batch: only what its table knows and the guard lets through. */
export async function askObject(
  ports: DoorPorts,
  exchange: Exchange,
  question: Question,
  table: Field,
  signal: AbortSignal,
): Promise<{ readonly body: JsonObject; readonly server: string | undefined }> {
  const answer = await askFiles(ports, exchange, question, signal);
  const body = await readJsonAnswer(answer);
  await dropUnfit(exchange, table, body);
  return { body, server: answer.server };
}

/** Takes out of a description what the guard does not let through: its names, its texts. */
export async function dropUnfit(exchange: Exchange, table: Field, body: JsonObject): Promise<void> {
  const walk = createWalk('answer');
  walkDocument(table, body, walk);
  if (!(await areNamesAllowed(exchange, walk.names)))
    throw errors.UPSTREAM_INVALID(['names in it are not let through']);
  const { guard, audience, id } = exchange;
  const allows = async (contents: readonly Content[]) =>
    contents.length === 0 ||
    (await guard.check({ id, stage: 'output', audience, contents: [...contents] })).decision === 'allow';
  if (await allows(readWalk(walk, 'output').contents)) return;
  // Each by itself, so that what names a line stays where only a message must go; what is bad together is gone as a whole.
  for (const channel of walk.channels) {
    if (!(await allows(readChannels([channel], 'output', 'answer').contents))) removeChannel(channel);
  }
  const left = createWalk('answer');
  walkDocument(table, body, left);
  if (!(await allows(readWalk(left, 'output').contents))) for (const channel of left.channels) removeChannel(channel);
}
