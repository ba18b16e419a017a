import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Ending, type Telemetry, UNWATCHED, type Watch } from './telemetry.js';

const WATCH = 'tyrianWatch';

/** Has every request watched from its first header to its last byte; where nobody watches there is nothing to run. */
export function watchRequests(app: FastifyInstance, telemetry: Telemetry | undefined): void {
  app.decorateRequest(WATCH, null);
  if (!telemetry) return;
  app.addHook('onRequest', (request, reply, done) => {
    const watch = telemetry.open({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      traceparent: single(request.headers.traceparent),
    });
    request.setDecorator(WATCH, watch);
    const began = performance.now();
    // Comes after an answer as well as for a client that is gone; fastify's own hook comes for answers only.
    reply.raw.once('close', () => watch.ended(endingOf(reply, began)));
    done();
  });
}

/** What watches a request. */
export function watchOf(request: FastifyRequest): Watch {
  return request.getDecorator<Watch | null>(WATCH) ?? UNWATCHED;
}

function endingOf({ raw }: FastifyReply, began: number): Ending {
  return { status: raw.statusCode, tookMs: performance.now() - began, isGone: !raw.writableEnded };
}

/** Two of them come as a list, and name no trace. */
function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
