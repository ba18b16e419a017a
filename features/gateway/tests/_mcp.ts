import type { McpSending, McpServer } from '../src/doors/mcp/server.js';
import { isObject, type JsonObject } from '../src/fields/field.js';
import type { UpstreamAnswer } from '../src/upstream/upstream.js';
import { startServer, type TestServer } from './_server.js';

export interface ScriptedMcp extends McpServer {
  /** What reached it. */
  readonly got: McpSending[];
}

/** An MCP server that answers what a test says. */
export function scriptedMcp(answer: (sending: McpSending) => Partial<McpAnswer>, name = 'tools'): ScriptedMcp {
  const got: McpSending[] = [];
  return {
    name,
    got,
    async send(sending) {
      got.push(sending);
      const { status = 200, type = 'application/json', pieces = [], headers = {} } = answer(sending);
      return { status, headers: { 'content-type': type, ...headers }, body: bodyOf(pieces) } satisfies UpstreamAnswer;
    },
    close: async () => undefined,
  };
}

interface McpAnswer {
  readonly status: number;
  readonly type: string;
  readonly pieces: readonly (string | Uint8Array | Error)[];
  readonly headers: Readonly<Record<string, string>>;
}

async function* bodyOf(pieces: McpAnswer['pieces']): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece;
    yield Buffer.from(piece);
  }
}

/** The request that a server was sent, as it reads it. */
export function sentTo({ body }: McpSending): JsonObject {
  const sent: unknown = JSON.parse(body ?? '{}');
  return isObject(sent) ? sent : {};
}

export const json = (message: object): Partial<McpAnswer> => ({ pieces: [JSON.stringify(message)] });
export const events = (...messages: readonly object[]): Partial<McpAnswer> => ({
  type: 'text/event-stream',
  pieces: messages.map((message) => `event: message\nid: 7\ndata: ${JSON.stringify(message)}\n\n`),
});

/** Takes whatever comes, and answers nothing. */
export const accepted = (): ScriptedMcp => scriptedMcp(() => ({ status: 202 }));

/** Answers with a result to whatever is asked. */
export const resultOf = (result: object) => (sending: McpSending) =>
  json({ jsonrpc: '2.0', id: sentTo(sending).id, result });

export async function startMcp(
  server: McpServer,
  options: Parameters<typeof startServer>[0] = {},
): Promise<TestServer> {
  return startServer({ ...options, ports: { mcpServers: [server], ...options.ports } });
}

export function rpc(method: string, params?: object, id: unknown = 1): object {
  return { jsonrpc: '2.0', id, method, ...(params && { params }) };
}

/** The messages of a stream of events. */
export function messagesIn(body: string): JsonObject[] {
  return body
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice('data: '.length)));
}
