import type { Field, JsonObject } from '../../fields/field.js';
import { serverNotifications, serverRequests } from '../../fields/tables/mcp/server.js';

/** What an MCP server said, and what describes it. */
export interface ServerMessage {
  readonly kind: 'answer' | 'request' | 'notification';
  readonly method: string;
  readonly table: Field;
}

/** The request that is waited for; none where a client merely listens. */
export interface Waiting {
  readonly id: unknown;
  readonly method: string;
  readonly answer: Field;
}

const PLAIN = /^[A-Za-z/_-]{1,64}$/;

/** Knows what a server says by its method, or by the request that it answers. A string names what no table describes. */
export function readServerMessage(body: JsonObject, waiting: Waiting | undefined): ServerMessage | string {
  const { method, id } = body;
  const hasId = id !== undefined && id !== null;
  if (method === undefined) {
    const isAnswer = waiting !== undefined && (id === waiting.id || (!hasId && body.error !== undefined));
    return isAnswer ? { kind: 'answer', method: waiting.method, table: waiting.answer } : 'event:answer';
  }
  const name = typeof method === 'string' ? method : '';
  const tables: Readonly<Record<string, Field>> = hasId ? serverRequests : serverNotifications;
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (!table) return `event:${PLAIN.test(name) ? name : '?'}`;
  return { kind: hasId ? 'request' : 'notification', method: name, table };
}
