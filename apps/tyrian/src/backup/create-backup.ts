import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type BackupOptions,
  type BackupSummary,
  lockDataFolder,
  readKeyFolder,
  readLock,
  writeBackup,
} from '@tyrian/storage';
import type { LoadedConfig } from '../config/load.js';
import { databaseOf, keysFolder } from '../operator/platform.js';
import { connectOperator } from '../operator/socket-client.js';
import { withOperator } from '../operator/with-operator.js';

export interface BackupChoices {
  readonly file: string;
  readonly withVault: boolean;
  readonly withKeys: boolean;
}

/**
 * Writes a backup, whether a server runs or not, and puts on record that it was made. Throws what `writeBackup` throws.
 */
export async function createBackup(
  loaded: LoadedConfig,
  { file, withVault, withKeys }: BackupChoices,
  onProgress?: (rows: number) => void,
): Promise<BackupSummary> {
  const { config, secrets } = loaded;
  const keys = withKeys ? readKeyFolder(keysFolder(config)) : undefined;
  const made = await withSource(loaded, (from) =>
    writeBackup({ from, file, withVault, keys, passphrase: secrets.backupPassphrase, onProgress }),
  );
  const { sha256, rows, bytes } = made;
  const details = { sha256, rows, bytes, vault: withVault, keys: withKeys };
  await withOperator(loaded, (operator) => operator('backup.note', { type: 'backup.created', details }));
  return made;
}

/**
 * PostgreSQL is read as it is at one moment. A server that has an embedded database open copies it first: reading all of it
 * in one transaction would keep every request waiting.
 */
async function withSource<Result>(
  { config }: LoadedConfig,
  work: (from: BackupOptions['from']) => Promise<Result>,
): Promise<Result> {
  if (config.database !== 'embedded') return work(databaseOf(config));
  const owner = readLock(config.data);
  if (!owner?.socketPath) {
    const lock = await lockDataFolder(config.data);
    try {
      return await work(databaseOf(config));
    } finally {
      lock.release();
    }
  }
  const folder = resolve(join(config.data, `copy-${randomBytes(6).toString('hex')}`));
  try {
    await connectOperator(owner.socketPath)('backup.copy', { folder });
    return await work({ kind: 'embedded', folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
