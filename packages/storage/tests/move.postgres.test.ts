import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreInto } from '../src/backup/restore-backup.js';
import { writeBackupOf } from '../src/backup/write-backup.js';
import { copyDatabase } from '../src/copy/copy-database.js';
import { createStore } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/index.js';
import { fillDatabase } from './_filled.js';
import { type Engine, embeddedEngine, postgresEngine } from './harness.js';
import { newRecord, tick } from './things.js';

describe('a move to PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-move-'));
  const keys = memoryKeys();
  let [embedded, postgres]: Engine[] = [];
  const engines = () => ({ embedded: embedded as Engine, postgres: postgres as Engine });

  beforeAll(async () => {
    embedded = await embeddedEngine();
    postgres = await postgresEngine();
  }, 120_000);
  afterAll(async () => {
    await embedded?.close();
    await postgres?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const copy = (from: Database, to: Database) => copyDatabase({ from, to, keys, now: tick });
  async function filledOne() {
    const database = await engines().embedded.fresh();
    return { database, ...(await fillDatabase(database, keys)) };
  }

  it('takes everything along, and chains and numbers go on there', async () => {
    const filled = await filledOne();
    const there = await engines().postgres.fresh();
    const moved = await copy(filled.database, there);
    expect(moved).toMatchObject({ audit: { intact: true, erased: 1 }, tables: { evidence: 1, cases: 1, outbox: 1 } });
    const store = await createStore(await engines().postgres.again(there), { keys, clock: tick });
    expect(await store.vault.open(filled.evidence.id, { case: filled.case.id, by: 'ana', view: 'entire' })).toEqual(
      filled.evidence.content,
    );
    const record = newRecord();
    await store.records.append({ records: [record] });
    expect(await store.records.find(record.id)).toMatchObject({ writer: 'w1' });
    const taken: unknown[] = [];
    expect(await store.outbox.deliver(10, async (event) => void taken.push(event))).toBe(1);
    expect(await store.audit.verify()).toMatchObject({ intact: true, writers: 1 });

    // Somebody writes there now.
    const next = await engines().postgres.fresh();
    await expect(copy(there, next)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await store.close();
    expect(await copy(there, next)).toMatchObject({ audit: { intact: true } });
    await expect(copy(there, next)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
    await Promise.all([there.close(), next.close()]);
  }, 60_000);

  it('is undone as a whole where the record is not intact', async () => {
    const { database } = await filledOne();
    const there = await engines().postgres.fresh();
    await database.db.deleteFrom('records').where('seq', '=', 9).execute();
    await expect(copy(database, there)).rejects.toMatchObject({ code: 'COPY_DIFFERS' });
    expect(await copy((await filledOne()).database, there)).toMatchObject({ audit: { intact: true } });
    await there.close();
  }, 60_000);

  it('and a backup lead back as well, also while others write', async () => {
    const there = await engines().postgres.fresh();
    await copy((await filledOne()).database, there);
    const store = await createStore(await engines().postgres.again(there), { keys, clock: tick });
    const writing = Promise.all(Array.from({ length: 50 }, () => store.records.append({ records: [newRecord()] })));
    const file = join(folder, 'tyrian.backup');
    await writeBackupOf(there, { file, withVault: true });
    await writing;
    await store.close();
    const back = await restoreInto(await engines().embedded.fresh(), { file, useKeys: async () => keys });
    expect(back.audit).toMatchObject({ intact: true, erased: 1 });
    await there.close();
  }, 60_000);
});
