import { timingSafeEqual } from 'node:crypto';
import { errors } from '@tyrian/contracts';
import type { FastifyRequest } from 'fastify';
import type { GatewayPorts } from '../../ports.js';
import { claimsOf, principalOf } from '../../principal/authenticate.js';
import { isVersion } from './client-message.js';

type Hashes = Pick<GatewayPorts, 'pseudonyms'>;

/** What a server may call a session; nothing that ends a header. */
const SESSION = /^[A-Za-z0-9_.:/|=+~-]{1,512}$/;
const MAX_SESSION = 1_024;

/**
 * A session as the client is told it: with a mark of the key and the user that began it, so that nobody goes on with
 * another's. Nothing of it is kept here, so that any machine knows it.
 */
export function sealSession(ports: Hashes, request: FastifyRequest, server: string, session: string): string {
  if (!SESSION.test(session)) throw errors.UPSTREAM_INVALID(['its session has a name that cannot be passed on']);
  return `${markOf(ports, request, server, session)}.${session}`;
}

/** The session as its server knows it. Throws NOT_FOUND for another's, upon which clients begin a new one. */
export function openSession(ports: Hashes, request: FastifyRequest, server: string): string | undefined {
  const sealed = request.headers['mcp-session-id'];
  if (sealed === undefined) return undefined;
  const whole = typeof sealed === 'string' && sealed.length <= MAX_SESSION ? sealed : '';
  const dot = whole.indexOf('.');
  const session = whole.slice(dot + 1);
  const given = Buffer.from(whole.slice(0, Math.max(0, dot)));
  const mark = Buffer.from(markOf(ports, request, server, session));
  if (given.length !== mark.length || !timingSafeEqual(given, mark)) throw errors.NOT_FOUND(['such session']);
  return session;
}

function markOf({ pseudonyms }: Hashes, request: FastifyRequest, server: string, session: string): string {
  const { tenant, keyId } = principalOf(request);
  const account = claimsOf(request)?.account ?? null;
  const mark = pseudonyms.fingerprint(tenant, JSON.stringify(['mcp-session', server, keyId, account, session]));
  return mark.replace(/[^A-Za-z0-9_-]/g, '');
}

/** The revision that the client says was agreed on. */
export function versionOf({ headers }: FastifyRequest): string | undefined {
  const version = headers['mcp-protocol-version'];
  if (version === undefined) return undefined;
  if (typeof version === 'string' && isVersion(version)) return version;
  throw errors.MCP_MESSAGE_INVALID(['mcp-protocol-version names a revision that is not described here']);
}
