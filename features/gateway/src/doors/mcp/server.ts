import { httpUpstream, type UpstreamTimeouts } from '../../upstream/http-upstream.js';
import type { UpstreamAnswer } from '../../upstream/upstream.js';

/** An operator's MCP server, over Streamable HTTP. */
export interface McpServer {
  /** As clients name it in the address. */
  readonly name: string;
  /** Rejects as an upstream does. Statuses of 400 and more are answers like any other. */
  send(request: McpSending): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}

export interface McpSending {
  /** GET: what the server says of itself, for as long as it is listened to. */
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly body?: string | undefined;
  readonly session: string | undefined;
  readonly version: string | undefined;
  readonly signal: AbortSignal;
}

export interface McpServerOptions {
  readonly name: string;
  readonly url: string;
  /** What the server knows its clients by; nothing of a client's own goes there. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Until an answer begins, and between two messages of it. */
  readonly timeoutMs?: number | undefined;
}

const MIB = 1024 * 1024;
const TIMEOUT_MS = 120_000;
const LISTEN_MS = 3_600_000;
const MAX_BYTES = 16 * MIB;

/**
 * Speaks to an MCP server.
 *
 * @example
 * mcpServer({ name: 'tickets', url: 'https://tickets.internal/mcp', headers: { authorization: 'Bearer ...' } });
 */
export function mcpServer({ name, url, headers = {}, timeoutMs = TIMEOUT_MS }: McpServerOptions): McpServer {
  const { origin, pathname, search } = new URL(url);
  const connect = (timeouts: Partial<UpstreamTimeouts>) =>
    httpUpstream({ baseUrl: origin, timeouts: { headersMs: timeoutMs, ...timeouts }, maxBytes: MAX_BYTES });
  const asked = connect({ idleMs: timeoutMs });
  const heard = connect({ idleMs: LISTEN_MS, totalMs: LISTEN_MS });
  return {
    name,
    send: ({ method, body, session, version, signal }) =>
      (method === 'GET' ? heard : asked).send({
        api: 'openai',
        method,
        path: `${pathname}${search}`,
        accept: method === 'GET' ? 'text/event-stream' : 'application/json, text/event-stream',
        headers: {
          ...headers,
          ...(session !== undefined && { 'mcp-session-id': session }),
          ...(version !== undefined && { 'mcp-protocol-version': version }),
        },
        ...(body !== undefined && { body }),
        signal,
      }),
    async close() {
      await Promise.all([asked.close(), heard.close()]);
    },
  };
}
