import { type Case, CaseId, CaseStatus } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface ListFlags extends StoreFlags {
  readonly status?: CaseStatus;
  readonly limit: number;
}
interface ShowFlags extends StoreFlags {
  readonly open?: boolean;
  readonly by?: string;
}
interface DecideFlags extends StoreFlags {
  readonly release?: boolean;
  readonly refuse?: boolean;
  readonly by: string;
  readonly note?: string;
}

export function addCase(program: Command): void {
  const cases = program.command('case').description('What is held for a person to decide');

  withStoreOptions(cases.command('list').description('List cases, newest first'))
    .addOption(new Option('--status <status>', 'only these').choices(CaseStatus.options))
    .addOption(new Option('--limit <n>', 'at most so many').default(50).argParser(Number))
    .addHelpText('after', '\nExample:\n  $ tyrian case list --status open')
    .action(async (flags: ListFlags) => {
      const found = await onStore(flags, (operator) =>
        operator('case.list', { limit: flags.limit, ...(flags.status && { status: flags.status }) }),
      );
      if (flags.json) return printJson(found);
      if (found.length === 0) return write('No cases.\n');
      const rows = found.map((one) => [
        one.id,
        stateOf(one),
        time(one.openedAt),
        time(one.expiresAt),
        one.rules.join(', '),
      ]);
      await write(`${table([['id', 'state', 'opened', 'expires', 'rules'], ...rows])}\n`);
    });

  withStoreOptions(
    cases
      .command('show')
      .description('Show a case; with --open also its sealed content, which goes on record')
      .argument('<id>'),
  )
    .option('--open', 'open the sealed content')
    .option('--by <name>', 'who looks; needed with --open')
    .addHelpText('after', '\nExample:\n  $ tyrian case show cas_01k9y3m2q --open --by ana')
    .action(async (id: string, flags: ShowFlags) => {
      const { shown, content } = await onStore(flags, async (operator) => {
        const caseId = CaseId.parse(id);
        const shown = await operator('case.show', { id: caseId });
        return {
          shown,
          content: flags.open ? await operator('case.open', { id: caseId, by: flags.by ?? '' }) : undefined,
        };
      });
      if (flags.json) return printJson(content === undefined ? shown : { ...shown, content });
      await write(`${describe(shown)}\n`);
      if (content !== undefined) await write(`content:   ${JSON.stringify(content, null, 2)}\n`);
    });

  withStoreOptions(cases.command('decide').description('Decide a case').argument('<id>'))
    .addOption(
      new Option('--release', 'let the same content by the same account through from now on').conflicts('refuse'),
    )
    .option('--refuse', 'it stays refused')
    .requiredOption('--by <name>', 'who decides')
    .option('--note <text>', 'why')
    .addHelpText('after', '\nExample:\n  $ tyrian case decide cas_01k9y3m2q --release --by ana --note "a quotation"')
    .action(async (id: string, flags: DecideFlags, command: Command) => {
      if (!flags.release && !flags.refuse) command.error('tyrian: say --release or --refuse');
      const decided = await onStore(flags, (operator) =>
        operator('case.decide', {
          id: CaseId.parse(id),
          decision: flags.release ? 'release' : 'refuse',
          by: flags.by,
          ...(flags.note !== undefined && { note: flags.note }),
        }),
      );
      if (flags.json) return printJson(decided);
      await write(`Case ${decided.id} is ${stateOf(decided)}.\n`);
    });
}

function stateOf({ status, decision }: Case): string {
  if (status !== 'decided') return status;
  return decision === 'release' ? 'released' : 'refused';
}

function describe(one: Case): string {
  const lines: [string, string][] = [
    ['case', one.id],
    ['state', stateOf(one)],
    ['verdict', one.verdict],
    ['rules', one.rules.join(', ')],
    ['opened', time(one.openedAt)],
    ['expires', time(one.expiresAt)],
    ['evidence', one.evidence ?? 'none'],
  ];
  if (one.decidedBy && one.decidedAt !== null)
    lines.push(['decided', `${time(one.decidedAt)} by ${one.decidedBy}${one.note ? `: ${one.note}` : ''}`]);
  return lines.map(([name, value]) => `${`${name}:`.padEnd(10)} ${value}`).join('\n');
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
