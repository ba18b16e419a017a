import { BatchId, type Case, type CaseDecision, CaseId } from '@tyrian/contracts';
import type { Command } from 'commander';
import { printJson, write } from '../terminal/print.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface ByFlags extends StoreFlags {
  readonly by: string;
}
interface TakeFlags extends ByFlags {
  readonly queue?: string;
}
interface WhyFlags extends ByFlags {
  readonly why: string;
}

const STATES: Record<CaseDecision, string> = {
  release: 'released',
  refuse: 'refused',
  lift: 'lifted',
  uphold: 'upheld',
  overturn: 'overturned',
  dismiss: 'dismissed',
  remove: 'removed',
  restrict: 'restricted',
  reject: 'rejected',
  forward: 'forwarded',
  reverse: 'reversed',
  confirm: 'confirmed',
};

/** What people do with cases before and after they decide them. */
export function addCaseWork(cases: Command): void {
  withStoreOptions(
    cases.command('take').description('Take a case, this one or the next, for ten minutes').argument('[id]'),
  )
    .requiredOption('--by <name>', 'who takes it')
    .option('--queue <name>', 'the next one of this queue')
    .addHelpText('after', '\nExample:\n  $ tyrian case take --queue urgent --by ana')
    .action(async (id: string | undefined, flags: TakeFlags) => {
      const { case: taken } = await onStore(flags, (operator) =>
        operator('case.take', {
          by: flags.by,
          ...(id !== undefined && { id: CaseId.parse(id) }),
          ...(flags.queue !== undefined && { queue: flags.queue }),
        }),
      );
      if (flags.json) return printJson(taken);
      if (!taken) return write('No case is free.\n');
      const until = time(taken.lease?.until ?? 0);
      await write(`Case ${taken.id} of the queue ${taken.queue} is yours until ${until}.\n`);
    });

  withStoreOptions(cases.command('hand-back').description('Let go of a case').argument('<id>'))
    .requiredOption('--by <name>', 'who lets go')
    .addHelpText('after', '\nExample:\n  $ tyrian case hand-back cas_01k9y3m2q --by ana')
    .action(async (id: string, flags: ByFlags) => {
      const left = await onStore(flags, (operator) =>
        operator('case.hand-back', { id: CaseId.parse(id), by: flags.by }),
      );
      if (flags.json) return printJson(left);
      await write(`Case ${left.id} is free.\n`);
    });

  withStoreOptions(
    cases.command('skip').description('Let go of a case for good: it does not come back to you').argument('<id>'),
  )
    .requiredOption('--by <name>', 'who skips it')
    .requiredOption('--why <text>', 'why')
    .addHelpText('after', '\nExample:\n  $ tyrian case skip cas_01k9y3m2q --by ana --why "I know the person"')
    .action(async (id: string, flags: WhyFlags) => {
      const left = await onStore(flags, (operator) =>
        operator('case.skip', { id: CaseId.parse(id), by: flags.by, why: flags.why }),
      );
      if (flags.json) return printJson(left);
      await write(`Case ${left.id} is free for others.\n`);
    });

  withStoreOptions(cases.command('escalate').description('Leave a case to whoever leads').argument('<id>'))
    .requiredOption('--by <name>', 'who asks')
    .requiredOption('--why <text>', 'why')
    .addHelpText('after', '\nExample:\n  $ tyrian case escalate cas_01k9y3m2q --by ana --why "may be a law case"')
    .action(async (id: string, flags: WhyFlags) => {
      const left = await onStore(flags, (operator) =>
        operator('case.escalate', { id: CaseId.parse(id), by: flags.by, why: flags.why }),
      );
      if (flags.json) return printJson(left);
      await write(`Case ${left.id} waits for whoever leads.\n`);
    });

  withStoreOptions(
    cases
      .command('undo')
      .description('Take back what you decided in the last ten minutes: a case, or a batch')
      .argument('<id>'),
  )
    .requiredOption('--by <name>', 'who decided it')
    .addHelpText('after', '\nExample:\n  $ tyrian case undo cas_01k9y3m2q --by ana')
    .action(async (id: string, flags: ByFlags) => {
      const what = id.startsWith('bat_') ? { batch: BatchId.parse(id) } : { id: CaseId.parse(id) };
      const undone = await onStore(flags, (operator) => operator('case.undo', { ...what, by: flags.by }));
      if (flags.json) return printJson(undone);
      const { cases: opened, strikes, steps, stepsOver } = undone;
      const over = stepsOver > 0 ? ` ${stepsOver} steps stay lifted, since their time is over.` : '';
      await write(`Open again: ${opened.length}. Strikes that count again: ${strikes}, steps: ${steps}.${over}\n`);
    });
}

/** `open`, `expired`, or what was decided. */
export function stateOf({ status, decision }: Case): string {
  return decision === null ? status : STATES[decision];
}

export function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
