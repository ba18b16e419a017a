import type { Command } from 'commander';
import { type StoreFlags, withStoreOptions } from './store-options.js';

export function addWorker(program: Command): void {
  withStoreOptions(
    program
      .command('worker')
      .description('Do the background work of servers on the same PostgreSQL: events, expiry, proposals, checkpoints'),
  )
    .addHelpText(
      'after',
      '\nEach process has a data folder of its own; the keys must be the same (setting "keys").\n\nExample:\n  $ TYRIAN_KEYS=/etc/tyrian/keys tyrian worker --data worker-data --database postgres://tyrian@db/tyrian',
    )
    .action(async ({ json, ...flags }: StoreFlags) => {
      const [{ loadConfig }, { work }] = await Promise.all([import('../config/load.js'), import('../serve/work.js')]);
      await work(loadConfig(flags), { json: json ?? false });
    });
}
