import { errors } from '@tyrian/contracts';
import { isObject, type JsonObject } from '../../fields/field.js';
import { object } from '../../fields/kinds/object.js';
import type { Judged } from '../../verdict/judge.js';
import { store } from '../../verdict/store.js';
import { refusalOf } from '../refusal.js';
import { faultOf, MCP_CODES, refuseAnswer } from './dialect.js';
import { judgeMessage, type Listener, leaveOut } from './judge-message.js';
import { readServerMessage, type Waiting } from './server-message.js';
import { changeCommit, toolsIn } from './tool-pins.js';

/** What becomes of one message of a server. */
export interface Taken {
  /** What the client gets; absent: nothing. */
  readonly leaves?: JsonObject | undefined;
  /** It is the answer that was waited for. */
  readonly isAnswer: boolean;
  /** What the server is told in the client's place, so that it does not wait for an answer that never comes. */
  readonly reply?: JsonObject | undefined;
  readonly refused: readonly Judged[];
}

const NOTHING = object({});
const REFUSED = { code: MCP_CODES.refused, message: 'refused', data: { code: 'content_filter' } };

/** Judges a message of a server before it leaves: answers, what it asks, and what it tells. */
export async function takeMessage(listener: Listener, waiting: Waiting | undefined, body: JsonObject): Promise<Taken> {
  const message = readServerMessage(body, waiting);
  if (typeof message === 'string') {
    const { id, method } = body;
    await judgeMessage(listener, NOTHING, {}, [message]);
    const isAsked = typeof method === 'string' && id !== undefined;
    const reply = isAsked ? { jsonrpc: '2.0', id, error: faultOf(errors.MCP_METHOD_UNKNOWN()) } : undefined;
    return { isAnswer: false, reply, refused: [] };
  }
  const { id } = body;
  const { kind, method, table } = message;
  if (!table.fits(body)) throw errors.UPSTREAM_INVALID(['a message is not an object']);
  const refused = await judgeMessage(listener, table, body);
  if (kind === 'answer') {
    const leaves = answerOf(listener, waiting, body, refused);
    if (method === 'tools/list') await noteChanges(listener, leaves);
    return { isAnswer: true, leaves, refused };
  }
  if (kind === 'notification') return { isAnswer: false, leaves: refused.length > 0 ? undefined : body, refused };
  // A request whose id or method was withheld cannot be answered by a client.
  const isLeft = refused.length === 0 && body.id === id && body.method === method;
  return {
    isAnswer: false,
    ...(isLeft ? { leaves: body } : { reply: { jsonrpc: '2.0', id, error: REFUSED } }),
    refused,
  };
}

/** Says on record, before the list leaves, which tools are not what they were. */
async function noteChanges({ ports, exchange, server }: Listener, list: JsonObject): Promise<void> {
  const changes = ports.toolPins.changed(exchange, server, toolsIn(list));
  if (changes.length > 0) await store(ports.recorder, changeCommit(ports, exchange, server, changes));
}

function answerOf(
  { ports, exchange, asked }: Listener,
  waiting: Waiting | undefined,
  body: JsonObject,
  refused: readonly Judged[],
): JsonObject {
  // As the client wrote it: it was compared with what the server gave.
  body.id = waiting?.id;
  body.jsonrpc = '2.0';
  const [first] = refused;
  if (first && !leaveOut(body, refused)) {
    const { contents } = asked.reading;
    // The client asked, somebody else said it: worded as for an answer.
    const refusal = refusalOf(ports, exchange, contents, { ...first.verdict, stage: 'output' });
    return refuseAnswer(waiting?.id, waiting?.method ?? '', refusal);
  }
  if (body.error !== undefined && body.error !== null) delete body.result;
  else if (!isObject(body.result)) throw errors.UPSTREAM_INVALID(['it has neither a result nor an error']);
  if (waiting?.method === 'initialize' && isObject(body.result) && body.result.protocolVersion === undefined)
    throw errors.UPSTREAM_INVALID(['it speaks a revision of the protocol that is not described here']);
  return body;
}
