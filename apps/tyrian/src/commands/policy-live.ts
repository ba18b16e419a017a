import { PolicyMode, TenantId } from '@tyrian/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { printJson, write } from '../terminal/print.js';
import {
  describeHistory,
  describeProposal,
  describeReport,
  describeStatuses,
  namedPolicy,
} from './describe-policies.js';
import { countOf, showProgress, timeOf } from './option-values.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

export interface ByFlags extends StoreFlags {
  readonly tenant?: string;
  readonly by: string;
  readonly note?: string;
}
interface ModeFlags extends ByFlags {
  readonly mode?: PolicyMode;
  readonly canary?: number;
}
interface StepFlags extends ByFlags {
  readonly to?: PolicyMode;
  readonly canary?: number;
}
interface ReplayFlags extends StoreFlags {
  readonly tenant?: string;
  readonly since?: number;
  readonly until?: number;
  readonly limit?: number;
}

/** Whom a change is for, who makes it and why. */
export function withAttribution(command: Command): Command {
  return withStoreOptions(command)
    .option('--tenant <tenant>', 'only for this tenant (default: for all that have nothing of their own)')
    .requiredOption('--by <name>', 'who does it')
    .option('--note <text>', 'why');
}

export function attribution({ tenant, by, note }: ByFlags) {
  return { tenant: tenant === undefined ? null : TenantId.parse(tenant), by, note: note ?? null };
}

const canaryOption = () =>
  new Option('--canary <percent>', 'share of the accounts for which a canary enforces').argParser(percentOf);

/** The policy that is in force, how it changes while the server runs, and what another would change. */
export function addLivePolicy(policy: Command): void {
  addActivate(policy);
  addPromote(policy);
  addRollback(policy);
  addActive(policy);
  addHistory(policy);
  addReplay(policy);
  addProposal(policy);
}

function addActivate(policy: Command): void {
  withAttribution(
    policy
      .command('activate')
      .description('Put a policy into force, in running servers too, within two seconds')
      .argument('<policy>', 'a shipped policy or the path of a YAML file'),
  )
    .addOption(new Option('--mode <mode>', 'in place of its own mode').choices(PolicyMode.options))
    .addOption(canaryOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian policy activate our-chat.yaml --mode observe --by ana --note "a first look"',
    )
    .action(async (name: string, flags: ModeFlags) => {
      const sent = await sentPolicy(name, flags.mode, flags.canary);
      const made = await onStore(flags, (operator) => operator('policy.activate', { ...sent, ...attribution(flags) }));
      await report(flags, made, 'In force');
    });
}

function addPromote(policy: Command): void {
  withAttribution(policy.command('promote').description('Take the next step: observe, shadow, canary, enforce'))
    .addOption(new Option('--to <mode>', 'this step, not the next').choices(PolicyMode.options))
    .addOption(canaryOption())
    .addHelpText('after', '\nExample:\n  $ tyrian policy promote --to canary --canary 25 --by ana')
    .action(async (flags: StepFlags) => {
      const { to, canary } = flags;
      const made = await onStore(flags, (operator) =>
        operator('policy.promote', {
          ...attribution(flags),
          ...(to && { to }),
          ...(canary !== undefined && { canary }),
        }),
      );
      await report(flags, made, 'Promoted');
    });
}

function addRollback(policy: Command): void {
  withAttribution(policy.command('rollback').description('Go back to what was in force before'))
    .option('--to <hash>', 'to this policy, by the beginning of its hash')
    .addHelpText('after', '\nExample:\n  $ tyrian policy rollback --by ana --note "refuses too much"')
    .action(async (flags: ByFlags & { readonly to?: string }) => {
      const { to } = flags;
      const made = await onStore(flags, (operator) =>
        operator('policy.rollback', { ...attribution(flags), ...(to !== undefined && { to }) }),
      );
      await report(flags, made, 'Rolled back');
    });
}

function addActive(policy: Command): void {
  withStoreOptions(policy.command('active').description('What is in force, for all and for each tenant'))
    .addHelpText('after', '\nExample:\n  $ tyrian policy active')
    .action(async (flags: StoreFlags) => {
      const active = await onStore(flags, (operator) => operator('policy.active', {}));
      if (flags.json) return printJson(active);
      await write(`${describeStatuses(active.policies)}\n`);
    });
}

function addHistory(policy: Command): void {
  withStoreOptions(policy.command('history').description('Everything that was put into force, newest first'))
    .option('--tenant <tenant>', 'only of this tenant')
    .addOption(new Option('--limit <n>', 'at most so many').default(50).argParser(countOf))
    .addHelpText('after', '\nExample:\n  $ tyrian policy history --limit 10')
    .action(async (flags: StoreFlags & { readonly tenant?: string; readonly limit: number }) => {
      const { tenant, limit } = flags;
      const history = await onStore(flags, (operator) =>
        operator('policy.history', { limit, ...(tenant !== undefined && { tenant: TenantId.parse(tenant) }) }),
      );
      if (flags.json) return printJson(history);
      await write(history.length === 0 ? 'Nothing was ever activated.\n' : `${describeHistory(history)}\n`);
    });
}

function addReplay(policy: Command): void {
  withStoreOptions(
    policy
      .command('replay')
      .description('Say what a policy would have decided about everything recorded, without any text')
      .argument('<policy>', 'a shipped policy or the path of a YAML file'),
  )
    .option('--tenant <tenant>', 'only of this tenant')
    .addOption(new Option('--since <time>', 'from then on, e.g. 2026-11-01').argParser(timeOf))
    .addOption(new Option('--until <time>', 'up to then').argParser(timeOf))
    .addOption(new Option('--limit <n>', 'at most so many records, oldest first').argParser(countOf))
    .addHelpText('after', '\nExample:\n  $ tyrian policy replay stricter.yaml --since 2026-11-01')
    .action(async (name: string, flags: ReplayFlags) => {
      const { tenant, since, until, limit } = flags;
      const query = {
        ...(await sentPolicy(name)),
        ...(tenant !== undefined && { tenant: TenantId.parse(tenant) }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
        ...(limit !== undefined && { limit }),
      };
      const found = await onStore(flags, (operator) => operator('policy.replay', query), showProgress);
      if (flags.json) return printJson(found);
      await write(`${describeReport(found)}\n`);
    });
}

function addProposal(policy: Command): void {
  withStoreOptions(
    policy
      .command('proposal')
      .description('Say what a policy that only watches would have refused, and how to enforce it'),
  )
    .option('--tenant <tenant>', 'of this tenant')
    .addOption(new Option('--since <time>', 'from then on (default: since it is in force)').argParser(timeOf))
    .addHelpText('after', '\nExample:\n  $ tyrian policy proposal')
    .action(async (flags: ReplayFlags) => {
      const tenant = flags.tenant === undefined ? null : TenantId.parse(flags.tenant);
      const found = await onStore(
        flags,
        (operator) => operator('policy.proposal', { tenant, ...(flags.since !== undefined && { since: flags.since }) }),
        showProgress,
      );
      if (flags.json) return printJson(found);
      await write(`${describeProposal(found)}\n`);
    });
}

/** The policy with its exact JSON, in another mode where one is given. */
async function sentPolicy(name: string, mode?: PolicyMode, canary?: number): Promise<{ json: string; hash: string }> {
  const [{ choosePolicy }, { withMode }] = await Promise.all([
    import('../library/choose-policy.js'),
    import('@tyrian/guard'),
  ]);
  const chosen = choosePolicy(name);
  const isAsItIs = mode === undefined && canary === undefined;
  const { policy, hash } = isAsItIs ? chosen : withMode(chosen, mode ?? chosen.policy.mode, canary);
  return { json: JSON.stringify(policy), hash };
}

type Made = Parameters<typeof describeHistory>[0][number];

async function report(flags: StoreFlags, made: Made, what: string): Promise<void> {
  if (flags.json) return printJson(made);
  const { change, tenant, revision } = made;
  const policy =
    change.kind === 'policy' && change.policy ? namedPolicy(change.policy) : 'the policy of the configuration';
  await write(`${what}${tenant === null ? '' : ` for ${tenant}`}: ${policy} (revision ${revision}).\n`);
}

function percentOf(text: string): number {
  const percent = Number(text);
  if (!(percent > 0 && percent <= 100)) throw new InvalidArgumentError('give a number above 0, up to 100.');
  return percent;
}
