import {
  type Appeal,
  AppealId,
  AppealOutcome,
  type CaseStatus,
  type DutyClock,
  type Notice,
  NoticeId,
  NoticeOutcome,
} from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { onStore, type StoreFlags } from './store-options.js';

export const MATTER_KINDS = ['notice', 'appeal'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

type Matter = (Notice | Appeal) & { readonly clocks: readonly DutyClock[] };

export interface MatterFlags extends StoreFlags {
  readonly outcome?: string;
  readonly unfounded?: boolean;
  readonly by: string;
  readonly note?: string;
  readonly statement?: string;
}

/** Whether an id is of a notice or an appeal, not of a case. */
export function isMatterId(id: string): boolean {
  return id.startsWith('ntc_') || id.startsWith('apl_');
}

/** What a notice or an appeal comes to, besides what the other cases are decided with. */
export function withMatterOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--outcome <outcome>', 'of a notice or an appeal').choices([
        ...NoticeOutcome.options,
        ...AppealOutcome.options,
      ]),
    )
    .option('--unfounded', 'of a notice that is rejected: it was manifestly unfounded');
}

export async function listMatters(
  kind: MatterKind,
  flags: StoreFlags & { readonly status?: CaseStatus; readonly limit: number },
): Promise<void> {
  const query = { status: flags.status === 'decided' ? ('decided' as const) : ('open' as const), limit: flags.limit };
  const found = await onStore(
    flags,
    (operator): Promise<readonly Matter[]> =>
      kind === 'notice' ? operator('notice.list', query) : operator('appeal.list', query),
  );
  if (flags.json) return printJson(found);
  if (found.length === 0) return write(`No ${kind}s.\n`);
  const rows = found.map((one) => [
    one.id,
    about(one),
    one.outcome ?? one.status,
    String(one.priority),
    dueOf(one),
    one.case,
  ]);
  await write(`${table([['id', 'about', 'state', 'priority', 'due', 'case'], ...rows])}\n`);
}

export async function showMatter(id: string, flags: StoreFlags): Promise<void> {
  const one = await onStore(
    flags,
    (operator): Promise<Matter> =>
      id.startsWith('ntc_')
        ? operator('notice.show', { id: NoticeId.parse(id) })
        : operator('appeal.show', { id: AppealId.parse(id) }),
  );
  if (flags.json) return printJson(one);
  const lines: [string, string][] = [
    [id.startsWith('ntc_') ? 'notice' : 'appeal', one.id],
    ['about', about(one)],
    ['state', one.outcome ?? one.status],
    ['case', one.case],
    ['priority', String(one.priority)],
    ['received', time(one.receivedAt)],
    ...one.clocks.map(({ duty, dueAt, stoppedAt }): [string, string] => [
      'clock',
      `${duty}, due ${time(dueAt)}${stoppedAt === null ? '' : `, stopped ${time(stoppedAt)}`}`,
    ]),
    ...('linked' in one && one.linked.length > 0 ? [['same file', one.linked.join(', ')] as [string, string]] : []),
  ];
  if (one.decidedBy !== null && one.decidedAt !== null)
    lines.push(['decided', `${time(one.decidedAt)} by ${one.decidedBy}: ${one.reason}`]);
  await write(`${lines.map(([name, value]) => `${`${name}:`.padEnd(10)} ${value}`).join('\n')}\n`);
}

export async function decideMatter(id: string, flags: MatterFlags, command: Command): Promise<void> {
  const { outcome, note: reason, statement, by, unfounded } = flags;
  if (outcome === undefined || reason === undefined || statement === undefined)
    return command.error('tyrian: a notice or an appeal needs --outcome, --note and --statement');
  const decided = await onStore(
    flags,
    (operator): Promise<Notice | Appeal> =>
      id.startsWith('ntc_')
        ? operator('notice.decide', {
            ...{ id: NoticeId.parse(id), outcome: outcome as NoticeOutcome, by, reason, statement },
            ...(unfounded && { isUnfounded: true }),
          })
        : operator('appeal.decide', {
            ...{ id: AppealId.parse(id), outcome: outcome as AppealOutcome, by, reason, statement },
          }),
  );
  if (flags.json) return printJson(decided);
  await write(`${decided.id} is ${decided.outcome}.\n`);
}

function about(one: Matter): string {
  if ('kind' in one) return `${one.kind} (${one.jurisdiction})`;
  return `against ${one.verdict ?? one.notice}`;
}

/** The clock that ends first. */
function dueOf({ clocks }: Matter): string {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ dueAt }) => dueAt);
  return running.length === 0 ? '-' : time(Math.min(...running));
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
