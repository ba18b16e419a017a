import type { Command } from 'commander';
import { printJson, write } from '../terminal/print.js';
import { progress } from './backup.js';
import { type StoreFlags, withStoreOptions } from './store-options.js';

interface MigrateFlags extends StoreFlags {
  readonly to: string;
}

export function addMigrate(program: Command): void {
  withStoreOptions(
    program
      .command('migrate')
      .description('Move the database to an empty PostgreSQL, vault and all; servers must be stopped')
      .requiredOption('--to <url>', 'a postgres:// URL; what is moved stays where it was, and is only read'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian migrate --to postgres://tyrian@db/tyrian')
    .action(async ({ json, to, ...flags }: MigrateFlags) => {
      const [{ loadConfig }, { move }, { withoutPassword }] = await Promise.all([
        import('../config/load.js'),
        import('../backup/move.js'),
        import('../backup/without-password.js'),
      ]);
      const { rows, tables, audit } = await move(loadConfig(flags), to, progress());
      if (json) return printJson({ rows, tables, audit });
      await write(
        `Moved ${rows} rows. No fault found on either side: ${audit.records} records of ${audit.writers} writers, the same heads.\nNow set "database" to ${withoutPassword(to)}; keep the folder of keys, and give it to every machine.\n`,
      );
    });
}
