import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Refuses whatever else stands under these addresses, before its body is read and whatever its type: it would pass unchecked. */
export function refuseOthers(app: FastifyInstance, ...urls: readonly string[]): void {
  for (const url of urls) app.all(url, { schema: { hide: true }, onRequest: refuseRoute }, refuseRoute);
}

async function refuseRoute(request: FastifyRequest): Promise<never> {
  const [path = ''] = request.url.split('?');
  throw errors.ROUTE_UNKNOWN([`${request.method} ${path.slice(0, 100)}`]);
}
