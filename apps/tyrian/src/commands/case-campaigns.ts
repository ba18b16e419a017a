import { TenantId } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { countOf, timeOf } from './option-values.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface CampaignFlags extends StoreFlags {
  readonly tenant?: string;
  readonly since?: number;
  readonly limit: number;
}

const DAY = 24 * 3_600_000;

export function addCaseCampaigns(cases: Command): void {
  withStoreOptions(cases.command('campaigns').description('The same attack from several accounts, newest first'))
    .option('--tenant <tenant>', 'only this one')
    .option('--since <date>', 'from then on (default: the last day)', timeOf)
    .addOption(new Option('--limit <n>', 'at most so many').default(50).argParser(countOf))
    .addHelpText('after', '\nExample:\n  $ tyrian case campaigns --since 2026-11-01')
    .action(async ({ tenant, since, limit, ...flags }: CampaignFlags) => {
      const found = await onStore(flags, (operator) =>
        operator('case.campaigns', {
          since: since ?? Date.now() - DAY,
          limit,
          ...(tenant !== undefined && { tenant: TenantId.parse(tenant) }),
        }),
      );
      if (flags.json) return printJson(found);
      if (found.length === 0) return write('No campaigns.\n');
      const rows = found.map((one) => [
        one.rule,
        one.by,
        one.tenant,
        time(one.firstAt),
        time(one.lastAt),
        String(one.accounts),
        String(one.verdicts),
        `${Math.round(one.refusedShare * 100)} %`,
      ]);
      const head = ['rule', 'alike in', 'tenant', 'first', 'last', 'accounts', 'verdicts', 'refused'];
      await write(`${table([head, ...rows])}\n`);
    });
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
