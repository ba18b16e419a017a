import { sql } from 'kysely';
import { openPinnedSession, openPool } from '../postgres/connections.js';
import type { Database } from './database.js';

/** Opens a PostgreSQL. `?options=-c%20search_path%3Dname` in the URL keeps everything in a schema of that name. */
export function openPostgres(url: string): Database {
  const pool = openPool(url);
  return {
    db: pool.db,
    openSession: () => openPinnedSession(url),
    async describe() {
      const { rows } = await sql<{ server_version: string }>`show server_version`.execute(pool.db);
      return `PostgreSQL ${rows[0]?.server_version.split(' ')[0] ?? ''}`.trim();
    },
    close: () => pool.close(),
  };
}
