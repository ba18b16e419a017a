import { Audience, type KeyBinding, type KeyBudget, KeyDialect } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { countOf, spanOf, timeOf } from './option-values.js';

/** Flags that say what a key is bound to. */
export interface BindingFlags {
  readonly policy?: string;
  readonly upstream?: string;
  readonly dialect: KeyDialect;
  readonly claimed?: Audience;
  readonly perMinute?: number;
  readonly perDay?: number;
  readonly charactersPerDay?: number;
  readonly streams?: number;
  readonly expires?: number;
}

export function withBindingOptions(command: Command): Command {
  return command
    .option('--policy <name>', 'a shipped or activated policy in place of the one in force')
    .option('--upstream <name>', 'a configured model server in place of the usual one')
    .addOption(new Option('--dialect <whose>', 'form of its answers').choices(KeyDialect.options).default('openai'))
    .addOption(
      new Option('--claimed <who>', 'loosest audience that a signed token may give (default: that of the key)').choices(
        Audience.options,
      ),
    )
    .option('--per-minute <requests>', 'requests a minute', countOf)
    .option('--per-day <requests>', 'requests a day', countOf)
    .option('--characters-per-day <count>', 'characters of prompts and answers a day; a token is about four', countOf)
    .option('--streams <count>', 'streamed answers at a time', countOf)
    .option('--expires <when>', 'a date, or a span from now as in 90d', (text) =>
      /^\d+[smhd]$/.test(text) ? Date.now() + spanOf(text) : timeOf(text),
    );
}

export function bindingOf(flags: BindingFlags): Partial<KeyBinding> {
  const { policy, upstream, dialect, claimed, expires } = flags;
  const budget: KeyBudget = {
    ...(flags.perMinute !== undefined && { requestsPerMinute: flags.perMinute }),
    ...(flags.perDay !== undefined && { requestsPerDay: flags.perDay }),
    ...(flags.charactersPerDay !== undefined && { charactersPerDay: flags.charactersPerDay }),
    ...(flags.streams !== undefined && { streams: flags.streams }),
  };
  return {
    ...(policy !== undefined && { policy }),
    ...(upstream !== undefined && { upstream }),
    dialect,
    ...(claimed !== undefined && { claimed }),
    budget,
    ...(expires !== undefined && { expiresAt: expires }),
  };
}

/** What a key is bound to, a line each. */
export function describeBinding({ policy, upstream, dialect, budget, claimed, expiresAt }: KeyBinding): string[] {
  const limits: readonly (readonly [number | undefined, string])[] = [
    [budget.requestsPerMinute, 'requests a minute'],
    [budget.requestsPerDay, 'requests a day'],
    [budget.charactersPerDay, 'characters a day'],
    [budget.streams, 'streams at a time'],
  ];
  const given = limits.filter(([limit]) => limit !== undefined).map((words) => words.join(' '));
  return [
    `policy     ${policy ?? 'the one in force'}`,
    `upstream   ${upstream ?? 'the configured one'}`,
    `dialect    ${dialect}`,
    `budget     ${given.length > 0 ? given.join(', ') : 'no limits'}`,
    `claims     ${claimed === null ? 'none looser than its audience' : `up to ${claimed}`}`,
    `expires    ${expiresAt === null ? 'never' : new Date(expiresAt).toISOString()}`,
  ];
}
