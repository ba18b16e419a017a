import { createHmac, hash } from 'node:crypto';
import type { ChainedRecord } from '@tyrian/contracts';

/** What stands before the first entry of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** Everything of an entry that its hash covers. Salt and payload are covered through the commitment alone. */
export type HashedFields = Omit<ChainedRecord, 'hash' | 'salt' | 'payload'>;

/**
 * The commitment to a payload: HMAC-SHA-256 of its exact text under the salt, in hex. Without the salt nobody can
 * find out from it what the payload was, so that erasing both leaves nothing behind but the proof that something stood there.
 *
 * @example
 * payloadCommitment(Buffer.alloc(16), '{}'); // 64 hex digits
 */
export function payloadCommitment(salt: Uint8Array, payload: string): string {
  return createHmac('sha256', salt).update(payload).digest('hex');
}

/**
 * The hash of an entry: SHA-256, in hex, over the JSON of
 * `[1, writer, seq, id, type, at, tenant, subject, subjectKey, previous, commitment]` without spaces.
 *
 * @example
 * entryHash(entry) === entry.hash; // unless somebody changed it
 */
export function entryHash(entry: HashedFields): string {
  const { writer, seq, id, type, at, tenant, subject, previous, commitment } = entry;
  const fields = [
    1,
    writer,
    seq,
    id,
    type,
    at,
    tenant,
    subject?.value ?? null,
    subject?.keyId ?? null,
    previous,
    commitment,
  ];
  return hash('sha256', JSON.stringify(fields), 'hex');
}
