import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Keys, TyrianError } from '@tyrian/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreInto } from '../src/backup/restore-backup.js';
import { readTar, TAR_END, type TarEntry, tarEntry } from '../src/backup/tar.js';
import { type BackupSummary, writeBackupOf } from '../src/backup/write-backup.js';
import type { Database } from '../src/database/database.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { fillDatabase } from './_filled.js';
import { type Engine, embeddedEngine } from './harness.js';

const CODES = new Set(['BACKUP_INVALID', 'COPY_DIFFERS', 'DATABASE_NEWER']);
const at = fc.noBias(fc.nat({ max: 99_999 })).map((one) => one / 100_000);

describe('a damaged backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyrian-damaged-'));
  const [plain, damaged] = [join(folder, 'plain.backup'), join(folder, 'damaged.backup')];
  let engine: Engine;
  let keys: Keys;
  let database: Database;
  let entries: TarEntry[];
  let whole: BackupSummary;
  let restored = 0;

  beforeAll(async () => {
    engine = await embeddedEngine();
    keys = memoryKeys();
    const filled = await engine.fresh();
    await fillDatabase(filled, keys);
    whole = await writeBackupOf(filled, { file: plain, withVault: true });
    database = await engine.fresh();
    entries = [];
    for await (const entry of readTar(inOne(gunzipSync(readFileSync(plain))))) entries.push(entry);
  });
  afterAll(async () => {
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Refused for what is wrong with it; or else nothing is wrong with what it holds, and the next has a new database. */
  async function expectRefused(bytes: Buffer): Promise<void> {
    writeFileSync(damaged, bytes);
    try {
      const { audit, rows } = await restoreInto(database, { file: damaged, useKeys: async () => keys });
      expect([audit.intact, rows]).toEqual([true, whole.rows]);
      restored++;
      database = await engine.fresh();
    } catch (fault) {
      if (!(fault instanceof TyrianError)) throw fault;
      expect(CODES).toContain(fault.code);
    }
  }

  it('is refused whatever bits of the file are turned and wherever it ends, and leaves nothing behind', async () => {
    const file = readFileSync(plain);
    const turned = fc.tuple(at, fc.nat({ max: 7 })).map(([where, bit]) => {
      const bytes = Buffer.from(file);
      const index = Math.floor(where * bytes.length);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      return bytes;
    });
    const cut = at.map((where) => file.subarray(0, Math.floor(where * file.length)));
    await fc.assert(fc.asyncProperty(fc.oneof(turned, cut), expectRefused), { numRuns: 8 });
    expect(restored).toBeLessThan(4);
  });

  it('is refused whatever stands in its rows, in its head or in their order', async () => {
    const text = fc
      .tuple(at, at, fc.constantFrom('', '"', '{', 'x', '\\', '\n', 'null', '0', '\u0000', '\ud800'))
      .map(([which, where, more]) =>
        entries.map((entry, index) => {
          if (index !== Math.floor(which * entries.length)) return entry;
          const from = Math.floor(where * entry.bytes.length);
          const bytes = [entry.bytes.subarray(0, from), Buffer.from(more), entry.bytes.subarray(from + 1)];
          return { ...entry, bytes: Buffer.concat(bytes) };
        }),
      );
    const moved = fc.tuple(at, at, fc.constantFrom('gone', 'twice', 'behind')).map(([which, where, how]) => {
      const [index, to] = [which, where].map((share) => Math.floor(share * entries.length));
      const entry = entries[index ?? 0];
      const others = entries.filter((one) => one !== entry);
      if (!entry || how === 'gone') return others;
      return how === 'twice'
        ? [...entries.slice(0, to), entry, ...entries.slice(to)]
        : [...others.slice(0, to), entry, ...others.slice(to)];
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 2, arbitrary: text }, moved), async (changed) => {
        const bytes = Buffer.concat([...changed.map((entry) => tarEntry(entry, 0)), TAR_END]);
        if (bytes.equals(Buffer.concat([...entries.map((entry) => tarEntry(entry, 0)), TAR_END]))) return;
        await expectRefused(gzipSync(bytes));
      }),
      { numRuns: 10 },
    );
  });

  it('is in the way of none that is whole', async () => {
    expect((await restoreInto(database, { file: plain, useKeys: async () => keys })).audit.intact).toBe(true);
  });
});

async function* inOne(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
