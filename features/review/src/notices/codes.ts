import { createHash, randomBytes } from 'node:crypto';

/** 25 characters that cannot be taken for one another, 5 bits each. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 25;

/** The secret that opens the status of a notice or an appeal; told once to whoever gave it. */
export function newCode(): string {
  return [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte & 31]).join('');
}

/** As it is kept. 125 random bits need no salt. What people add when they copy a code does not count. */
export function hashCode(code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, '');
  return createHash('sha256').update(`tyrian status code 1 ${plain}`).digest('base64url');
}
