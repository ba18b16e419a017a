import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { BYTEA, INT8, parseInt8 } from '../database/column-types.js';
import { PreparedStatements } from './prepared.js';
import type { Parameter, WorkerReply, WorkerRequest, WorkerStart } from './protocol.js';
import { plainTar, unpackFolder } from './tar.js';

/**
 * The embedded database, alone in its thread. Besides its own small modules it imports nothing but PGlite and Node, so that
 * a bundler can make one file of it.
 */

/** Roughly how much is written before the log is folded into the tables: a start after a crash replays at most this. */
const BYTES_BETWEEN_UPKEEP = 32 << 20;

const options: PGliteOptions = {
  startParams: [
    ...PGlite.defaultStartParams,
    // 128 MB of buffers buy nothing here, since the pages are in the cache of the system as well.
    ...['shared_buffers=16MB', 'wal_buffers=1MB', 'min_wal_size=32MB', 'max_wal_size=64MB'].flatMap((it) => ['-c', it]),
  ],
  // PGlite turns bytes into text one by one; handed over as they are, they travel in binary.
  serializers: { [BYTEA]: (value) => value },
  parsers: { [BYTEA]: (text) => Buffer.from(text.slice(2), 'hex'), [INT8]: parseInt8 },
};

async function open(start: WorkerStart): Promise<PGlite> {
  const tar = start.snapshot === null ? undefined : plainTar(readFileSync(start.snapshot));
  if (start.folder === null) return PGlite.create({ ...options, ...(tar && { loadDataDir: new Blob([tar]) }) });
  if (!existsSync(join(start.folder, 'PG_VERSION'))) {
    mkdirSync(dirname(start.folder), { recursive: true, mode: 0o700 });
    unpackFolder(tar ?? (await newDatabase()), start.folder);
  }
  return PGlite.create({ ...options, dataDir: start.folder });
}

/** A new database is made in memory: what PGlite writes straight into a folder could be half a database. */
async function newDatabase(): Promise<Uint8Array> {
  const fresh = await PGlite.create(options);
  try {
    return await dump(fresh, 'none');
  } finally {
    await fresh.close();
  }
}

async function dump(database: PGlite, compression: 'gzip' | 'none'): Promise<Uint8Array> {
  return new Uint8Array(await (await database.dumpDataDir(compression)).arrayBuffer());
}

/** Without background processes the log would grow for ever, and dead rows with it. */
function createUpkeep(database: PGlite, statements: readonly string[]) {
  let bytes = 0;
  return async (request: { sql: string; parameters: readonly Parameter[] }, isIdle: boolean) => {
    bytes += request.sql.length;
    for (const parameter of request.parameters) {
      if (typeof parameter === 'string' || parameter instanceof Uint8Array) bytes += parameter.length;
    }
    if (bytes < BYTES_BETWEEN_UPKEEP || !isIdle) return;
    bytes = 0;
    for (const statement of statements) await database.exec(statement);
  };
}

function failure(id: number, error: unknown): WorkerReply {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { kind: 'failed', id, message: error instanceof Error ? error.message : String(error), code };
}

async function serve(start: WorkerStart): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this file is the entry of a worker thread');
  const reply = (message: WorkerReply) => port.postMessage(message);
  const database = await open(start);
  const statements = new PreparedStatements(database);
  const upkeep = createUpkeep(database, start.upkeep);
  let isInTransaction = false;
  let last: Promise<void> = Promise.resolve();

  async function answer(request: WorkerRequest): Promise<void> {
    try {
      if (request.kind === 'close') {
        await database.close();
        reply({ kind: 'closed', id: request.id });
        port?.close();
      } else if (request.kind === 'copy') {
        if (start.folder === null) throw new Error('a database in memory has no folder');
        // With the log folded in, the copy opens without a replay; without it, it would too.
        await database.exec('checkpoint');
        cpSync(start.folder, request.folder, { recursive: true, errorOnExist: true, force: false });
        reply({ kind: 'copied', id: request.id });
      } else if (request.kind === 'dump') {
        reply({ kind: 'dump', id: request.id, tar: await dump(database, request.compression) });
      } else {
        if (request.sql === 'begin') isInTransaction = true;
        if (request.sql === 'commit' || request.sql === 'rollback') isInTransaction = false;
        const result = await statements.query(request.sql, request.parameters);
        reply({ kind: 'rows', id: request.id, rows: result.rows, affected: result.affectedRows ?? 0 });
        await upkeep(request, !isInTransaction);
      }
    } catch (error) {
      reply(failure(request.id, error));
    }
  }

  port.on('message', (request: WorkerRequest) => {
    last = last.then(() => answer(request));
  });
  reply({ kind: 'ready' });
}

await serve(workerData as WorkerStart);
