import { Secret, TOTP } from 'otpauth';

/** What every authenticator app knows: SHA-1, six digits, half a minute (RFC 6238). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
const ISSUER = 'Tyrian';

/** A new secret: base32, and as the URI that apps read from a QR code. */
export function newOneTimeSecret(name: string): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: SECRET_BYTES });
  return { secret: secret.base32, uri: new TOTP({ ...SHAPE, issuer: ISSUER, label: name, secret }).toString() };
}

/** The step that a code is of, one before and one after now included; undefined for a wrong one. */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const codes = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) });
  const delta = codes.validate({ token, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / (SHAPE.period * 1_000)) + delta;
}
