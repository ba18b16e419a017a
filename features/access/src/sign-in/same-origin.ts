import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the console sends with every request: no form and no other site can. `background`: nobody did anything. */
const HEADER = 'x-tyrian-console';

/** Refuses what another site, or no console at all, has sent; and lets nothing of an answer be kept. */
export function requireConsole(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-request-id', request.id);
    refuseElsewhere(request);
  });
}

/** Throws REQUEST_FROM_ELSEWHERE. */
function refuseElsewhere({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw errors.REQUEST_FROM_ELSEWHERE(['another site asks']);
  if (headers.origin !== undefined && !isOriginOf(headers.origin, host))
    throw errors.REQUEST_FROM_ELSEWHERE(['the origin is another']);
  if (headers[HEADER] === undefined) throw errors.REQUEST_FROM_ELSEWHERE([`the header ${HEADER} is missing`]);
}

/** By host and port only: a proxy that is not configured hides the scheme. */
function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** Whether somebody works, or the console only looks for news by itself. */
export function isWork({ headers }: FastifyRequest): boolean {
  return headers[HEADER] !== 'background';
}
