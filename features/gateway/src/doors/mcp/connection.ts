import { errors } from '@tyrian/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorPorts } from '../../door-ports.js';
import { isObject, type JsonObject } from '../../fields/field.js';
import type { UpstreamAnswer } from '../../upstream/upstream.js';
import { judge } from '../../verdict/judge.js';
import { store } from '../../verdict/store.js';
import { readRefusal, type UpstreamRefusal } from '../upstream-refusal.js';
import { mcpDialect } from './dialect.js';
import type { Listener } from './judge-message.js';
import type { McpServer } from './server.js';
import { openSession, sealSession, versionOf } from './session.js';

/** A client's way to one server, in the session that the client is in. */
export interface Connection {
  readonly server: McpServer;
  send(method: 'GET' | 'POST' | 'DELETE', body?: string): Promise<UpstreamAnswer>;
  /** Tells the server something in the client's place; that it could not be told is logged, no more. */
  readonly tell: (message: JsonObject) => Promise<void>;
  /** Gives the client the session that its server has begun. */
  keepSession(reply: FastifyReply, answer: UpstreamAnswer): void;
}

/** Throws NOT_FOUND for a server that is not configured, and for a session of somebody else. */
export function connect(ports: DoorPorts, request: FastifyRequest, signal: AbortSignal): Connection {
  const { params } = request;
  const name = isObject(params) ? params.server : undefined;
  const server = ports.mcpServers?.find((one) => one.name === name);
  if (!server) throw errors.NOT_FOUND(['such MCP server']);
  const session = openSession(ports, request, server.name);
  const version = versionOf(request);
  return {
    server,
    send: (method, body) => server.send({ method, body, session, version, signal }),
    async tell(message) {
      try {
        const { body } = await server.send({
          method: 'POST',
          body: JSON.stringify(message),
          session,
          version,
          signal: AbortSignal.any([signal, AbortSignal.timeout(TELL_MS)]),
        });
        for await (const _ of body);
      } catch (cause) {
        ports.log.warn({ server: server.name, code: cause instanceof Error ? cause.name : '' }, 'could not be told');
      }
    },
    keepSession(reply, { headers }) {
      const begun = headers['mcp-session-id'];
      if (typeof begun === 'string') reply.header('mcp-session-id', sealSession(ports, request, server.name, begun));
    },
  };
}

const TELL_MS = 5_000;

export function mediaType({ headers }: UpstreamAnswer): string {
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase();
}

/** What a server says where it refuses with a status; its words leave only where they pass. */
export async function refusedBy(
  { ports, exchange, asked }: Listener,
  answer: UpstreamAnswer,
): Promise<UpstreamRefusal> {
  return readRefusal(answer, mcpDialect, async (reading) => {
    const { contents } = asked.reading;
    const words = await judge(ports, exchange, reading, { stage: 'output', prompt: contents, isStruck: false });
    await store(ports.recorder, words.commit);
    return words.verdict.decision === 'allow';
  });
}
