import { Kysely } from 'kysely';
import pg from 'pg';
import { INT8, parseInt8 } from '../database/column-types.js';
import type { Session } from '../database/database.js';
import { asDatabaseFailure } from '../database/failures.js';
import type { Tables } from '../database/tables.js';
import { postgresDialect } from './dialect.js';

function connectionConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'tyrian',
    connectionTimeoutMillis: 5_000,
    // A server that takes a statement and then falls silent counts as lost.
    query_timeout: 30_000,
    keepAlive: true,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === INT8 ? parseInt8 : pg.types.getTypeParser(id, format ?? 'text'),
    },
  };
}

export interface ConnectionPool {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/** Connections for reading, and for statements that stand alone. */
export function openPool(url: string): ConnectionPool {
  const pool = new pg.Pool({ ...connectionConfig(url), max: 8 });
  // A connection that breaks is replaced by the next one, and whoever used it learns of it from the statement; without
  // listeners it would end the process, whether it was idle or lent.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = postgresDialect(async () => {
    const client = await pool.connect();
    return { client, release: (isBroken) => client.release(isBroken) };
  });
  return { db: new Kysely<Tables>({ dialect }), close: () => pool.end() };
}

/** One connection that is never replaced behind the caller's back, so that its advisory locks mean something. */
export async function openPinnedSession(url: string): Promise<Session> {
  const client = new pg.Client(connectionConfig(url));
  let isLost = false;
  const lose = () => {
    isLost = true;
  };
  client.on('error', lose);
  client.on('end', lose);
  try {
    await client.connect();
  } catch (error) {
    throw asDatabaseFailure(error);
  }
  const dialect = postgresDialect(async () => ({
    client,
    release: (isBroken) => {
      isLost ||= isBroken;
    },
  }));
  return {
    db: new Kysely<Tables>({ dialect }),
    isLost: () => isLost,
    async close() {
      const ended = client.end().catch(lose);
      // A broken connection may never say goodbye.
      if (!isLost) await ended;
    },
  };
}
