import type { Command } from 'commander';
import { type StoreFlags, withStoreOptions } from './store-options.js';

export function addDoctor(program: Command): void {
  withStoreOptions(
    program
      .command('doctor')
      .description('Look at this machine and configuration: what works, what does not, what is not protected'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian doctor')
    .action(async (flags: StoreFlags) => {
      const [{ loadConfig }, { doctor }] = await Promise.all([
        import('../config/load.js'),
        import('../doctor/doctor.js'),
      ]);
      const { config, data, database, json } = flags;
      process.exitCode = await doctor(loadConfig({ config, data, database }), { json: json ?? false });
    });
}
