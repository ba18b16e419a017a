import type { IncomingMessage } from 'node:http';
import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Headers of which a proxy may read the one and we the other. */
const ONCE: ReadonlySet<string> = new Set([
  'host',
  'authorization',
  'x-api-key',
  'api-key',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
]);
const HOST = /^(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?$/;
/** Requests that one connection sends before it has the answer of the first. */
const PIPELINED = 16;

/**
 * Takes only requests that every server reads in one way: where a proxy before us and we could disagree, what it let
 * through would not be what we check. Also bodies are taken as they are: nothing is unpacked, so nothing can burst.
 */
export function requirePlainRequests(app: FastifyInstance): void {
  const unanswered = new WeakMap<object, number>();
  /** What came behind a refused request was read already, and would be answered although the connection closes. */
  const refused = new WeakSet<object>();
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { socket } = request.raw;
    const waiting = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, waiting);
    reply.raw.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    const fault = refused.has(socket)
      ? errors.REQUEST_INVALID(['it came behind one that was refused'])
      : waiting > PIPELINED
        ? errors.PIPELINED_TOO_MUCH([PIPELINED])
        : faultOf(request.raw);
    if (!fault) return;
    refused.add(socket);
    reply.header('connection', 'close');
    throw fault;
  });
}

function faultOf(request: IncomingMessage): Error | undefined {
  const { headers, rawHeaders, httpVersion } = request;
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return errors.REQUEST_INVALID(['its version is not HTTP/1.1']);
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (ONCE.has(name) && seen.has(name)) return errors.REQUEST_INVALID([`it has two headers ${name}`]);
    seen.add(name);
  }
  const { host, 'transfer-encoding': transfer, 'content-encoding': encoding } = headers;
  if (host !== undefined && host !== '' && !HOST.test(host)) return errors.REQUEST_INVALID(['its host is not one']);
  if (transfer !== undefined && transfer.trim().toLowerCase() !== 'chunked')
    return errors.REQUEST_INVALID(['its transfer-encoding is not chunked']);
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') return errors.BODY_ENCODED();
  return undefined;
}
