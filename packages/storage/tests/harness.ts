import { randomBytes } from 'node:crypto';
import type { Store } from '@tyrian/contracts';
import pg from 'pg';
import { createStore, type StoreParts } from '../src/create-store.js';
import type { Database } from '../src/database/database.js';
import { openEmbedded } from '../src/database/embedded.js';
import { openPostgres } from '../src/database/postgres.js';
import { memoryKeys } from '../src/keys/memory-keys.js';
import { tick } from './things.js';

/** An engine that hands out empty databases, each with its own tables. */
export interface Engine {
  fresh(): Promise<Database>;
  /** The same tables, as another process would open them. */
  again(database: Database): Promise<Database>;
  close(): Promise<void>;
}

/** One PGlite for all; each database is a schema, and the last one made is the one in use. */
export async function embeddedEngine(): Promise<Engine> {
  const embedded = await openEmbedded({ folder: null });
  const shared: Database = { ...embedded, close: async () => undefined };
  return {
    async fresh() {
      const schema = newSchema();
      await embedded.worker.query(`create schema ${schema}`, []);
      await embedded.worker.query(`set search_path = ${schema}`, []);
      return { ...shared };
    },
    again: async () => ({ ...shared }),
    close: () => embedded.close(),
  };
}

export const POSTGRES_URL = process.env.TYRIAN_TEST_POSTGRES ?? 'postgres://root@127.0.0.1:5432/test';

/** Each database is a schema of its own; all are dropped at the end. */
export async function postgresEngine(): Promise<Engine> {
  const admin = new pg.Client({ connectionString: POSTGRES_URL });
  await admin.connect();
  const schemas: string[] = [];
  const urls = new Map<Database['db'], string>();
  const open = (url: string) => {
    const database = openPostgres(url);
    urls.set(database.db, url);
    return database;
  };
  return {
    async fresh() {
      const schema = newSchema();
      await admin.query(`create schema ${schema}`);
      schemas.push(schema);
      return open(schemaUrl(schema));
    },
    again: async (database) => open(urls.get(database.db) ?? POSTGRES_URL),
    async close() {
      for (const schema of schemas) await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
    },
  };
}

export function schemaUrl(schema: string): string {
  const url = new URL(POSTGRES_URL);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

export function newSchema(): string {
  return `tyrian_${randomBytes(6).toString('hex')}`;
}

/** A store on a database of its own, with a clock that moves on at each look. */
export async function freshStore(
  engine: Engine,
  options: Partial<StoreParts> = {},
): Promise<{ store: Store; database: Database }> {
  const database = await engine.fresh();
  const store = await createStore(database, { keys: memoryKeys(), clock: tick, ...options });
  return { store, database };
}
