import type { ChainHead } from '@tyrian/contracts';
import { entryHash, payloadCommitment } from './entry-hash.js';
import type { PreparedRecord } from './prepared-commit.js';

/** A record with its place in a chain. Hashes are in hex. */
export interface Entry {
  readonly record: PreparedRecord;
  readonly seq: number;
  readonly previous: string;
  readonly commitment: string;
  readonly hash: string;
  readonly salt: Uint8Array;
}

/**
 * Chains records onto a head, in their order. Objects are written out, never spread: that alone cost three times as
 * much as all the hashing.
 */
export function chainEntries(head: ChainHead, records: readonly PreparedRecord[], nextSalt: () => Uint8Array): Entry[] {
  const { writer } = head;
  let { seq, hash: previous } = head;
  return records.map((record) => {
    const { id, type, at, tenant, subject, payload } = record;
    const salt = nextSalt();
    const commitment = payloadCommitment(salt, payload);
    seq++;
    const hash = entryHash({ writer, seq, id, type, at, tenant, subject, previous, commitment });
    const entry = { record, seq, previous, commitment, hash, salt };
    previous = hash;
    return entry;
  });
}

/** The head after the last of these entries. */
export function headAfter(head: ChainHead, entries: readonly Entry[]): ChainHead {
  const last = entries.at(-1);
  return last ? { writer: head.writer, seq: last.seq, hash: last.hash } : head;
}
