import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admit } from '../../conduct/admit.js';
import { hideConduct } from '../../conduct/tell.js';
import type { DoorPorts } from '../../door-ports.js';
import { asTyrianError } from '../../errors/fault.js';
import { readWalk } from '../../fields/reading.js';
import { createWalk } from '../../fields/walk.js';
import { walkDocument } from '../../fields/walk-document.js';
import { HELP_URL, offersHelp } from '../../refusal/help.js';
import { readJsonAnswer } from '../../upstream/read-answer.js';
import type { UpstreamAnswer } from '../../upstream/upstream.js';
import { type Exchange, openExchange } from '../../verdict/exchange.js';
import { isPassed, type Judged, judge } from '../../verdict/judge.js';
import { store } from '../../verdict/store.js';
import { abortOnDisconnect } from '../call.js';
import { failedCommit, isAbort } from '../failed.js';
import { refusalOf, sendRefusal } from '../refusal.js';
import { type ClientMessage, readClientMessage, subjectOf } from './client-message.js';
import { type Connection, connect, mediaType, refusedBy } from './connection.js';
import { failed, faultOf, MCP_CODES, mcpDialect, refuseAnswer } from './dialect.js';
import { takeMessage } from './inbound.js';
import type { Listener } from './judge-message.js';
import { openEvents, relay } from './relay.js';
import type { Waiting } from './server-message.js';

/** What is known of a message that was let through. */
interface Passed {
  readonly connection: Connection;
  readonly message: ClientMessage;
  readonly listener: Listener & { readonly asked: Judged };
  /** Resolves once the record of the message is durable. */
  readonly stored: Promise<void>;
  readonly abort: AbortController;
}

const MAX_NAMED = 20;

/** Takes a message of a client: judges it, passes it on, and judges what comes back. */
export function postMessage(ports: DoorPorts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const abort = abortOnDisconnect(reply);
    const connection = connect(ports, request, abort.signal);
    const message = readClientMessage(request.body);
    const walk = createWalk('request');
    walkDocument(message.table, message.body, walk);
    const subject = subjectOf(connection.server.name, message);
    const opened = openExchange(ports, request, { door: `mcp.${message.method}`, model: subject });
    const exchange = await admit(ports, opened, reply);
    const asked = await judge(ports, exchange, readWalk(walk, 'input'), { stage: 'input' });
    const stored = store(ports.recorder, asked.commit);
    stored.catch(() => abort.abort());
    reply.header('x-tyrian-verdict', asked.verdict.id);
    const passed: Passed = {
      connection,
      message,
      listener: { ports, exchange, asked, server: connection.server.name },
      stored,
      abort,
    };
    if (!isPassed(asked.verdict)) {
      await stored;
      return sendRefused(reply, passed);
    }
    if (offersHelp(asked.verdict)) reply.header('x-tyrian-help', HELP_URL);
    try {
      return await pass(reply, passed);
    } catch (cause) {
      throw await settleFault(ports, exchange, passed, cause);
    } finally {
      // What nobody reads to its end would keep its connection.
      abort.abort();
    }
  };
}

/** A request is answered; what else a client sends is refused as HTTP has it, and the server is not left waiting. */
async function sendRefused(reply: FastifyReply, { message, listener, connection }: Passed): Promise<FastifyReply> {
  const { ports, exchange, asked } = listener;
  const refusal = refusalOf(ports, exchange, asked.reading.contents, asked.verdict);
  const { id } = message.body;
  if (message.kind !== 'request') {
    if (message.kind === 'response')
      await connection.tell(failed(id, { code: MCP_CODES.refused, message: 'refused', data: {} }));
    return sendRefusal(reply, mcpDialect, refusal);
  }
  hideConduct(reply, asked.verdict);
  return reply.header('x-should-retry', 'false').send(refuseAnswer(id, message.method, refusal));
}

async function pass(reply: FastifyReply, passed: Passed): Promise<FastifyReply> {
  const { connection, message, listener, stored } = passed;
  const answer = await connection.send('POST', JSON.stringify(message.body));
  if (answer.status >= 400) throw await refusedBy(listener, answer);
  connection.keepSession(reply, answer);
  if (message.kind !== 'request') {
    await stored;
    return reply.code(202).send();
  }
  const { id } = message.body;
  if (!message.answer) throw errors.MCP_METHOD_UNKNOWN();
  const waiting: Waiting = { id, method: message.method, answer: message.answer };
  return mediaType(answer) === 'text/event-stream'
    ? passStream(reply, passed, waiting, answer)
    : passWhole(reply, passed, waiting, answer);
}

async function passWhole(
  reply: FastifyReply,
  { listener, stored }: Passed,
  waiting: Waiting,
  answer: UpstreamAnswer,
): Promise<FastifyReply> {
  if (mediaType(answer) !== 'application/json') throw errors.UPSTREAM_INVALID(['its content type is another']);
  const taken = await takeMessage(listener, waiting, await readJsonAnswer(answer));
  if (!taken.isAnswer || !taken.leaves) throw errors.UPSTREAM_INVALID(['it answers another request']);
  await stored;
  const named = [listener.asked, ...taken.refused].slice(0, MAX_NAMED);
  for (const { verdict } of taken.refused) hideConduct(reply, verdict);
  reply.header('x-tyrian-verdict', named.map(({ verdict }) => verdict.id).join(', '));
  return reply.send(taken.leaves);
}

async function passStream(
  reply: FastifyReply,
  { listener, connection, stored }: Passed,
  waiting: Waiting,
  answer: UpstreamAnswer,
): Promise<FastifyReply> {
  const outlet = openEvents(reply, stored);
  try {
    await relay(answer, outlet, { listener, waiting, reply: connection.tell });
    outlet.end();
  } catch (cause) {
    outlet.stop();
    if (!outlet.hasBegun) throw cause;
    const { ports, exchange } = listener;
    await store(ports.recorder, failedCommit(ports, exchange, cause));
    const fault = isAbort(cause) ? errors.UPSTREAM_CUT() : asTyrianError(cause, exchange.requestId, ports.log);
    await outlet.write(`data: ${JSON.stringify(failed(waiting.id, faultOf(fault)))}\n\n`);
    outlet.end();
  }
  return reply;
}

async function settleFault(ports: DoorPorts, exchange: Exchange, { stored }: Passed, cause: unknown): Promise<unknown> {
  await stored;
  await store(ports.recorder, failedCommit(ports, exchange, cause));
  return isAbort(cause) ? errors.UPSTREAM_CUT() : cause;
}
