import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptJsonBodies } from '../body/read-json.js';
import type { DoorPorts } from '../door-ports.js';
import { asTyrianError } from '../errors/fault.js';
import { recordRejected } from '../errors/rejected.js';
import { sayRetry } from '../errors/retry.js';
import { requirePrincipal } from '../principal/authenticate.js';
import { watchOf } from '../telemetry/watch-requests.js';
import type { Dialect } from './dialect.js';
import { UpstreamRefusal } from './upstream-refusal.js';

/** What all routes of one dialect share: keys, bodies, and how a fault is worded. */
export function speakDialect(app: FastifyInstance, ports: DoorPorts, dialect: Dialect): void {
  acceptJsonBodies(app);
  requirePrincipal(app, ports);
  app.setErrorHandler(async (cause, request, reply) => sendError(ports, dialect, cause, request, reply));
}

/** Words a fault as clients of this dialect read it. */
export async function sendError(
  ports: DoorPorts,
  dialect: Dialect,
  cause: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (cause instanceof UpstreamRefusal) {
    if (cause.retryAfter !== undefined) reply.header('retry-after', cause.retryAfter);
    return reply.code(cause.words.status).send(dialect.upstream(cause.words, request.id));
  }
  const error = asTyrianError(cause, request.id, ports.log, request.routeOptions.bodyLimit);
  const door = request.routeOptions.url ?? 'unknown';
  watchOf(request).failed(error.code);
  await recordRejected(ports, request, door, error);
  sayRetry(reply, error);
  const { status, body } = dialect.answer?.(error, request.body) ?? {
    status: error.status,
    body: dialect.error(error, request.id),
  };
  return reply.code(status).send(body);
}
