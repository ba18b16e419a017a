import { errors } from '@tyrian/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayPorts, Principal, UserClaims } from '../ports.js';
import { tokenOf } from './credentials.js';
import { holdStream, takeRequest } from './rate-limit.js';

const PRINCIPAL = 'tyrianPrincipal';
const CLAIMS = 'tyrianUserClaims';
const USER_TOKEN = 'x-tyrian-user-token';

type Gates = Pick<GatewayPorts, 'principals' | 'userTokens' | 'budgets'>;

/**
 * Knows the caller of every request before its body is read, with what a signed token says of their user, and keeps them
 * within their budget.
 */
export function requirePrincipal(app: FastifyInstance, gates: Gates): void {
  const { budgets } = gates;
  app.decorateRequest(PRINCIPAL, null);
  app.decorateRequest(CLAIMS, null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const principal = await authenticate(gates, request, reply);
    request.setDecorator(PRINCIPAL, principal);
    if (budgets) await takeRequest(budgets, principal, reply);
    request.setDecorator(CLAIMS, await readClaims(gates, request, principal));
  });
  if (budgets)
    app.addHook('preHandler', async (request, reply) => holdStream(budgets, principalOf(request), request, reply));
}

async function authenticate({ principals }: Gates, request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
  const token = tokenOf(request.headers);
  const principal = token === undefined ? undefined : await principals.authenticate(token);
  if (principal) return principal;
  reply.header('www-authenticate', 'Bearer');
  throw errors.UNAUTHENTICATED();
}

/** A token that comes is checked, also where nobody has configured whose: passed over, it would seem to count. */
async function readClaims(
  { userTokens }: Gates,
  request: FastifyRequest,
  principal: Principal,
): Promise<UserClaims | null> {
  const token = request.headers[USER_TOKEN];
  if (token === undefined) return null;
  if (!userTokens) throw errors.USER_TOKEN_INVALID(['no issuer is configured here']);
  // Two of them come as one text, which is no token.
  return userTokens.verify(typeof token === 'string' ? token : '', principal);
}

export function principalOf(request: FastifyRequest): Principal {
  const principal = findPrincipal(request);
  if (!principal) throw errors.UNAUTHENTICATED();
  return principal;
}

export function findPrincipal(request: FastifyRequest): Principal | null {
  return request.getDecorator<Principal | null>(PRINCIPAL);
}

/** What a signed token says of the user; undefined where none came. */
export function claimsOf(request: FastifyRequest): UserClaims | undefined {
  return request.getDecorator<UserClaims | null>(CLAIMS) ?? undefined;
}
