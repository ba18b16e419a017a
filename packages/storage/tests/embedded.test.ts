import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../src/create-store.js';
import { openEmbedded } from '../src/database/embedded.js';
import { migrate } from '../src/database/migrate.js';
import { memoryKeys, openStore, writeSnapshot } from '../src/index.js';
import { newRecord } from './things.js';

describe('an embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-embedded-'));
  const snapshot = join(folder, 'snapshots', 'new.tar.gz');
  const keys = memoryKeys();
  beforeAll(() => writeSnapshot(snapshot));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts from a snapshot that holds no writer, no record and no key', async () => {
    const store = await openStore({ database: { kind: 'embedded-memory', snapshot }, keys });
    expect(await store.audit.verify()).toMatchObject({ intact: true, writers: 0, records: 0 });
    expect(await store.apiKeys.list()).toEqual([]);
    expect(statSync(snapshot).mode & 0o077).toBe(0);
    await store.close();
  });

  it('goes on with its chain when it is opened again, also where a start was cut off before', async () => {
    const database = { kind: 'embedded', folder: join(folder, 'data', 'db'), snapshot } as const;
    mkdirSync(join(folder, 'data', 'db.new'), { recursive: true });
    writeFileSync(join(folder, 'data', 'db.new', 'PG_VERSION'), 'half');
    const record = newRecord();
    const first = await openStore({ database, keys });
    await first.records.append({ records: [record] });
    await first.close();
    expect(existsSync(join(folder, 'data', 'db.new'))).toBe(false);
    const second = await openStore({ database, keys });
    await second.records.append({ records: [newRecord()] });
    expect(await second.records.find(record.id)).toMatchObject({ writer: 'w1', seq: 1 });
    expect(await second.audit.verify()).toMatchObject({ intact: true, records: 2, writers: 1 });
    await second.close();
  });

  it('migrates a snapshot that is older than the program', async () => {
    const older = await openEmbedded({ folder: null, snapshot });
    await older.worker.query('drop schema public cascade', []);
    await older.worker.query('create schema public', []);
    await migrate(older.db, [], 1);
    const file = join(folder, 'older.tar');
    writeFileSync(file, await older.worker.dump('none'));
    await older.close();
    const store = await openStore({
      database: { kind: 'embedded', folder: join(folder, 'older'), snapshot: file },
      keys,
    });
    await store.records.append({ records: [newRecord()] });
    await store.close();
  });

  it('refuses a snapshot that is cut short, and leaves no folder behind', async () => {
    const file = join(folder, 'short.tar');
    writeFileSync(file, Buffer.alloc(700, 'x'));
    const database = { kind: 'embedded', folder: join(folder, 'short'), snapshot: file } as const;
    await expect(openStore({ database, keys })).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(existsSync(database.folder)).toBe(false);
  });

  it('rejects all that waits with DATABASE_UNAVAILABLE when its thread dies, and all that comes after', async () => {
    const embedded = await openEmbedded({ folder: null, snapshot });
    const store = await createStore(embedded, { keys, reconnectMs: 0 });
    await store.records.append({ records: [newRecord()] });
    const waiting = Promise.allSettled([
      ...Array.from({ length: 20 }, () => store.records.append({ records: [newRecord()] })),
      store.records.list({ limit: 1 }),
      store.audit.checkpoint(),
    ]);
    await embedded.worker.terminate();
    const unavailable = { status: 'rejected', reason: { code: 'DATABASE_UNAVAILABLE' } };
    for (const result of (await waiting).slice(-2)) expect(result).toMatchObject(unavailable);
    const [after] = await Promise.allSettled([store.records.append({ records: [newRecord()] })]);
    expect(after).toMatchObject(unavailable);
    await store.close();
  });

  it('folds its log into the tables, so that it does not grow for ever', async () => {
    const embedded = await openEmbedded({ folder: null, snapshot });
    const store = await createStore(embedded, { keys });
    const logged = async () => {
      const { rows } = await embedded.worker.query(
        'select (pg_current_wal_lsn() - redo_lsn)::bigint as bytes from pg_control_checkpoint()',
        [],
      );
      return Number(rows[0]?.bytes);
    };
    const large = () => newRecord({ payload: { filler: randomBytes(110_000).toString('base64') } });
    let total = 0;
    let most = 0;
    for (let round = 0; round < 6; round++) {
      await Promise.all(Array.from({ length: 80 }, () => store.records.append({ records: [large()] })));
      total += 80 * 146_000;
      most = Math.max(most, await logged());
    }
    expect(total).toBeGreaterThan(64 << 20);
    expect(most).toBeLessThan(48 << 20);
    await store.close();
  });
});
