import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal, Principals } from '../ports.js';

const PRINCIPAL = 'tyrianPrincipal';
const MAX_TOKEN = 256;
const BEARER = /^bearer ([\x21-\x7e]+)$/i;

/** Knows the caller of every request before its body is read. */
export function requirePrincipal(app: FastifyInstance, principals: Principals): void {
  app.decorateRequest(PRINCIPAL, null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const token = bearerToken(request.headers.authorization);
    const principal = token === undefined ? undefined : await principals.authenticate(token);
    if (!principal) {
      reply.header('www-authenticate', 'Bearer');
      throw errors.UNAUTHENTICATED();
    }
    request.setDecorator(PRINCIPAL, principal);
  });
}

function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined || header.length > MAX_TOKEN) return undefined;
  return BEARER.exec(header)?.[1];
}

export function principalOf(request: FastifyRequest): Principal {
  const principal = findPrincipal(request);
  if (!principal) throw errors.UNAUTHENTICATED();
  return principal;
}

export function findPrincipal(request: FastifyRequest): Principal | null {
  return request.getDecorator<Principal | null>(PRINCIPAL);
}
