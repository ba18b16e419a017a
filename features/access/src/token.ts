import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'tyr_';
const SECRET_BYTES = 24;
const CHECK_CHARACTERS = 6;
const SHAPE = /^tyr_[A-Za-z0-9_-]{38}$/;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The last characters of a token: they tell a mistyped or made-up one apart without a look at the database. */
function checkOf(body: string): string {
  return digest(`tyrian api key ${body}`).toString('base64url').slice(0, CHECK_CHARACTERS);
}

/** A new secret with 192 random bits. It is shown once and kept nowhere. */
export function newToken(): string {
  const body = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  return body + checkOf(body);
}

/** True for what `newToken` could have made. */
export function isToken(text: string): boolean {
  return SHAPE.test(text) && checkOf(text.slice(0, -CHECK_CHARACTERS)) === text.slice(-CHECK_CHARACTERS);
}

/** How a token is kept. A plain hash is enough for 192 random bits: there is nothing to guess. */
export function hashToken(token: string): string {
  return digest(token).toString('hex');
}

/** The part of a token that may be shown, so that people can tell their keys apart. */
export function hintOf(token: string): string {
  return token.slice(0, PREFIX.length + 4);
}
