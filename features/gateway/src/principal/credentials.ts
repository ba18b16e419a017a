import type { IncomingHttpHeaders } from 'node:http';
import { errors } from '@tyrian/contracts';

const MAX_TOKEN = 256;
const BEARER = /^bearer ([\x21-\x7e]+)$/i;

/**
 * The key that a request comes with: as a bearer token, or where SDKs of Anthropic (`x-api-key`) and Azure (`api-key`)
 * put it. Throws CREDENTIALS_DIFFER where it comes with two: nobody could say whose request it is.
 */
export function tokenOf({ authorization, ...headers }: IncomingHttpHeaders): string | undefined {
  const given = new Set([bearerToken(authorization), plainToken(headers['x-api-key']), plainToken(headers['api-key'])]);
  given.delete(undefined);
  if (given.size > 1) throw errors.CREDENTIALS_DIFFER();
  const [token] = given;
  return token;
}

function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined || header.length > MAX_TOKEN) return undefined;
  return BEARER.exec(header)?.[1];
}

function plainToken(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header === '') return undefined;
  return header.slice(0, MAX_TOKEN);
}
