import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors } from '@tyrian/contracts';
import { lockDataFolder, type Moved, moveDatabase, openKeys } from '@tyrian/storage';
import { parseConfig } from '../config/config.js';
import type { LoadedConfig } from '../config/load.js';
import { MOVED_FILE } from '../operator/moved.js';
import { databaseOf, keysFolder } from '../operator/platform.js';
import { withOperator } from '../operator/with-operator.js';
import { withoutPassword } from './without-password.js';

/**
 * Moves a database to an empty PostgreSQL, vault and all, with the chains verified on both sides. The old one is only
 * read; where it is embedded, a note in the data folder keeps it from being written to by mistake.
 */
export async function move(loaded: LoadedConfig, url: string, onProgress?: (rows: number) => void): Promise<Moved> {
  const { config } = loaded;
  const to = withoutPassword(url);
  if (config.database === url) throw errors.CONFIG_INVALID(['--to names the database that is to be moved']);
  const lock = await lockDataFolder(config.data);
  let moved: Moved;
  try {
    const keys = await openKeys(keysFolder(config));
    moved = await moveDatabase({ from: databaseOf(config), to: { kind: 'postgres', url }, keys, onProgress });
    if (config.database === 'embedded')
      writeFileSync(
        join(config.data, MOVED_FILE),
        `${JSON.stringify({ to, at: new Date().toISOString(), rows: moved.rows })}\n`,
        { mode: 0o600 },
      );
  } finally {
    lock.release();
  }
  const there = { ...loaded, config: parseConfig({ ...config, database: url }) };
  const details = { rows: moved.rows, from: config.database === 'embedded' ? 'embedded' : 'postgres' };
  await withOperator(there, (operator) => operator('backup.note', { type: 'database.moved', details }));
  return moved;
}
