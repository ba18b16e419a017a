import { type AuditReport, type Checkpoint, CheckpointBody, type Store } from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../src/audit/checkpoint-signature.js';
import { verifyChains } from '../src/audit/verify.js';
import { fromHex, toHex } from '../src/chain/bytes.js';
import { CHAIN_START, entryHash, payloadCommitment } from '../src/chain/entry-hash.js';
import type { Database } from '../src/database/database.js';
import type { Tables } from '../src/database/tables.js';
import { verifyCheckpointSignature } from '../src/index.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { RECORD_COLUMNS, recordFromRow } from '../src/records/rows.js';
import { type Engine, freshStore } from './harness.js';
import { newCase, newRecord, recordsOfType } from './things.js';

type Trx = Transaction<Tables>;

/** Undoes what a test did to the tables. */
class Undo extends Error {}

/** What meddling with the tables leads to, on whatever engine. */
export function auditSuite(openEngine: () => Promise<Engine>): void {
  const keys = memoryKeys();
  let engine: Engine;
  let store: Store;
  let database: Database;
  let witness: Checkpoint;
  const ERASED = 5;
  const CHECKPOINTED = 15;

  beforeAll(async () => {
    engine = await openEngine();
    ({ store, database } = await freshStore(engine, { keys }));
    const subject = { value: 'pseudo', keyId: 'pseudonym-1' };
    const records = Array.from({ length: 12 }, () => newRecord({ subject }));
    await store.records.append({ records });
    await store.cases.open(newCase());
    await store.records.erase(
      records.filter((_, index) => index === ERASED - 1).map((record) => record.id),
      'test',
    );
    await store.records.append({ records: [newRecord()] });
    const first = await store.audit.checkpoint();
    if (!first) throw new Error('no checkpoint');
    witness = first;
    await store.records.append({ records: recordsOfType('generation.output', 3) });
  });
  afterAll(() => store.close());

  /** Verifies within a transaction in which somebody has meddled, and takes it all back. */
  async function verifyAfter(meddle: (trx: Trx) => Promise<unknown>, kept?: Checkpoint): Promise<AuditReport> {
    let report: AuditReport | undefined;
    const undone = database.db.transaction().execute(async (trx) => {
      await meddle(trx);
      report = await verifyChains(trx, keys, kept, undefined);
      throw new Undo();
    });
    await expect(undone).rejects.toBeInstanceOf(Undo);
    if (!report) throw new Error('no report');
    return report;
  }

  const faultsAfter = async (meddle: (trx: Trx) => Promise<unknown>, kept?: Checkpoint) => {
    const report = await verifyAfter(meddle, kept);
    expect(report.intact).toBe(report.faults.length === 0);
    return report.faults.map((fault) => `${fault.kind}${fault.seq === undefined ? '' : ` ${fault.seq}`}`);
  };

  /** Rewrites every entry from `seq` on, so that the chain is consistent again: what someone with the database can do. */
  async function rewriteFrom(trx: Trx, seq: number, change: (payload: string) => string): Promise<void> {
    const rows = await trx
      .selectFrom('records')
      .select(RECORD_COLUMNS)
      .where('seq', '>=', seq)
      .orderBy('seq')
      .execute();
    const before = await trx
      .selectFrom('records')
      .select('hash')
      .where('seq', '=', seq - 1)
      .executeTakeFirst();
    let previous = before ? toHex(before.hash) : CHAIN_START;
    for (const row of rows) {
      const record = recordFromRow(row);
      const payload = record.payload === null ? null : change(record.payload);
      const commitment =
        record.salt && payload !== null ? payloadCommitment(fromHex(record.salt), payload) : record.commitment;
      const hash = entryHash({ ...record, previous, commitment });
      await trx
        .updateTable('records')
        .set({ payload, previous: fromHex(previous), commitment: fromHex(commitment), hash: fromHex(hash) })
        .where('seq', '=', record.seq)
        .execute();
      previous = hash;
    }
    await trx
      .updateTable('writers')
      .set({ hash: fromHex(previous) })
      .execute();
  }

  describe('an audit', () => {
    it('finds nothing wrong with what the store has written', async () => {
      expect(await store.audit.verify(witness)).toEqual({
        intact: true,
        records: CHECKPOINTED + 3,
        erased: 1,
        writers: 1,
        checkpoints: 1,
        uncheckpointed: 3,
        faults: [],
        faultsTruncated: false,
      });
    });

    const changes: Record<string, unknown> = {
      id: 'rec_other',
      type: 'upstream.failed',
      at: 7,
      tenant: 'other',
      subject: 'someone else',
      subject_key: 'pseudonym-2',
      previous: Buffer.alloc(32, 1),
      commitment: Buffer.alloc(32, 1),
      hash: Buffer.alloc(32, 1),
      salt: Buffer.alloc(16, 1),
      payload: '{"verdict":"v","score":0.1}',
    };
    for (const [column, value] of Object.entries(changes)) {
      it(`notices another ${column}`, async () => {
        for (const seq of [1, 8, CHECKPOINTED + 3]) {
          const faults = await faultsAfter((trx) =>
            trx
              .updateTable('records')
              .set({ [column]: value })
              .where('seq', '=', seq)
              .execute(),
          );
          expect(faults).toContain(`changed ${seq}`);
        }
      });
    }

    it('notices a value that was taken away', async () => {
      for (const column of ['subject', 'subject_key', 'salt', 'payload']) {
        const faults = await faultsAfter((trx) =>
          trx
            .updateTable('records')
            .set({ [column]: null })
            .where('seq', '=', 3)
            .execute(),
        );
        expect(faults).toContain('changed 3');
      }
    });

    it('notices numbers too large to be safe', async () => {
      expect(
        await faultsAfter((trx) => sql`update records set at = 9223372036854775807 where seq = 2`.execute(trx)),
      ).toContain('changed 2');
    });

    it('notices entries that are missing: the first, some in the middle, the last', async () => {
      const dropped = (...seqs: number[]) =>
        faultsAfter((trx) => trx.deleteFrom('records').where('seq', 'in', seqs).execute());
      expect(await dropped(1)).toEqual(['missing 1']);
      expect(await dropped(4)).toEqual(['missing 4']);
      expect(await dropped(8, 9)).toEqual(['missing 8']);
      expect(await dropped(CHECKPOINTED + 3)).toEqual([`missing ${CHECKPOINTED + 3}`]);
      expect(await dropped(CHECKPOINTED)).toEqual([`missing ${CHECKPOINTED}`, `missing ${CHECKPOINTED}`]);
    });

    it('notices a tail that was cut off together with the head, up to the last checkpoint', async () => {
      const cut = async (trx: Trx) => {
        await trx.deleteFrom('records').where('seq', '>=', CHECKPOINTED).execute();
        const last = await trx
          .selectFrom('records')
          .select(['seq', 'hash'])
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow();
        await trx.updateTable('writers').set(last).execute();
      };
      expect(await faultsAfter(cut)).toEqual([`missing ${CHECKPOINTED}`]);
      const wiped = async (trx: Trx) => {
        await cut(trx);
        await trx.deleteFrom('checkpoints').execute();
      };
      expect(await faultsAfter(wiped)).toEqual([]);
      expect(await faultsAfter(wiped, witness)).toEqual([`missing ${CHECKPOINTED}`, 'checkpoint-mismatch']);
    });

    it('notices two entries that have changed places', async () => {
      const swap = async (trx: Trx) => {
        await trx.updateTable('records').set({ seq: 1000 }).where('seq', '=', 6).execute();
        await trx.updateTable('records').set({ seq: 6 }).where('seq', '=', 7).execute();
        await trx.updateTable('records').set({ seq: 7 }).where('seq', '=', 1000).execute();
      };
      expect(await faultsAfter(swap)).toEqual(expect.arrayContaining(['changed 6', 'changed 7', 'reordered 6']));
    });

    it('notices an entry whose link was made to fit nothing', async () => {
      const relink = async (trx: Trx) => {
        const row = await trx
          .selectFrom('records')
          .select(RECORD_COLUMNS)
          .where('seq', '=', 9)
          .executeTakeFirstOrThrow();
        const previous = '11'.repeat(32);
        const hash = fromHex(entryHash({ ...recordFromRow(row), previous }));
        await trx
          .updateTable('records')
          .set({ previous: fromHex(previous), hash })
          .where('seq', '=', 9)
          .execute();
      };
      expect(await faultsAfter(relink)).toEqual(['reordered 9', 'reordered 10']);
    });

    it('notices renumbered entries', async () => {
      const renumber = (trx: Trx) =>
        trx
          .updateTable('records')
          .set((row) => ({ seq: row('seq', '+', 100) }))
          .where('seq', '>=', 10)
          .execute();
      const report = await verifyAfter(renumber);
      expect(report.faults.map((fault) => fault.kind)).toEqual(expect.arrayContaining(['missing', 'changed']));
    });

    it('notices a payload that was replaced together with its salt', async () => {
      const replace = async (trx: Trx) => {
        const salt = Buffer.alloc(16, 7);
        const payload = '{"score":0}';
        await trx.updateTable('records').set({ salt, payload }).where('seq', '=', 2).execute();
        expect(await faultsAfterIn(trx)).toEqual(['changed 2']);
        const commitment = fromHex(payloadCommitment(salt, payload));
        await trx.updateTable('records').set({ commitment }).where('seq', '=', 2).execute();
      };
      expect(await faultsAfter(replace)).toEqual(['changed 2']);
    });
    const faultsAfterIn = async (trx: Trx) =>
      (await verifyChains(trx, keys, undefined, undefined)).faults.map((fault) => `${fault.kind} ${fault.seq}`);

    it('notices a chain that was rewritten consistently, from a checkpoint or from the witness alone', async () => {
      const rewrite = (trx: Trx) => rewriteFrom(trx, 3, (payload) => payload.replace('0.5', '0.1'));
      expect(await faultsAfter(rewrite)).toEqual([`checkpoint-mismatch ${CHECKPOINTED}`]);
      const wiped = async (trx: Trx) => {
        await rewrite(trx);
        await trx.deleteFrom('checkpoints').execute();
      };
      expect(await faultsAfter(wiped)).toEqual([]);
      expect(await faultsAfter(wiped, witness)).toEqual([`checkpoint-mismatch ${CHECKPOINTED}`, 'checkpoint-mismatch']);
      const resigned = async (trx: Trx) => {
        await rewrite(trx);
        const head = await trx
          .selectFrom('records')
          .select(['writer', 'seq', 'hash'])
          .where('seq', '=', CHECKPOINTED)
          .executeTakeFirstOrThrow();
        const body = {
          ...CheckpointBody.parse(JSON.parse(witness.body)),
          heads: [{ ...head, hash: toHex(head.hash) }],
        };
        const forged = signCheckpoint(body, keys.current('checkpoint'));
        await trx.updateTable('checkpoints').set({ body: forged.body, signature: forged.signature }).execute();
      };
      expect(await faultsAfter(resigned)).toEqual([]);
      expect(await faultsAfter(resigned, witness)).toEqual([
        `checkpoint-mismatch ${CHECKPOINTED}`,
        'checkpoint-mismatch',
      ]);
    });

    it('notices a chain that was dropped as a whole', async () => {
      const drop = async (trx: Trx) => {
        await trx.deleteFrom('records').execute();
        await trx.deleteFrom('writers').execute();
      };
      expect(await faultsAfter(drop)).toEqual([`missing ${CHECKPOINTED}`, 'missing']);
      const all = async (trx: Trx) => {
        await drop(trx);
        await trx.deleteFrom('checkpoints').execute();
      };
      expect(await faultsAfter(all, witness)).toEqual([`missing ${CHECKPOINTED}`, 'checkpoint-mismatch', 'missing']);
    });

    it('notices entries that no writer has written', async () => {
      const copy = (writer: string, seq: number) => (trx: Trx) =>
        sql`insert into records select ${writer}, ${seq}::bigint, 'rec_copy', type, at, tenant, subject, subject_key, previous, commitment, hash, salt, payload, erased_by from records where seq = 1`.execute(
          trx,
        );
      expect(await faultsAfter(copy('w9', 1))).toEqual(['changed 1', 'missing']);
      expect(await faultsAfter(copy('w1', 500))).toEqual([`changed ${CHECKPOINTED + 4}`]);
    });

    it('notices a head that was moved', async () => {
      expect(
        await faultsAfter((trx) =>
          trx
            .updateTable('writers')
            .set({ hash: Buffer.alloc(32) })
            .execute(),
        ),
      ).toEqual([`changed ${CHECKPOINTED + 3}`]);
      expect(await faultsAfter((trx) => trx.updateTable('writers').set({ seq: 3 }).execute())).toEqual([
        'changed 3',
        'changed 4',
      ]);
    });

    it('notices a payload that is gone without a record of why', async () => {
      const empty = (erasedBy: string | null) => (trx: Trx) =>
        trx
          .updateTable('records')
          .set({ payload: null, salt: null, erased_by: erasedBy })
          .where('seq', '=', 2)
          .execute();
      const [note] = await store.records.list({ type: 'record.erased', limit: 1 });
      expect(await faultsAfter(empty(null))).toEqual(['changed 2']);
      expect(await faultsAfter(empty('rec_nothing'))).toEqual(['changed 2']);
      expect(await faultsAfter(empty(note?.id ?? ''))).toEqual(['changed 2']);
    });

    it('notices an erased payload that was put back', async () => {
      const restore = (trx: Trx) =>
        trx
          .updateTable('records')
          .set({ payload: '{}', salt: Buffer.alloc(16) })
          .where('seq', '=', ERASED)
          .execute();
      expect(await faultsAfter(restore)).toEqual([`changed ${ERASED}`]);
    });

    it('notices forged checkpoints', async () => {
      const set = (columns: object) => (trx: Trx) => trx.updateTable('checkpoints').set(columns).execute();
      const stranger = signCheckpoint(
        CheckpointBody.parse(JSON.parse(witness.body)),
        memoryKeys().current('checkpoint'),
      );
      expect(await faultsAfter(set({ signature: stranger.signature }))).toEqual(['forged-checkpoint']);
      expect(await faultsAfter(set({ signature: stranger.signature, public_key: stranger.publicKey }))).toEqual([
        'forged-checkpoint',
      ]);
      expect(await faultsAfter(set({ key_id: 'checkpoint-9' }))).toEqual(['forged-checkpoint']);
      expect(await faultsAfter(set({ public_key: 'no key' }))).toEqual(['forged-checkpoint']);
      expect(await faultsAfter(set({ number: 2 }))).toContain('forged-checkpoint');
      expect(await faultsAfter(set({ body: '{}' }))).toEqual(['forged-checkpoint', 'forged-checkpoint']);
      const forged = { ...witness, body: witness.body.replace('"number":1', '"number":2') };
      expect(await faultsAfter(async () => undefined, forged)).toEqual(
        expect.arrayContaining(['forged-checkpoint', 'checkpoint-mismatch']),
      );
    });

    it('lists a hundred faults and says that there are more', async () => {
      const many = await freshStore(engine, { keys });
      await many.store.records.append({ records: recordsOfType('generation.input', 300) });
      await many.database.db.updateTable('records').set({ at: 1 }).execute();
      const report = await many.store.audit.verify();
      expect(report).toMatchObject({ intact: false, records: 300, faultsTruncated: true });
      expect(report.faults).toHaveLength(100);
      await many.store.close();
    });
  });

  describe('checkpoints', () => {
    it('are signed only when something was written, and name the one before', async () => {
      const own = await freshStore(engine, { keys });
      expect(await own.store.audit.checkpoint()).toBeUndefined();
      expect(await own.store.audit.latest()).toBeUndefined();
      await own.store.records.append({ records: [newRecord()] });
      const first = await own.store.audit.checkpoint();
      expect(await own.store.audit.checkpoint()).toBeUndefined();
      await keys.rotate('checkpoint');
      await own.store.records.append({ records: [newRecord()] });
      const second = await own.store.audit.checkpoint();
      expect(await own.store.audit.latest()).toEqual(second);
      expect(second && verifyCheckpointSignature(second)).toBe(true);
      expect([first?.keyId, second?.keyId]).toEqual(['checkpoint-1', 'checkpoint-2']);
      expect(await own.store.audit.verify(first)).toMatchObject({ intact: true, checkpoints: 2, uncheckpointed: 0 });
      await own.store.close();
    });

    it('does not believe a signature over another body', () => {
      expect(verifyCheckpointSignature(witness)).toBe(true);
      expect(verifyCheckpointSignature({ ...witness, body: `${witness.body} ` })).toBe(false);
      expect(verifyCheckpointSignature({ ...witness, signature: 'AAAA' })).toBe(false);
    });
  });
}
