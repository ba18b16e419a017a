import { createHash } from 'node:crypto';

/** A text without what makes no difference to a reader: NFKC, lower case, runs of white space as one space, trimmed. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The first 8 bytes of SHA-256 over the normalised text as UTF-8, read as a little-endian number. */
export function fingerprint(text: string): bigint {
  return createHash('sha256').update(normalised(text), 'utf8').digest().readBigUInt64LE(0);
}
