import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message may be this much older or newer than the receiver's clock, in seconds. */
const TOLERANCE_S = 5 * 60;
const PREFIX = 'whsec_';
const SECRET_BYTES = { least: 24, most: 64 } as const;

export type SignedHeaders = {
  readonly 'webhook-id': string;
  /** Seconds since 1970. */
  readonly 'webhook-timestamp': string;
  /** One signature a secret, with a space between. */
  readonly 'webhook-signature': string;
};

/** What a secret is made of: `whsec_` and base64 of 24 to 64 bytes. Throws RangeError for anything else. */
export function secretBytes(secret: string): Buffer {
  const bytes = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const isWhole = bytes.toString('base64').replace(/=+$/, '') === secret.slice(PREFIX.length).replace(/=+$/, '');
  if (!secret.startsWith(PREFIX) || !isWhole || bytes.length < SECRET_BYTES.least || bytes.length > SECRET_BYTES.most)
    throw new RangeError(`a secret is ${PREFIX} and base64 of ${SECRET_BYTES.least} to ${SECRET_BYTES.most} bytes`);
  return bytes;
}

/**
 * Signs a body as Standard Webhooks 1 says: HMAC-SHA-256 over `id.timestamp.body`.
 *
 * @example
 * signMessage({ id: 'refused_vrd_1', seconds: 1795000000, body: '{}' }, [secret]);
 */
export function signMessage(
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
  secrets: readonly string[],
): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret, id, String(seconds), body)}`).join(' '),
  };
}

/** Why a message is not to be believed, or undefined where it is. `now` in milliseconds since 1970. */
export function whyUnverified(
  headers: Readonly<Record<string, unknown>>,
  body: string,
  secrets: readonly string[],
  now: number,
): 'no-headers' | 'too-old' | 'too-new' | 'wrong-signature' | undefined {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return 'no-headers';
  if (!/^\d{1,12}$/.test(timestamp)) return 'no-headers';
  const age = now / 1000 - Number(timestamp);
  if (age > TOLERANCE_S) return 'too-old';
  if (age < -TOLERANCE_S) return 'too-new';
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  const isSigned = secrets.some((secret) => {
    const wanted = signature(secret, id, timestamp, body);
    return given.some((one) => isEqual(one, wanted));
  });
  return isSigned ? undefined : 'wrong-signature';
}

function signature(secret: string, id: string, timestamp: string, body: string): string {
  return createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
