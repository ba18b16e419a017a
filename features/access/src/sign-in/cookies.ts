import type { FastifyReply, FastifyRequest } from 'fastify';

const SESSION = 'tyrian_session';
const KNOWN = 'tyrian_known';
const KNOWN_SECONDS = 180 * 86_400;
const SESSION_PATH = '/console';
const KNOWN_PATH = '/console/api';

/** The secret of the session; undefined also where two came, of which one may be somebody else's. */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return cookieOf(request, SESSION);
}

export function knownOf(request: FastifyRequest): string | undefined {
  return cookieOf(request, KNOWN);
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void {
  setCookie(request, reply, { name: SESSION, value: token, path: SESSION_PATH, seconds });
}

export function setKnownCookie(request: FastifyRequest, reply: FastifyReply, known: string): void {
  setCookie(request, reply, { name: KNOWN, value: known, path: KNOWN_PATH, seconds: KNOWN_SECONDS });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  setCookie(request, reply, { name: SESSION, value: '', path: SESSION_PATH, seconds: 0 });
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly seconds: number;
}

function setCookie(request: FastifyRequest, reply: FastifyReply, { name, value, path, seconds }: Cookie): void {
  const secure = isHttps(request) ? '; Secure' : '';
  reply.header('set-cookie', `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`);
}

/** The origin, which is the host's own where it gets this far, says so also behind a proxy that is not configured. */
function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https' || (request.headers.origin ?? '').startsWith('https:');
}

function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}
