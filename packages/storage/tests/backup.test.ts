import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Keys } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestoreOptions, restoreInto } from '../src/backup/restore-backup.js';
import { writeBackupOf } from '../src/backup/write-backup.js';
import { createStore } from '../src/create-store.js';
import { fillKeyFolder, openKeys, readKeyFolder } from '../src/index.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { fillDatabase } from './_filled.js';
import { type Engine, embeddedEngine } from './harness.js';

const PASSPHRASE = 'a rather long passphrase';

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-backup-'));
  const place = (name: string) => join(folder, name);
  const [plain, whole] = [place('plain.backup'), place('whole.backup')];
  let engine: Engine;
  let keys: Keys;
  let filled: Awaited<ReturnType<typeof fillDatabase>>;

  beforeAll(async () => {
    engine = await embeddedEngine();
    keys = await openKeys(place('keys'));
    const database = await engine.fresh();
    filled = await fillDatabase(database, keys);
    await writeBackupOf(database, { file: plain, withVault: false });
    const all = readKeyFolder(place('keys'));
    await writeBackupOf(database, { file: whole, withVault: true, keys: all, passphrase: PASSPHRASE });
    await expect(writeBackupOf(database, { file: plain, withVault: false })).rejects.toMatchObject({
      code: 'FILE_EXISTS',
    });
    await expect(
      writeBackupOf(database, { file: place('none'), withVault: false, keys: all, passphrase: 'short' }),
    ).rejects.toMatchObject({ code: 'BACKUP_PASSPHRASE' });
  }, 120_000);
  afterAll(async () => {
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function restore(file: string, useKeys: RestoreOptions['useKeys'], passphrase = PASSPHRASE) {
    const database = await engine.fresh();
    return { database, ...(await restoreInto(database, { file, passphrase, useKeys })) };
  }

  it('holds everything, and what is restored goes on as if nothing had been', async () => {
    const restored = await restore(whole, async (own) => {
      fillKeyFolder(place('new-keys'), own);
      return openKeys(place('new-keys'));
    });
    expect(restored.audit).toMatchObject({ intact: true, erased: 1, checkpoints: 1, faults: [] });
    expect(restored.header).toMatchObject({ hasVault: true, hasKeys: true });
    const store = await createStore(restored.database, { keys: await openKeys(place('new-keys')) });
    await store.matchKeys();
    expect((await store.records.find(filled.record?.id as never))?.payload).toBe(
      JSON.stringify(filled.record?.payload),
    );
    expect(await store.vault.open(filled.evidence.id, { case: filled.case.id, by: 'ana', view: 'entire' })).toEqual(
      filled.evidence.content,
    );
    expect(await store.outbox.pending()).toBe(1);
    expect(await store.activations.current()).toMatchObject({ revision: 1, entries: [{ note: 'a\nnote' }] });
    expect(await store.audit.verify()).toMatchObject({ intact: true, writers: 1 });
  });

  it('leaves out the vault and the keys unless they are asked for, and nobody else may read it', async () => {
    const tar = gunzipSync(readFileSync(plain)).toString('latin1');
    expect(tar).toContain('tables/records/0000001.jsonl');
    expect(tar).not.toContain('tables/evidence');
    expect(tar).not.toContain('keys.sealed');
    expect(statSync(plain).mode & 0o077).toBe(0);
    expect(existsSync(place('none'))).toBe(false);
    expect((await restore(plain, async () => keys)).audit.intact).toBe(true);
  });

  it('knows who is a member, and signs nobody in', async () => {
    for (const file of [plain, whole])
      expect(gunzipSync(readFileSync(file)).toString('latin1')).not.toContain('of a session');
    const { database } = await restore(plain, async () => keys);
    const { members } = await createStore(database, { keys });
    expect((await members.findByName('ana'))?.member).toEqual(filled.member);
    expect(await members.sessions.find('of a session', filled.signedInAt)).toBeUndefined();
    expect(await members.invitations.isFirst('another', filled.signedInAt)).toBe(false);
  });

  it('is not restored without the keys that it was written with, nor into a database that has tables', async () => {
    await expect(restore(plain, async () => memoryKeys())).rejects.toMatchObject({ code: 'KEYS_MISSING' });
    await expect(restore(whole, async () => keys, 'another long passphrase')).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
    });
    const { database } = await restore(plain, async () => keys);
    await expect(restoreInto(database, { file: plain, useKeys: async () => keys })).rejects.toMatchObject({
      code: 'DATABASE_NOT_EMPTY',
    });
  });

  it.each([
    ['cut short', (tar: Buffer) => tar.subarray(0, tar.length - 4096)],
    [
      'changed',
      (tar: Buffer) => Buffer.from(tar.toString('latin1').replace('"tenant":"acme"', '"tenant":"acmE"'), 'latin1'),
    ],
    ['no tar', (tar: Buffer) => createHash('sha512').update(tar).digest()],
  ])('that is %s leaves nothing behind', async (_what, damage) => {
    const file = place('damaged.backup');
    writeFileSync(file, gzipSync(damage(gunzipSync(readFileSync(plain)))));
    const database = await engine.fresh();
    const useKeys = async () => keys;
    await expect(restoreInto(database, { file, useKeys })).rejects.toMatchObject({ code: 'BACKUP_INVALID' });
    expect((await restoreInto(database, { file: plain, useKeys })).audit.intact).toBe(true);
  });
});
