import type { Command } from 'commander';
import { printJson, write } from '../terminal/print.js';
import { showProgress } from './option-values.js';
import { type StoreFlags, withStoreOptions } from './store-options.js';

interface CreateFlags extends StoreFlags {
  readonly withVault?: boolean;
  readonly withKeys?: boolean;
}

export function addBackup(program: Command): void {
  const backup = program.command('backup').description('Write a backup, and restore one');

  withStoreOptions(
    backup
      .command('create')
      .description('Write everything but the vault and the keys into a file, as it is at one moment; servers may run')
      .argument('<file>', 'must not be there yet'),
  )
    .option('--with-vault', 'with the sealed evidence')
    .option('--with-keys', 'with the keys, under the passphrase in TYRIAN_BACKUP_PASSPHRASE')
    .addHelpText('after', '\nExample:\n  $ tyrian backup create tyrian-2026-11-27.backup')
    .action(async (file: string, { json, withVault = false, withKeys = false, ...flags }: CreateFlags) => {
      const [{ loadConfig }, { createBackup }] = await Promise.all([
        import('../config/load.js'),
        import('../backup/create-backup.js'),
      ]);
      const made = await createBackup(loadConfig(flags), { file, withVault, withKeys }, progress());
      if (json) return printJson({ file, ...made, withVault, withKeys });
      await write(
        [
          `Wrote ${file}: ${made.rows} rows, ${made.bytes} bytes, SHA-256 ${made.sha256}`,
          ...(withVault ? [] : ['Sealed evidence is not in it; add --with-vault for it.']),
          ...(withKeys
            ? ['The keys in it open with TYRIAN_BACKUP_PASSPHRASE only. Lose it, and they are lost.']
            : [
                'The keys are not in it, and it cannot be restored without them: keep a copy of the folder of keys elsewhere.',
              ]),
          '',
        ].join('\n'),
      );
    });

  withStoreOptions(
    backup
      .command('restore')
      .description('Restore a backup into an empty data folder or database, and verify the record; all or nothing')
      .argument('<file>', 'as "backup create" wrote it'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian backup restore tyrian-2026-11-27.backup --data new-data')
    .action(async (file: string, { json, ...flags }: StoreFlags) => {
      const [{ loadConfig }, { restore }] = await Promise.all([
        import('../config/load.js'),
        import('../backup/restore.js'),
      ]);
      const { rows, audit, header } = await restore(loadConfig(flags), file, progress());
      if (json) return printJson({ rows, madeAt: header.madeAt, hasVault: header.hasVault, audit });
      await write(
        `Restored ${rows} rows as of ${new Date(header.madeAt).toISOString()}. No fault found: ${audit.records} records of ${audit.writers} writers, ${audit.checkpoints} checkpoints.\n${header.hasVault ? '' : 'Sealed evidence was not in it.\n'}`,
      );
    });
}

/** Rows come in pages of any size: said once in every ten thousand. */
export function progress(): (rows: number) => void {
  let said = 0;
  return (rows) => {
    const tens = Math.floor(rows / 10_000) * 10_000;
    if (tens > said) showProgress(tens);
    said = Math.max(said, tens);
  };
}
