import type { AuditReport, ChainHead, Checkpoint, Keys } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { checkCheckpoints, checkWitness } from './check-checkpoints.js';
import { findWriters, readStoredHead } from './check-heads.js';
import { Faults } from './faults.js';
import { walkChain } from './walk-chain.js';

/**
 * Walks every chain and every checkpoint in constant memory. Nothing is locked: chains are read up to where they were
 * when their turn came, and writing goes on.
 */
export async function verifyChains(
  db: Kysely<Tables>,
  keys: Keys,
  witness: Checkpoint | undefined,
  signal: AbortSignal | undefined,
): Promise<AuditReport> {
  const faults = new Faults();
  const checkpoints = await checkCheckpoints(db, keys, faults, signal);
  const witnessed = witness && (await checkWitness(db, witness, keys, faults));
  const vouched = [...(checkpoints.last?.heads ?? []), ...(witnessed?.heads ?? [])];
  const writers = await findWriters(db, vouched);
  const totals = { records: 0, erased: 0, uncheckpointed: 0 };
  for (const writer of writers) {
    const counts = await verifyChain(db, writer, faults, signal);
    totals.records += counts.records;
    totals.erased += counts.erased;
    totals.uncheckpointed += Math.max(0, counts.lastSeq - checkpointedSeq(writer, checkpoints.last?.heads ?? []));
  }
  return {
    intact: faults.none,
    ...totals,
    writers: writers.length,
    checkpoints: checkpoints.count,
    faults: faults.listed,
    faultsTruncated: faults.truncated,
  };
}

async function verifyChain(db: Kysely<Tables>, writer: string, faults: Faults, signal: AbortSignal | undefined) {
  const head = await readStoredHead(db, writer);
  // Without a head the chain is damaged, but what there is of it is walked all the same.
  const walk = await walkChain(db, { writer, until: head?.seq ?? Number.MAX_SAFE_INTEGER }, faults, signal);
  const counts = { records: walk.records, erased: walk.erased, lastSeq: walk.last.seq };
  if (!head) {
    faults.add('missing', 'the writer is not in the list of writers', { writer });
    return counts;
  }
  if (walk.last.seq < head.seq) {
    faults.add('missing', `the chain ends here, but its head is at ${head.seq}`, { writer, seq: walk.last.seq + 1 });
  } else if (walk.last.hash !== head.hash) {
    faults.add('changed', 'the head of the chain is not its last entry', { writer, seq: head.seq });
  }
  if (head.highest > head.seq) {
    faults.add('changed', `there are entries behind the head, up to ${head.highest}`, { writer, seq: head.seq + 1 });
  }
  return counts;
}

function checkpointedSeq(writer: string, heads: readonly ChainHead[]): number {
  return heads.find((head) => head.writer === writer)?.seq ?? 0;
}
