import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type AuditReport,
  BackupHeader,
  BackupManifest,
  errors,
  type Key,
  type Keys,
  TyrianError,
} from '@tyrian/contracts';
import { type Kysely, sql, type Transaction } from 'kysely';
import { readHeads } from '../audit/checkpoints.js';
import { verifyChains } from '../audit/verify.js';
import { type CopiedTable, FLEETING_TABLES, isWithoutTables, listTables } from '../copy/copied-tables.js';
import { refuseDamaged } from '../copy/copy-database.js';
import { inOneTransaction } from '../copy/in-one-transaction.js';
import { loadRows, numberOn } from '../copy/load-rows.js';
import type { Database } from '../database/database.js';
import { applyMigrations } from '../database/migrate.js';
import { migrations } from '../database/migrations/index.js';
import type { Tables } from '../database/tables.js';
import { matchKeys } from '../keys/key-marks.js';
import { type DatabaseOptions, openDatabase } from '../open-store.js';
import { openSealedKeys } from './seal-keys.js';
import { readTar } from './tar.js';

export interface RestoreOptions {
  readonly file: string;
  /** A database without tables. */
  readonly to: DatabaseOptions;
  /** Opens the keys that came along. */
  readonly passphrase?: string | undefined;
  /** Gives the keys to verify with: those that came along and those of this machine. */
  readonly useKeys: (fromBackup: readonly Key[]) => Promise<Keys>;
  readonly clock?: (() => number) | undefined;
  /** Told how many rows are there so far. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly rows: number;
  readonly audit: AuditReport;
}

/**
 * Restores a backup as a whole or not at all: every part against its hash, then the chains as `audit verify` does. Throws
 * DATABASE_NOT_EMPTY, BACKUP_INVALID, BACKUP_PASSPHRASE, DATABASE_NEWER or COPY_DIFFERS.
 *
 * @example
 * await restoreBackup({ file: 'tyrian.backup', to: { kind: 'postgres', url }, useKeys: async () => openKeys('keys') });
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { to } = options;
  const isNew = to.kind === 'embedded' && !existsSync(to.folder);
  const database = await openDatabase(to);
  try {
    // A snapshot of a new database has the tables of today; those of the backup come in their place.
    if (isNew)
      for (const statement of ['drop schema public cascade', 'create schema public'])
        await sql.raw(statement).execute(database.db);
    return await restoreInto(database, options);
  } finally {
    await database.close();
  }
}

/** As `restoreBackup`, into a database that is open. */
export async function restoreInto(database: Database, options: Omit<RestoreOptions, 'to'>): Promise<Restored> {
  try {
    return await inOneTransaction(database, (trx) => restoreIn(trx, options));
  } catch (cause) {
    // Rows reach the database before their hash is compared, and its own words may quote them.
    if (isAboutRows(cause)) throw errors.BACKUP_INVALID(['the database does not take its rows'], { cause });
    throw cause;
  }
}

/** SQLSTATE: data that cannot be, broken constraints, or names that are not there. */
function isAboutRows(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^(?:22|23|42)[0-9A-Z]{3}$/.test(String(cause.code));
}

async function restoreIn(trx: Transaction<Tables>, options: Omit<RestoreOptions, 'to'>): Promise<Restored> {
  const { file, passphrase, useKeys, clock = Date.now, onProgress } = options;
  if (!(await isWithoutTables(trx))) throw errors.DATABASE_NOT_EMPTY(['the database to restore into']);
  const found: BackupManifest['entries'] = [];
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  let keys: readonly Key[] = [];
  let tables = new Map<string, CopiedTable>();
  let total = 0;
  for await (const { name, bytes } of readEntries(file)) {
    let rows = 0;
    if (name === 'manifest.json') {
      manifest = parseEntry(BackupManifest, bytes, name);
      break;
    }
    if (name === 'header.json') {
      header = parseEntry(BackupHeader, bytes, name);
      tables = await makeTables(trx, header, clock());
    } else if (name === 'keys.sealed') keys = openSealedKeys(bytes, passphrase);
    else rows = await restorePart(trx, tables, name, bytes);
    found.push({ name, rows, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    total += rows;
    if (rows > 0) onProgress?.(total);
  }
  if (!header || !manifest) throw errors.BACKUP_INVALID(['it is cut short']);
  if (JSON.stringify(manifest.entries) !== JSON.stringify(found))
    throw errors.BACKUP_INVALID(['what is in it is not what was written']);
  for (const table of tables.values()) await numberOn(trx, table);
  if (JSON.stringify(await readHeads(trx)) !== JSON.stringify(header.heads))
    throw errors.COPY_DIFFERS(['the heads of its chains differ']);
  await applyMigrations(trx, migrations, clock());
  const held = await useKeys(keys);
  await matchKeys(trx, held);
  const audit = await verifyChains(trx, held, header.checkpoint ?? undefined, undefined);
  refuseDamaged(audit, 'the record in the backup is not intact');
  return { header, rows: total, audit };
}

async function* readEntries(file: string) {
  // An error of the file must end the reading of what it is unzipped into.
  const zipped = createReadStream(file);
  const plain = createGunzip();
  zipped.on('error', (fault) => plain.destroy(fault));
  try {
    yield* readTar(zipped.pipe(plain));
  } catch (cause) {
    if (cause instanceof TyrianError || !(cause instanceof Error) || !('code' in cause)) throw cause;
    throw errors.BACKUP_INVALID([cause.code === 'ENOENT' ? 'there is no such file' : 'it is damaged'], { cause });
  } finally {
    zipped.destroy();
  }
}

/** Tables as they were when the backup was made; what has come since is migrated afterwards, as it would have been there. */
async function makeTables(
  trx: Transaction<Tables>,
  header: BackupHeader,
  now: number,
): Promise<Map<string, CopiedTable>> {
  const then = new Set(header.migrations);
  const known = migrations.filter(({ name }) => then.has(name));
  const unknown = header.migrations.find((name) => !known.some((migration) => migration.name === name));
  if (unknown !== undefined) throw errors.DATABASE_NEWER([unknown]);
  await applyMigrations(trx, known, now);
  return new Map((await listTables(trx)).map((table) => [table.name, table]));
}

async function restorePart(
  trx: Kysely<Tables>,
  tables: ReadonlyMap<string, CopiedTable>,
  name: string,
  bytes: Buffer,
): Promise<number> {
  const table = tables.get(/^tables\/([^/]+)\/\d+\.jsonl$/.exec(name)?.[1] ?? '');
  if (!table || FLEETING_TABLES.has(table.name))
    throw errors.BACKUP_INVALID([`there is no place for its entry ${name.slice(0, 100)}`]);
  const rows = bytes.toString('utf8').trimEnd().split('\n');
  await loadRows(trx, table, rows);
  return rows.length;
}

function parseEntry<Entry>(schema: { parse(value: unknown): Entry }, bytes: Buffer, name: string): Entry {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw errors.BACKUP_INVALID([`its ${name} cannot be read`], { cause });
  }
}
