import { Kysely, sql } from 'kysely';
import { pgliteDialect } from '../pglite/dialect.js';
import { startWorker, type WorkerClient } from '../pglite/worker-client.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/**
 * What background processes do elsewhere: fold the log into the tables, and clear dead rows out of the small tables
 * that change. Records are left out, since they only grow.
 */
const UPKEEP = [
  'checkpoint',
  'vacuum (analyze) writers, outbox, deliveries, cases, case_events, evidence, api_keys, feedback',
];
/** Transactions are numbered with 32 bits; long before they run out, old rows must be marked as such. */
const TRANSACTIONS_BETWEEN_FREEZES = 200_000_000;

export interface EmbeddedDatabase extends Database {
  readonly worker: WorkerClient;
}

/** Opens PGlite in a worker thread of its own. `folder: null` keeps everything in memory. */
export async function openEmbedded(options: {
  folder: string | null;
  snapshot?: string | undefined;
}): Promise<EmbeddedDatabase> {
  const worker = await startWorker({ folder: options.folder, snapshot: options.snapshot ?? null, upkeep: UPKEEP });
  const db = new Kysely<Tables>({ dialect: pgliteDialect(worker) });
  await freezeIfDue(worker);
  return {
    db,
    worker,
    async openSession() {
      return {
        db,
        isLost: () => worker.isGone(),
        async close() {
          // Locks of the one connection go with the process.
        },
      };
    },
    // In a transaction of its own nobody else's is half done.
    copyTo: (folder) => db.transaction().execute(() => worker.copy(folder)),
    async describe() {
      const { rows } = await sql<{ version: string }>`select version()`.execute(db);
      const version = /\((PGlite [^)]+)\)/.exec(rows[0]?.version ?? '')?.[1] ?? 'PGlite';
      return `embedded (${version})`;
    },
    async close() {
      await db.destroy();
      await worker.close();
    },
  };
}

async function freezeIfDue(worker: WorkerClient): Promise<void> {
  const { rows } = await worker.query(
    'select age(datfrozenxid) as age from pg_database where datname = current_database()',
    [],
  );
  if (Number(rows[0]?.age ?? 0) > TRANSACTIONS_BETWEEN_FREEZES) await worker.query('vacuum (freeze)', []);
}
