import { type Case, type CaseDecision, type CaseEvent, CaseId, CaseStatus } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import type { OperationInput } from '../operator/operations.js';
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
import { addCaseWork, stateOf, time } from './case-work.js';
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
interface DecideFlags extends MatterFlags, Partial<Record<PlainDecision, boolean>> {
  readonly cluster?: boolean;
  readonly rule?: string;
}

/** What goes on record where nobody says why. */
const NO_NOTE = 'decided at the command line';
/** Notices and appeals have outcomes in their place. */
type PlainDecision = Exclude<CaseDecision, 'remove' | 'restrict' | 'reject' | 'forward' | 'reverse'>;
const DECISIONS: Record<PlainDecision, string> = {
  release: 'let the same content by the same account through from now on',
  refuse: 'it stays refused',
  lift: 'of conduct: end it on all machines within 2 s',
  uphold: 'of conduct: it lasts as long as it was to; of feedback: the refusal was right',
  overturn: 'of feedback: the refusal was wrong',
  dismiss: 'of a campaign: it is none',
  confirm: 'of a campaign: it is one',
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
        const shown = await operator('case.show', { id: caseId, ...(flags.by && { by: flags.by }) });
        return {
          shown,
          content: flags.open ? await operator('case.open', { id: caseId, by: flags.by ?? '' }) : undefined,
        };
      });
      const { case: found, ...beside } = shown;
      if (flags.json) return printJson({ ...found, ...beside, ...(content !== undefined && { content }) });
      await write(`${describe(found)}\n${whatWasDone(shown.events)}`);
      if (content !== undefined) await write(`content:   ${JSON.stringify(content, null, 2)}\n`);
    });

  const decide = withStoreOptions(
    cases.command('decide').description('Decide a case, a notice or an appeal').argument('<id>'),
  );
  withMatterOptions(decide);
  for (const [decision, does] of Object.entries(DECISIONS))
    decide.addOption(
      new Option(`--${decision}`, does).conflicts(Object.keys(DECISIONS).filter((one) => one !== decision)),
    );
  decide
    .requiredOption('--by <name>', 'who decides')
    .option('--note <text>', 'why')
    .option('--rule <id>', 'the rule that it is decided by, where that is another than asked')
    .option('--statement <text>', 'what is said to whom it is about')
    .option('--cluster', 'decide all open cases with the same text, 500 at most')
    .addHelpText('after', '\nExample:\n  $ tyrian case decide cas_01k9y3m2q --release --by ana --note "a quotation"')
    .action(async (id: string, flags: DecideFlags, command: Command) => {
      if (isMatterId(id)) return decideMatter(id, flags, command);
      const decision = (Object.keys(DECISIONS) as PlainDecision[]).find((one) => flags[one]);
      if (!decision) return command.error('tyrian: say --release or --refuse, or of conduct --lift or --uphold');
      const { by, note: reason = NO_NOTE, rule, statement } = flags;
      const ruling = {
        id: CaseId.parse(id),
        decision,
        by,
        reason,
        ...(rule && { rule }),
        ...(statement && { statement }),
      };
      if (flags.cluster) return decideCluster(flags, ruling);
      const decided = await onStore(flags, (operator) => operator('case.decide', ruling));
      if (flags.json) return printJson(decided);
      await write(`Case ${decided.id} is ${stateOf(decided)}.\n`);
    });

  addCaseWork(cases);
  addCaseCampaigns(cases);
}

async function decideCluster(flags: DecideFlags, ruling: OperationInput<'case.decide-cluster'>): Promise<void> {
  const result = await onStore(flags, (operator) => operator('case.decide-cluster', ruling));
  if (flags.json) return printJson(result);
  await write(`Decided ${result.decided} cases as ${result.batch}; ${result.left} of the same text are left.\n`);
}

function describe(one: Case): string {
  const lines: [string, string][] = [
    ['case', one.id],
    ['state', stateOf(one)],
    ['about', one.kind],
    ['queue', `${one.queue}, priority ${one.priority}`],
    ['verdict', one.verdict],
    ['rules', one.rules.join(', ')],
    ['opened', time(one.openedAt)],
    ['expires', time(one.expiresAt)],
    ['evidence', one.evidence ?? 'none'],
  ];
  if (one.decidedBy && one.decidedAt !== null)
    lines.push(['decided', `${time(one.decidedAt)} by ${one.decidedBy}${one.reason ? `: ${one.reason}` : ''}`]);
  return lines.map(([name, value]) => `${`${name}:`.padEnd(10)} ${value}`).join('\n');
}

/** A line for each thing that somebody did. */
function whatWasDone(events: readonly CaseEvent[]): string {
  const rows = events.map(({ at, type, by, details }) => [
    time(at),
    type,
    by ?? '',
    String(details.why ?? details.text ?? details.reason ?? details.view ?? ''),
  ]);
  return rows.length === 0 ? '' : `\n${table([['when', 'what', 'who', ''], ...rows])}\n`;
}
