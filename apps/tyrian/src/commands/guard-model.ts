import { type GuardModelSetting, Stage } from '@tyrian/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { GuardUsage } from '../live/guard-models.js';
import type { GivenSetting } from '../live/try-guard-model.js';
import { printJson, write } from '../terminal/print.js';
import { attribution, type ByFlags, withAttribution } from './policy-live.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

type AddFlags = ByFlags & GivenSetting & { readonly try: boolean };
type TryFlags = StoreFlags & GivenSetting & { readonly tenant?: string; readonly as: Stage };

/** Guard models behind a server of their own: put into force, taken out, tried, and one of ours to try them with. */
export function addGuardModels(guard: Command): void {
  addAdd(guard);
  addRemove(guard);
  addTry(guard);
  addFamilies(guard);
  addStandIn(guard);
}

function withModelOptions(command: Command, isNeeded: boolean): Command {
  return command
    .addOption(
      new Option('--family <id>', 'what kind of guard model it is: see "tyrian guard families"').makeOptionMandatory(
        isNeeded,
      ),
    )
    .option('--url <url>', 'where its server is')
    .option('--folder <path>', 'where a classifier in ONNX form lies, on every machine that serves')
    .option('--model <name>', 'as the server names it (default for a folder: its name)')
    .option('--server <kind>', 'what kind of server (default: by the family and the port)')
    .option('--key-from <variable>', 'environment variable that holds its key: TYRIAN_GUARD_KEY or TYRIAN_GUARD_KEY_*')
    .option('--no-logprobs', 'for a server that refuses to be asked for the probabilities of tokens');
}

function addAdd(guard: Command): void {
  withAttribution(
    withModelOptions(guard.command('add').description('Put a guard model into force').argument('<name>'), true),
  )
    .option('--after <detector>', 'ask it only where this detector is uncertain')
    .addOption(new Option('--band <from..to>', 'what uncertain means').default(undefined, '0.2..0.8').argParser(bandOf))
    .option('--optional', 'when it is down, what it would have judged counts as not covered (default: as failed)')
    .addOption(new Option('--price-per-call <money>', 'in your currency').argParser(priceOf))
    .addOption(new Option('--price-prompt <money>', 'for a million tokens of prompts').argParser(priceOf))
    .addOption(new Option('--price-completion <money>', 'for a million tokens of answers').argParser(priceOf))
    .option('--no-try', 'do not ask it anything first')
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian guard add llama --family llama-guard-3 --url http://127.0.0.1:11434 --model llama-guard3:8b \\\n      --after classifier --band 0.2..0.9 --by ana\n  $ tyrian guard add injection --family onnx-classifier --folder /srv/models/prompt-guard-2 --by ana',
    )
    .action(async (name: string, flags: AddFlags) => {
      const { settingOf, tryModel } = await import('../live/try-guard-model.js');
      const setting = settingOf(flags);
      if (flags.try) await tryModel({ name, setting }, 'Hello, how are you?', 'input');
      const made = await onStore(flags, (operator) =>
        operator('guard.model', { ...attribution(flags), name, guard: setting }),
      );
      if (flags.json) return printJson(made);
      await write(`Guard model ${name} is in force (revision ${made.revision}): ${describeSetting(setting)}.\n`);
    });
}

function addRemove(guard: Command): void {
  withAttribution(guard.command('remove').description('Take a guard model out').argument('<name>'))
    .addHelpText('after', '\nExample:\n  $ tyrian guard remove llama --by ana')
    .action(async (name: string, flags: ByFlags) => {
      const made = await onStore(flags, (operator) =>
        operator('guard.model', { ...attribution(flags), name, guard: null }),
      );
      if (flags.json) return printJson(made);
      await write(`Guard model ${name} is no longer in force (revision ${made.revision}).\n`);
    });
}

function addTry(guard: Command): void {
  withStoreOptions(
    withModelOptions(
      guard
        .command('try')
        .description(
          'Ask a guard model about a text: one in force by its name, or any with --family, --url and --model',
        )
        .argument('<name>')
        .argument('<text...>'),
      false,
    ),
  )
    .option('--tenant <tenant>', 'the one that is in force for this tenant')
    .addOption(new Option('--as <stage>', 'a prompt or an answer').choices(Stage.options).default('input'))
    .addHelpText('after', '\nExample:\n  $ tyrian guard try llama "How do I bake bread?"')
    .action(async (name: string, words: string[], flags: TryFlags) => {
      const { namedModel, tryModel } = await import('../live/try-guard-model.js');
      const tried = await tryModel(await namedModel(name, flags), words.join(' '), flags.as);
      if (flags.json) return printJson(tried);
      const { answer, version, tookMs } = tried;
      const findings = answer.findings.map(({ name: hazard, score }) => `${hazard} ${score.toFixed(3)}`);
      await write(
        `${version}: ${answer.score.toFixed(3)} harmful${answer.isGraded ? '' : ' (a label, no probability)'}\n` +
          `${findings.length > 0 ? `  ${findings.join(', ')}\n` : ''}` +
          `  ${tookMs} ms, ${answer.cost.calls} call(s), ${answer.cost.promptTokens}+${answer.cost.completionTokens} tokens\n`,
      );
    });
}

function addFamilies(guard: Command): void {
  guard
    .command('families')
    .description('Kinds of guard models that can be added')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian guard families')
    .action(async ({ json }: { json?: boolean }) => {
      const { describeFamilies } = await import('../live/try-guard-model.js');
      const { families, servers } = describeFamilies();
      if (json) return printJson({ families, servers });
      const list = (rows: readonly { id: string; describe: string }[]) =>
        rows.map(({ id, describe }) => `  ${id}\n      ${describe}`).join('\n');
      await write(`Families (--family):\n${list(families)}\n\nServers (--server):\n${list(servers)}\n`);
    });
}

function addStandIn(guard: Command): void {
  guard
    .command('stand-in')
    .description(
      'Run a server of ours that answers as a guard model does, to try things out: it knows made-up words only',
    )
    .requiredOption('--family <id>', 'which kind of guard model it feigns')
    .addOption(new Option('--port <port>', 'where it listens, on 127.0.0.1').default(11_434).argParser(portOf))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ tyrian guard stand-in --family llama-guard-3 --port 11434')
    .action(async (flags: { family: string; port: number; json?: boolean }) => {
      await (await import('../live/run-stand-in.js')).runStandIn(flags);
    });
}

/** A guard model in one line. */
export function describeSetting({ family, model, server, url, asked, optional }: GuardModelSetting): string {
  const when = asked ? `, asked where ${asked.after} gives ${asked.from} to ${asked.to}` : '';
  return `${family} (${model}) on ${server} at ${url}${when}${optional ? ', optional' : ''}`;
}

/** What a guard model took since the server started, in one line. */
export function describeUsage({
  name,
  state,
  judged,
  failed,
  promptTokens,
  completionTokens,
  money,
}: GuardUsage): string {
  const resting = state === 'open' ? ', left alone for now' : '';
  const cost = money > 0 ? `, cost ${money.toFixed(4)}` : '';
  return `${name}: judged ${judged}, failed ${failed}, ${promptTokens}+${completionTokens} tokens${cost}${resting}`;
}

function bandOf(text: string): { from: number; to: number } {
  const [from = Number.NaN, to = Number.NaN] = text.split('..').map(Number);
  if (from >= 0 && to <= 1 && from <= to) return { from, to };
  throw new InvalidArgumentError('It must be two numbers from 0 to 1, as in 0.2..0.8.');
}

function priceOf(text: string): number {
  const price = Number(text);
  if (text.trim() !== '' && price >= 0 && Number.isFinite(price)) return price;
  throw new InvalidArgumentError('It must be a number from 0.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a port.');
}
