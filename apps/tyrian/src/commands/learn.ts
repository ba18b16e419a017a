import { TenantId } from '@tyrian/contracts';
import type { FeedbackReport, FeedbackRow } from '@tyrian/learning';
import { type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { showProgress, timeOf } from './option-values.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface FeedbackFlags extends StoreFlags {
  readonly tenant?: string;
  readonly since?: number;
  readonly until?: number;
}

const DAYS = 30;

export function addLearn(program: Command): void {
  const learn = program.command('learn').description('What people say was wrong');

  withStoreOptions(
    learn.command('feedback').description('Count feedback by rule, and as a share of all that the rule decided'),
  )
    .option('--tenant <tenant>', 'only of this tenant')
    .addOption(
      new Option('--since <time>', `on verdicts from then on, e.g. 2026-11-01 (default: ${DAYS} days ago)`).argParser(
        timeOf,
      ),
    )
    .addOption(new Option('--until <time>', 'on verdicts up to then').argParser(timeOf))
    .addHelpText('after', '\nExample:\n  $ tyrian learn feedback --since 2026-11-01')
    .action(async (flags: FeedbackFlags) => {
      const { tenant, until, since = (until ?? Date.now()) - DAYS * 24 * 3_600_000 } = flags;
      const query = {
        since,
        ...(tenant !== undefined && { tenant: TenantId.parse(tenant) }),
        ...(until !== undefined && { until }),
      };
      const report = await onStore(flags, (operator) => operator('learn.feedback', query), showProgress);
      if (flags.json) return printJson(report);
      await write(`${describe(report)}\n`);
    });
}

function describe({ since, until, records, unreadable, rows }: FeedbackReport): string {
  const time = `verdicts from ${day(since)} to ${day(until)}`;
  if (rows.length === 0) return `No feedback on ${time}.`;
  const head = ['rule', 'policy', 'says', 'by', 'count', 'verdicts', 'of', 'share (95 % interval)'];
  const lines = [`Feedback on ${time}, ${records} in all`, table([head, ...rows.map(cellsOf)])];
  if (unreadable > 0) lines.push(`${unreadable} were erased or cannot be read, and are not among those decided.`);
  return lines.join('\n');
}

function cellsOf({ rule, policy, says, by, count, share }: FeedbackRow): string[] {
  const { share: part, low, high } = share;
  return [
    rule ?? '(no rule)',
    `${policy.id} ${policy.version}`,
    says,
    by,
    String(count),
    String(share.count),
    String(share.of),
    `${percent(part)} (${percent(low)} to ${percent(high)})`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
