import { createHash, randomBytes } from 'node:crypto';

/** Neither i, l, o nor 1, so that a code can be read out. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789';
const GROUP = 4;

/** A code that people copy or type: `characters` of five random bits, in groups of four. */
function newCode(characters: number): string {
  const text = [...randomBytes(characters)].map((byte) => ALPHABET[byte & 31]).join('');
  return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** 100 random bits. */
export function newInvitationCode(): string {
  return newCode(20);
}

/** Ten, of 80 random bits each. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => newCode(16));
}

/** How codes are kept, however they are typed. There is too much chance in them to need more than a plain hash. */
export function hashCode(code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`tyrian code ${plain}`).digest('hex');
}

/** 256 random bits for a cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSessionToken(token: string): string {
  return createHash('sha256').update(`tyrian session ${token}`).digest('hex');
}
