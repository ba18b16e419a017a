import { type Case, type CaseDecision, CaseId, CaseStatus } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { addCaseCampaigns } from './case-campaigns.js';
import {
  decideMatter,
  isMatterId,
  listMatters,
  MATTER_KINDS,
  type MatterFlags,
  type MatterKind,
  showMatter,
  withMatterOptions,
} from './case-matters.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface ListFlags extends StoreFlags {
  readonly kind?: MatterKind;
  readonly status?: CaseStatus;
  readonly limit: number;
}
interface ShowFlags extends StoreFlags {
  readonly open?: boolean;
  readonly by?: string;
}
interface DecideFlags extends MatterFlags {
  readonly release?: boolean;
  readonly refuse?: boolean;
  readonly lift?: boolean;
  readonly uphold?: boolean;
}

const DECISIONS = ['release', 'refuse', 'lift', 'uphold'] as const satisfies readonly CaseDecision[];
const STATES: Record<CaseDecision, string> = {
  release: 'released',
  refuse: 'refused',
  lift: 'lifted',
  uphold: 'upheld',
  remove: 'removed',
  restrict: 'restricted',
  reject: 'rejected',
  forward: 'forwarded',
  reverse: 'reversed',
};

export function addCase(program: Command): void {
  const cases = program.command('case').description('What a person decides: what is held, and conduct');

  withStoreOptions(cases.command('list').description('List cases, newest first'))
    .addOption(new Option('--status <status>', 'only these').choices(CaseStatus.options))
    .addOption(new Option('--kind <kind>', 'notices or appeals, the most urgent first').choices(MATTER_KINDS))
    .addOption(new Option('--limit <n>', 'at most so many').default(50).argParser(Number))
    .addHelpText('after', '\nExample:\n  $ tyrian case list --status open')
    .action(async (flags: ListFlags) => {
      if (flags.kind) return listMatters(flags.kind, flags);
      const found = await onStore(flags, (operator) =>
        operator('case.list', { limit: flags.limit, ...(flags.status && { status: flags.status }) }),
      );
      if (flags.json) return printJson(found);
      if (found.length === 0) return write('No cases.\n');
      const rows = found.map((one) => [
        one.id,
        one.kind,
        stateOf(one),
        time(one.openedAt),
        time(one.expiresAt),
        one.rules.join(', '),
      ]);
      await write(`${table([['id', 'about', 'state', 'opened', 'expires', 'rules'], ...rows])}\n`);
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
      if (isMatterId(id)) return showMatter(id, flags);
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

  withMatterOptions(
    withStoreOptions(cases.command('decide').description('Decide a case, a notice or an appeal').argument('<id>')),
  )
    .addOption(
      new Option('--release', 'let the same content by the same account through from now on').conflicts([
        'refuse',
        'lift',
        'uphold',
      ]),
    )
    .addOption(new Option('--refuse', 'it stays refused').conflicts(['lift', 'uphold']))
    .addOption(new Option('--lift', 'of conduct: end it on all machines within 2 s').conflicts('uphold'))
    .option('--uphold', 'of conduct: it lasts as long as it was to')
    .requiredOption('--by <name>', 'who decides')
    .option('--note <text>', 'why')
    .addHelpText('after', '\nExample:\n  $ tyrian case decide cas_01k9y3m2q --release --by ana --note "a quotation"')
    .action(async (id: string, flags: DecideFlags, command: Command) => {
      if (isMatterId(id)) return decideMatter(id, flags, command);
      const decision = DECISIONS.find((one) => flags[one]);
      if (!decision) return command.error('tyrian: say --release or --refuse, or of conduct --lift or --uphold');
      const decided = await onStore(flags, (operator) =>
        operator('case.decide', {
          id: CaseId.parse(id),
          decision,
          by: flags.by,
          ...(flags.note !== undefined && { note: flags.note }),
        }),
      );
      if (flags.json) return printJson(decided);
      await write(`Case ${decided.id} is ${stateOf(decided)}.\n`);
    });

  addCaseCampaigns(cases);
}

function stateOf({ status, decision }: Case): string {
  return decision === null ? status : STATES[decision];
}

function describe(one: Case): string {
  const lines: [string, string][] = [
    ['case', one.id],
    ['state', stateOf(one)],
    ['about', one.kind],
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
