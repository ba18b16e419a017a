import { errors } from '@tyrian/contracts';
import { type Field, isObject, type JsonObject } from '../../fields/field.js';
import { clientNotifications, clientRequests, clientResponse } from '../../fields/tables/mcp/client.js';
import { MCP_VERSIONS } from '../../fields/tables/mcp/envelope.js';
import { serverAnswers } from '../../fields/tables/mcp/server.js';

/** What a client sent, and what describes it. */
export interface ClientMessage {
  readonly kind: 'request' | 'notification' | 'response';
  /** `tools/call`; `response` for what a client answers. */
  readonly method: string;
  readonly body: JsonObject;
  readonly table: Field;
  /** Of a request: what describes its answer. */
  readonly answer?: Field;
}

type Requests = keyof typeof clientRequests;
type Notifications = keyof typeof clientNotifications;

/** Knows a message by its method. Throws what no table describes: it would pass unchecked. */
export function readClientMessage(body: unknown): ClientMessage {
  if (Array.isArray(body)) throw errors.MCP_MESSAGE_INVALID(['send one at a time, not a batch']);
  if (!isObject(body)) throw errors.MCP_MESSAGE_INVALID(['it is not an object']);
  const { method, id } = body;
  const hasId = id !== undefined && id !== null;
  if (method === undefined) {
    if (!hasId) throw errors.MCP_MESSAGE_INVALID(['it has neither a method nor an id']);
    return { kind: 'response', method: 'response', body, table: clientResponse };
  }
  if (!hasId && isIn<Notifications>(clientNotifications, method))
    return { kind: 'notification', method, body, table: clientNotifications[method] };
  if (!hasId || !isIn<Requests>(clientRequests, method)) throw errors.MCP_METHOD_UNKNOWN();
  if (method === 'initialize') negotiate(body);
  return { kind: 'request', method, body, table: clientRequests[method], answer: serverAnswers[method] };
}

function isIn<Name extends string>(table: Readonly<Record<Name, Field>>, name: unknown): name is Name {
  return typeof name === 'string' && Object.hasOwn(table, name);
}

/** Who asks for a revision that is not described here is offered the newest that is, as by any server. */
function negotiate({ params }: JsonObject): void {
  if (isObject(params) && typeof params.protocolVersion === 'string' && !isVersion(params.protocolVersion))
    params.protocolVersion = MCP_VERSIONS[0];
}

export function isVersion(version: string): boolean {
  return MCP_VERSIONS.some((known) => known === version);
}

/** What is asked for, as far as records may name it: the server, and the tool or prompt. */
export function subjectOf(server: string, { body: { params } }: ClientMessage): string {
  const name = isObject(params) ? params.name : undefined;
  return typeof name === 'string' ? `${server}/${name}` : server;
}
