import { type Command, Option } from 'commander';

interface ServeFlags {
  readonly config?: string;
  readonly host?: string;
  readonly port?: number;
  readonly data?: string;
  readonly database?: string;
  readonly upstream?: string;
  readonly policy?: string;
  readonly mode?: 'observe' | 'enforce';
  readonly log?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly worker?: boolean;
  readonly json?: boolean;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Start the gateway: change one base URL and every chat is checked')
    .option('--config <file>', 'configuration file (default: tyrian.yaml where there is one)')
    .option('--host <host>', 'address to listen on (default: 127.0.0.1)')
    .addOption(new Option('--port <port>', 'port to listen on (default: 8080)').argParser(Number))
    .option('--data <folder>', 'data folder (default: tyrian-data)')
    .option('--database <url>', '"embedded" or a postgres:// URL')
    .option(
      '--upstream <url>',
      'OpenAI-compatible model server, e.g. http://127.0.0.1:11434/v1 (default: the demo model)',
    )
    .option('--policy <name>', 'a shipped policy or the path of a YAML file (default: open-chat)')
    .addOption(
      new Option('--mode <mode>', 'observe: verdicts only, locked rules still refuse').choices(['enforce', 'observe']),
    )
    .addOption(
      new Option('--log <level>', 'what to log on standard error').choices([
        'debug',
        'info',
        'warn',
        'error',
        'silent',
      ]),
    )
    .option('--no-worker', 'leave background work to "tyrian worker" (PostgreSQL only)')
    .option('--json', 'print one JSON line when ready')
    .addHelpText('after', '\nExample:\n  $ tyrian serve --upstream https://api.example.com/v1 --policy open-chat')
    .action(async ({ json, worker, ...given }: ServeFlags) => {
      // Without the flag the configuration file says.
      const flags = worker === false ? { ...given, worker } : given;
      const [{ loadConfig }, { serve }] = await Promise.all([import('../config/load.js'), import('../serve/serve.js')]);
      await serve(loadConfig(flags), { json: json ?? false });
    });
}
