import type { FastifyReply } from 'fastify';
import { abortOnDisconnect } from '../doors/call.js';
import type { Dialect } from '../doors/dialect.js';
import { readRefusal } from '../doors/upstream-refusal.js';
import type { Field, JsonObject } from '../fields/field.js';
import { createWalk, type Walk } from '../fields/walk.js';
import { walkDocument } from '../fields/walk-document.js';
import type { GatewayPorts } from '../ports.js';
import { principalOf } from '../principal/authenticate.js';
import { expectType, readJsonAnswer } from '../upstream/read-answer.js';
import type { UpstreamRequest } from '../upstream/upstream.js';

interface Question extends Omit<UpstreamRequest, 'accept' | 'signal'> {
  readonly dialect: Dialect;
  readonly table: Field;
}

/** Asks the model server something that is no prompt; what its answer has beside the table is dropped. */
export async function askAbout(
  ports: GatewayPorts,
  reply: FastifyReply,
  { dialect, table, ...question }: Question,
): Promise<{ readonly body: JsonObject; readonly walk: Walk }> {
  const abort = abortOnDisconnect(reply);
  try {
    const answer = await ports.upstream.send({
      ...question,
      accept: 'application/json',
      upstream: principalOf(reply.request).upstream ?? undefined,
      signal: abort.signal,
    });
    if (answer.status >= 400) throw await readRefusal(answer, dialect, async () => false);
    expectType(answer, 'application/json');
    const body = await readJsonAnswer(answer);
    const walk = createWalk('answer');
    walkDocument(table, body, walk);
    return { body, walk };
  } finally {
    // A body that nobody reads to its end would keep its connection.
    abort.abort();
  }
}
