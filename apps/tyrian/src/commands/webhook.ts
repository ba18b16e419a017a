import { type Command, InvalidArgumentError, Option } from 'commander';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, table, write } from '../terminal/print.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

/** Who outside is told things: webhooks, and mail. */
export function addWebhook(program: Command): void {
  const webhook = program.command('webhook').description('Who outside is told what happened: webhooks, and mail');
  addList(webhook);
  addTest(webhook);
  addResend(webhook);
  addListen(webhook);
}

function addList(webhook: Command): void {
  withStoreOptions(webhook.command('list').description('List webhooks and mail, and what waits for each'))
    .addHelpText('after', '\nExample:\n  $ tyrian webhook list')
    .action(async ({ json, ...flags }: StoreFlags) => {
      const listed = await (await import('../outward/webhook-commands.js')).listEndpoints(flags);
      if (json) return printJson(listed);
      if (listed.length === 0) return write('Nobody outside is told anything.\n');
      const rows = listed.map((one) => [
        one.endpoint,
        one.target === null ? 'not set any more' : one.offAt !== null ? 'off' : one.hasSecret ? 'on' : 'no secret',
        String(one.waiting),
        String(one.delivered),
        String(one.undelivered),
        one.lastCode ?? '',
        one.target ?? '',
      ]);
      const head = ['name', 'state', 'waiting', 'delivered', 'undelivered', 'last fault', 'where'];
      await write(`${table([head, ...rows])}\n`);
    });
}

function addTest(webhook: Command): void {
  withStoreOptions(
    webhook.command('test').description('Send a test to a webhook, or to "mail"; it says that nothing happened'),
  )
    .argument('<name>')
    .addHelpText('after', '\nExample:\n  $ tyrian webhook test platform')
    .action(async (name: string, { json, ...flags }: StoreFlags) => {
      const { kind, code } = await (await import('../outward/webhook-commands.js')).testEndpoint(name, flags);
      if (kind !== 'acknowledged') process.exitCode = EXIT.fault;
      if (json) return printJson({ endpoint: name, outcome: kind, code });
      await write(`${name}: ${kind} (${code})\n`);
    });
}

function addResend(webhook: Command): void {
  withStoreOptions(
    webhook.command('resend').description('Switch an endpoint on again, and send what could not be delivered to it'),
  )
    .argument('<name>')
    .addHelpText('after', '\nExample:\n  $ tyrian webhook resend platform')
    .action(async (endpoint: string, flags: StoreFlags) => {
      const done = await onStore(flags, (operator) => operator('webhook.resend', { endpoint }));
      if (flags.json) return printJson(done);
      await write(`${endpoint}: ${done.resent} will be sent again.\n`);
    });
}

function addListen(webhook: Command): void {
  webhook
    .command('listen')
    .description('Run a receiver of ours that verifies what comes and prints it, to try webhooks with')
    .addOption(new Option('--port <port>', 'where it listens, on 127.0.0.1').default(8090).argParser(countOf(65_535)))
    .option('--secret <secret>', 'what messages are signed with (default: a new one, which it prints)')
    .addOption(new Option('--status <code>', 'answer with this status, as in 500 or 410').argParser(countOf(599)))
    .addOption(new Option('--delay <ms>', 'wait before each answer').argParser(countOf(600_000)))
    .option('--json', 'it prints JSON in any case')
    .addHelpText('after', '\nExample:\n  $ tyrian webhook listen --port 8090')
    .action(async (flags: { port: number; secret?: string; status?: number; delay?: number }) => {
      await (await import('../outward/webhook-commands.js')).listen(flags);
    });
}

function countOf(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^\d+$/.test(text) && count <= most) return count;
    throw new InvalidArgumentError(`It must be a whole number up to ${most}.`);
  };
}
