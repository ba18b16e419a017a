import type { Checkpoint, CheckpointBody, Keys } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import { CHAIN_START } from '../chain/entry-hash.js';
import type { Tables } from '../database/tables.js';
import { checkHeads } from './check-heads.js';
import {
  checkpointHash,
  checkpointPublicKey,
  readCheckpointBody,
  verifyCheckpointSignature,
} from './checkpoint-signature.js';
import { checkpointFromRow } from './checkpoints.js';
import type { Faults } from './faults.js';

const BATCH = 100;

export interface CheckpointWalk {
  readonly count: number;
  /** The last that could be read. */
  readonly last: CheckpointBody | undefined;
}

/** Walks the stored checkpoints: numbers without a gap, each naming the one before, signed by our key, true of the chains. */
export async function checkCheckpoints(
  db: Kysely<Tables>,
  keys: Keys,
  faults: Faults,
  signal: AbortSignal | undefined,
): Promise<CheckpointWalk> {
  let number = 0;
  let count = 0;
  let previous = CHAIN_START;
  let last: CheckpointBody | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const rows = await db
      .selectFrom('checkpoints')
      .selectAll()
      .where('number', '>', number)
      .orderBy('number')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const name = `checkpoint ${row.number}`;
      const checkpoint = checkpointFromRow(row);
      if (row.number !== number + 1) faults.add('forged-checkpoint', `${name} does not follow checkpoint ${number}`);
      const body = checkOne(checkpoint, { name, keys, faults });
      if (body) {
        if (body.number !== row.number) faults.add('forged-checkpoint', `${name} calls itself ${body.number}`);
        if (body.previous !== previous) faults.add('forged-checkpoint', `${name} names another checkpoint before it`);
        await checkHeads(db, body.heads, name, faults);
        last = body;
      }
      previous = checkpointHash(checkpoint);
      number = row.number;
      count++;
    }
    if (rows.length < BATCH) return { count, last };
  }
}

/** A checkpoint that somebody outside has kept: it holds whatever became of the stored ones. */
export async function checkWitness(
  db: Kysely<Tables>,
  witness: Checkpoint,
  keys: Keys,
  faults: Faults,
): Promise<CheckpointBody | undefined> {
  const body = checkOne(witness, { name: 'the witness', keys, faults });
  if (!body) return undefined;
  await checkHeads(db, body.heads, 'the witness', faults);
  const stored = await db.selectFrom('checkpoints').select('body').where('number', '=', body.number).executeTakeFirst();
  if (!stored) faults.add('checkpoint-mismatch', `checkpoint ${body.number} of the witness is not stored here`);
  else if (stored.body !== witness.body)
    faults.add('checkpoint-mismatch', `checkpoint ${body.number} is not the witness's`);
  return body;
}

function checkOne(
  checkpoint: Checkpoint,
  context: { name: string; keys: Keys; faults: Faults },
): CheckpointBody | undefined {
  const { name, keys, faults } = context;
  if (!verifyCheckpointSignature(checkpoint)) faults.add('forged-checkpoint', `the signature of ${name} is not valid`);
  else if (checkpoint.publicKey !== ownPublicKey(keys, checkpoint.keyId)) {
    faults.add('forged-checkpoint', `${name} is not signed with key ${checkpoint.keyId} of this key store`);
  }
  const body = readCheckpointBody(checkpoint);
  if (!body) faults.add('forged-checkpoint', `${name} is not a checkpoint`);
  return body;
}

function ownPublicKey(keys: Keys, id: string): string | undefined {
  try {
    const key = keys.byId(id);
    return key.purpose === 'checkpoint' ? checkpointPublicKey(key) : undefined;
  } catch {
    // KEY_UNKNOWN: whoever signed it, it was not us.
    return undefined;
  }
}
