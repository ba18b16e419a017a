import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { errors, SwitchedPart, TenantId } from '@tyrian/contracts';
import { Argument, type Command } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { addCompare } from './guard-compare.js';
import { addGuardModels, describeSetting, describeUsage } from './guard-model.js';
import { attribution, type ByFlags, withAttribution } from './policy-live.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

type TenantFlags = StoreFlags & { readonly tenant?: string };

export function addGuard(program: Command): void {
  const guard = program
    .command('guard')
    .description(
      'What the guard looks with: kill switches, lexicons of your own, allowed phrases, and how well it tells',
    );
  addList(guard);
  addSwitch(guard, 'off', 'Switch off a detector, a language or a rule of the lexicons; locked rules go on seeing');
  addSwitch(guard, 'on', 'Switch it on again');
  addGuardModels(guard);
  addLexicon(guard.command('lexicon').description('Lexicons of your own, beside the shipped ones'));
  addCompare(guard);
  addAllow(guard.command('allow').description('Phrases in which nothing counts but for locked rules'));
}

function addList(guard: Command): void {
  withTenant(guard.command('list').description('Detectors, and what is off, added or allowed'))
    .addHelpText('after', '\nExample:\n  $ tyrian guard list')
    .action(async (flags: TenantFlags) => {
      const found = await listed(flags);
      if (flags.json) return printJson(found);
      const { detectors, switches, lexicons, allowed, guards, usage } = found;
      const rows = detectors.map(({ id, version, state }) => [id, version, state]);
      const lines = [table([['detector', 'version', 'state'], ...rows])];
      for (const { name, setting } of guards) lines.push(`${name}: ${describeSetting(setting)}`);
      for (const one of usage) lines.push(describeUsage(one));
      if (switches.lexicons.length > 0) lines.push(`languages off: ${switches.lexicons.join(', ')}`);
      if (switches.rules.length > 0) lines.push(`rules off: ${switches.rules.join(', ')}`);
      lines.push(`lexicons of your own: ${lexicons.map(({ name }) => name).join(', ') || 'none'}`);
      lines.push(`allowed phrases: ${allowed.length}`);
      await write(`${lines.join('\n')}\n`);
    });
}

function addSwitch(guard: Command, state: 'on' | 'off', description: string): void {
  withAttribution(
    guard
      .command(state)
      .description(description)
      .addArgument(new Argument('<part>', 'what').choices(SwitchedPart.options))
      .argument('<name>', 'which: an id of a detector or a rule, or the language of a lexicon'),
  )
    .addHelpText(
      'after',
      `\nExample:\n  $ tyrian guard ${state} rule violence.degree-1 --by ana --note "too many finds"`,
    )
    .action(async (part: SwitchedPart, name: string, flags: ByFlags) => {
      const made = await onStore(flags, (operator) =>
        operator('guard.switch', { ...attribution(flags), part, name, on: state === 'on' }),
      );
      if (flags.json) return printJson(made);
      await write(`Switched ${state} ${part} ${name} (revision ${made.revision}).${state === 'off' ? LOCKED : ''}\n`);
    });
}

const LOCKED = '\nLocked rules (child safety) still count what it sees.';

function addLexicon(lexicon: Command): void {
  withAttribution(
    lexicon.command('add').description('Put a lexicon, or a file of patterns, into force').argument('<file>', 'YAML'),
  )
    .option('--name <name>', 'under this name (default: the name of the file)')
    .addHelpText('after', '\nExample:\n  $ tyrian guard lexicon add our-words.yaml --by ana')
    .action(async (file: string, flags: ByFlags & { readonly name?: string }) => {
      const name = flags.name ?? basename(file).replace(/\.ya?ml$/, '');
      const yaml = readLexiconFile(file);
      const made = await onStore(flags, (operator) => operator('guard.lexicon', { ...attribution(flags), name, yaml }));
      if (flags.json) return printJson(made);
      await write(`Lexicon ${name} is in force (revision ${made.revision}).\n`);
    });

  withAttribution(lexicon.command('remove').description('Take a lexicon out').argument('<name>'))
    .addHelpText('after', '\nExample:\n  $ tyrian guard lexicon remove our-words --by ana')
    .action(async (name: string, flags: ByFlags) => {
      const made = await onStore(flags, (operator) =>
        operator('guard.lexicon', { ...attribution(flags), name, yaml: null }),
      );
      if (flags.json) return printJson(made);
      await write(`Lexicon ${name} is no longer in force (revision ${made.revision}).\n`);
    });

  withTenant(lexicon.command('list').description('List lexicons of your own'))
    .addHelpText('after', '\nExample:\n  $ tyrian guard lexicon list')
    .action(async (flags: TenantFlags) => {
      const { lexicons } = await listed(flags);
      if (flags.json) return printJson(lexicons);
      await write(
        lexicons.length === 0 ? 'None.\n' : `${table(lexicons.map(({ name, hash }) => [name, hash.slice(0, 12)]))}\n`,
      );
    });
}

function addAllow(allow: Command): void {
  for (const [verb, on] of [
    ['add', true],
    ['remove', false],
  ] as const) {
    withAttribution(
      allow
        .command(verb)
        .description(on ? 'Allow a phrase' : 'No longer allow it')
        .argument('<phrase>'),
    )
      .addHelpText('after', `\nExample:\n  $ tyrian guard allow ${verb} "Kill Bill" --tenant cinema --by ana`)
      .action(async (phrase: string, flags: ByFlags) => {
        const made = await onStore(flags, (operator) => operator('guard.allow', { ...attribution(flags), phrase, on }));
        if (flags.json) return printJson(made);
        await write(`${on ? 'Allowed' : 'No longer allowed'}: ${phrase} (revision ${made.revision}).\n`);
      });
  }

  withTenant(allow.command('list').description('List allowed phrases'))
    .addHelpText('after', '\nExample:\n  $ tyrian guard allow list --tenant cinema')
    .action(async (flags: TenantFlags) => {
      const { allowed } = await listed(flags);
      if (flags.json) return printJson(allowed);
      await write(allowed.length === 0 ? 'None.\n' : `${allowed.join('\n')}\n`);
    });
}

function withTenant(command: Command): Command {
  return withStoreOptions(command).option('--tenant <tenant>', 'as it is for this tenant');
}

function listed(flags: TenantFlags) {
  const tenant = flags.tenant === undefined ? null : TenantId.parse(flags.tenant);
  return onStore(flags, (operator) => operator('guard.list', { tenant }));
}

function readLexiconFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw errors.LEXICON_INVALID([file, 'it cannot be read'], { cause });
  }
}
