import { isIP } from 'node:net';
import { errors } from '@tyrian/contracts';
import { isPublicAddress } from '../address/public-address.js';

/**
 * The URL of a webhook: HTTPS to a public address, unless more is allowed. Names are looked at when they are connected
 * to; an address stands in the URL itself. Throws CONFIG_INVALID.
 */
export function checkTarget(text: string, allowPrivate: boolean): URL {
  const url = new URL(text);
  const refuse = (why: string) => errors.CONFIG_INVALID([`the webhook to ${url.host} ${why}`]);
  if (url.username !== '' || url.password !== '') throw refuse('must not have a name or password in its URL');
  if (allowPrivate) return url;
  if (url.protocol !== 'https:') throw refuse('must be https, or say allowPrivate: true');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw refuse('leads to a private address: say allowPrivate: true');
  return url;
}
