import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openEmbedded } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { migrations } from './database/migrations/index.js';
import { publish } from './files/publish.js';

/**
 * Writes an embedded database that is new and up to date into a file, gzipped if the file's name ends in `.gz`. A start
 * from it need not make one. It holds tables and nothing else: no key, no writer, no record.
 *
 * @example
 * await writeSnapshot('./cache/new-database.tar.gz');
 */
export async function writeSnapshot(file: string): Promise<void> {
  const database = await openEmbedded({ folder: null });
  try {
    await migrate(database.db, migrations, Date.now());
    mkdirSync(dirname(file), { recursive: true });
    publish(file, await database.worker.dump(file.endsWith('.gz') ? 'gzip' : 'none'), 0o600);
  } finally {
    await database.close();
  }
}
