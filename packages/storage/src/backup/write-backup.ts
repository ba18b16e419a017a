import { createHash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import { type BackupHeader, type BackupManifest, errors, type Key } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import { latestCheckpoint, readHeads } from '../audit/checkpoints.js';
import { appliedMigrations, FLEETING_TABLES, listTables, VAULT_TABLES } from '../copy/copied-tables.js';
import { onSnapshot } from '../copy/in-one-transaction.js';
import { readRows } from '../copy/read-rows.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { migrations } from '../database/migrations/index.js';
import type { Tables } from '../database/tables.js';
import { type DatabaseOptions, openDatabase } from '../open-store.js';
import { writeFileOnce } from './file.js';
import { sealKeys } from './seal-keys.js';
import { TAR_END, tarEntry } from './tar.js';

export interface BackupOptions {
  readonly from: DatabaseOptions;
  /** Must not be there yet. */
  readonly file: string;
  /** Whether sealed evidence goes along. */
  readonly withVault: boolean;
  /** Go along under the passphrase; none unless given. */
  readonly keys?: readonly Key[] | undefined;
  readonly passphrase?: string | undefined;
  readonly clock?: (() => number) | undefined;
  /** Told how many rows are in it so far. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

export interface BackupSummary {
  readonly rows: number;
  readonly tables: Readonly<Record<string, number>>;
  /** Of the file, in hex. */
  readonly sha256: string;
  readonly bytes: number;
}

type Content = { readonly name: string; readonly rows: number; readonly bytes: Buffer };

/**
 * Writes a backup of the database as it is at one moment: a gzipped tar of JSON lines, a few MiB at a time, with the hash
 * of each at the end. The file appears when it is whole. Throws FILE_EXISTS or BACKUP_PASSPHRASE.
 *
 * @example
 * await writeBackup({ from: { kind: 'postgres', url }, file: 'tyrian.backup', withVault: false });
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const database = await openDatabase(options.from);
  try {
    return await writeBackupOf(database, options);
  } finally {
    await database.close();
  }
}

/** As `writeBackup`, of a database that is open. */
export async function writeBackupOf(database: Database, options: Omit<BackupOptions, 'from'>): Promise<BackupSummary> {
  const { file, clock = Date.now } = options;
  const sealed = options.keys && sealKeys(options.keys, options.passphrase);
  await migrate(database.db, migrations, clock());
  return await onSnapshot(database, async (trx) => {
    const tables: Record<string, number> = {};
    const made = clock();
    const header = await readHeader(trx, {
      madeAt: made,
      hasVault: options.withVault,
      hasKeys: sealed !== undefined,
    });
    async function* contents(): AsyncGenerator<Content> {
      yield { name: 'header.json', rows: 0, bytes: Buffer.from(JSON.stringify(header)) };
      if (sealed) yield { name: 'keys.sealed', rows: 0, bytes: sealed };
      yield* tableContents(trx, options, tables);
    }
    const written = await writeFileOnce(file, tarOf(contents(), made), createGzip({ level: 6 }));
    return { ...written, tables, rows: Object.values(tables).reduce((sum, count) => sum + count, 0) };
  });
}

async function readHeader(
  trx: Kysely<Tables>,
  about: Pick<BackupHeader, 'madeAt' | 'hasVault' | 'hasKeys'>,
): Promise<BackupHeader> {
  const [heads, checkpoint] = [await readHeads(trx), await latestCheckpoint(trx)];
  if (heads.length === 0) throw errors.NOT_FOUND(['record yet, so there is nothing to back up']);
  return {
    schemaVersion: 1,
    ...about,
    migrations: [...(await appliedMigrations(trx))],
    heads,
    checkpoint: checkpoint ?? null,
  };
}

async function* tableContents(
  trx: Kysely<Tables>,
  { withVault, onProgress }: Omit<BackupOptions, 'from'>,
  counts: Record<string, number>,
): AsyncGenerator<Content> {
  let total = 0;
  for (const table of await listTables(trx)) {
    if (FLEETING_TABLES.has(table.name) || (VAULT_TABLES.has(table.name) && !withVault)) continue;
    let part = 0;
    counts[table.name] = 0;
    for await (const rows of readRows(trx, table)) {
      const name = `tables/${table.name}/${String(++part).padStart(7, '0')}.jsonl`;
      yield { name, rows: rows.length, bytes: Buffer.from(`${rows.join('\n')}\n`) };
      counts[table.name] = (counts[table.name] ?? 0) + rows.length;
      total += rows.length;
      onProgress?.(total);
    }
  }
}

async function* tarOf(contents: AsyncIterable<Content>, madeAt: number): AsyncGenerator<Buffer> {
  const entries: BackupManifest['entries'] = [];
  for await (const { name, rows, bytes } of contents) {
    entries.push({ name, rows, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    yield tarEntry({ name, bytes }, madeAt);
  }
  const manifest: BackupManifest = { entries };
  yield tarEntry({ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) }, madeAt);
  yield TAR_END;
}
