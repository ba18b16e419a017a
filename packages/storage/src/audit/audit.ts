import type { Audit, Keys } from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { addCheckpoint, latestCheckpoint } from './checkpoints.js';
import { verifyChains } from './verify.js';

export function createAudit(parts: {
  database: Database;
  writer: ChainWriter;
  keys: Keys;
  clock: () => number;
}): Audit {
  const { database, writer, keys, clock } = parts;
  return {
    checkpoint: () => writer.change((trx) => addCheckpoint(trx, keys.current('checkpoint'), clock())),
    latest: () => latestCheckpoint(database.db),
    verify: (witness, signal) => verifyChains(database.db, keys, witness, signal),
  };
}
