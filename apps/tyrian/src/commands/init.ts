import { Audience } from '@tyrian/contracts';
import { type Command, Option } from 'commander';

export function addInit(program: Command): void {
  program
    .command('init')
    .description('Ask what kind of platform this is, and write one commented configuration file')
    .addOption(
      new Option('--kind <kind>', 'kind of platform').choices(['chat', 'children', 'images', 'workplace', 'models']),
    )
    .option('--country <code>', 'country whose law applies, e.g. DE')
    .addOption(new Option('--audience <who>', 'who the users are').choices(Audience.options))
    .option('--adult-content', 'adults may have explicit material')
    .option('--no-adult-content', 'nobody may')
    .option('--upstream <url>', 'model server to check; "demo" for the built-in one')
    .option('--file <file>', 'where to write', 'tyrian.yaml')
    .option('--force', 'replace a file that is there')
    .option('--yes', 'take the default for every question that no flag answers')
    .option('--json', 'print what was written as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian init --kind chat --country DE --audience unknown --no-adult-content --upstream demo',
    )
    .action(async (flags: import('../init/init.js').InitFlags) => {
      const { init } = await import('../init/init.js');
      await init(flags);
    });
}
