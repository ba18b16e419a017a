import { existsSync, rmSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import { fillKeyFolder, lockDataFolder, openKeys, type Restored, restoreBackup } from '@tyrian/storage';
import type { LoadedConfig } from '../config/load.js';
import { databaseOf, keysFolder } from '../operator/platform.js';
import { withOperator } from '../operator/with-operator.js';

/**
 * Restores a backup into the empty database that the configuration names, as a whole or not at all. Keys come from the
 * backup, or are in the folder of keys already. Throws what `restoreBackup` throws.
 */
export async function restore(
  loaded: LoadedConfig,
  file: string,
  onProgress?: (rows: number) => void,
): Promise<Restored> {
  const { config, secrets } = loaded;
  const to = databaseOf(config);
  const lock = await lockDataFolder(config.data);
  let restored: Restored;
  try {
    if (to.kind === 'embedded' && existsSync(to.folder)) throw errors.DATABASE_NOT_EMPTY([to.folder]);
    try {
      restored = await restoreBackup({
        file,
        to,
        passphrase: secrets.backupPassphrase,
        onProgress,
        useKeys: async (fromBackup) => {
          fillKeyFolder(keysFolder(config), fromBackup);
          return openKeys(keysFolder(config));
        },
      });
    } catch (fault) {
      if (to.kind === 'embedded') rmSync(to.folder, { recursive: true, force: true });
      throw fault;
    }
  } finally {
    lock.release();
  }
  const { rows, header } = restored;
  const details = { rows, madeAt: header.madeAt, vault: header.hasVault };
  await withOperator(loaded, (operator) => operator('backup.note', { type: 'backup.restored', details }));
  return restored;
}
