import type { Spared } from '@tyrian/contracts';
import type { Command } from 'commander';
import { EXIT } from '../terminal/exit-code.js';
import { printJson, table, write } from '../terminal/print.js';
import { countOf } from './option-values.js';
import { needPerson, type PersonFlags, withPersonOptions } from './person-options.js';
import { addPersonRequest } from './person-request.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface ByFlags extends PersonFlags {
  readonly by: string;
}
interface EraseFlags extends PersonFlags {
  readonly by?: string;
  readonly why: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}
interface HoldFlags extends ByFlags {
  readonly reason: string;
  readonly days: number;
}

export function addPerson(program: Command): void {
  const person = program
    .command('person')
    .description(
      'What is kept of a person: give it out, erase it, keep it from erasure; the register of legal requests',
    );

  withPersonOptions(person.command('export').description('Write what is kept of a person into one JSON file'))
    .requiredOption('--by <name>', 'who does it; what is sealed is opened, which goes on record')
    .requiredOption('--out <file>', 'must not be there yet')
    .addHelpText('after', '\nExample:\n  $ tyrian person export --account user-7 --by ana --out user-7.json')
    .action(async (flags: ByFlags & { readonly out: string }, command: Command) => {
      const asked = needPerson(flags, command);
      const { exportPerson } = await import('../person/export-person.js');
      const done = await exportPerson(flags, asked, { by: flags.by, file: flags.out });
      if (flags.json) return printJson(done);
      await write(`Wrote ${done.file}: ${done.records} records, ${done.sealed} sealed, ${done.strikes} strikes.\n`);
    });

  withPersonOptions(
    person.command('erase').description('Erase what is kept of a person, but for what a hold or the law wants kept'),
  )
    .option('--by <name>', 'who does it')
    .option('--why <text>', 'goes on record: name nobody', 'asked for by the person')
    .option('--dry-run', 'only say what there is, what would go and what would stay')
    .option('--yes', 'do it: it cannot be undone')
    .addHelpText('after', '\nExample:\n  $ tyrian person erase --account user-7 --by ana --yes')
    .action(async (flags: EraseFlags, command: Command) => {
      const asked = needPerson(flags, command);
      if (flags.dryRun) {
        const { planErasure } = await import('../person/plan-erasure.js');
        const plan = await planErasure(flags, asked);
        if (flags.json) return printJson(plan);
        return write(
          `${plan.records} records, ${plan.strikes} strikes, ${plan.steps} steps, ${plan.opinions} opinions; ${plan.tombstones} erased already.\nWould go: ${plan.going.records} records, ${plan.going.evidence} sealed, ${plan.going.cases} cases.\n${plan.isWhole ? '' : `Would stay: ${stays(plan)}.\n`}`,
        );
      }
      if (!flags.yes || flags.by === undefined)
        return command.error('tyrian: it cannot be undone: say --by and --yes, or --dry-run to see what there is');
      const { erasePerson } = await import('../person/erase-person.js');
      const done = await erasePerson(flags, asked, { by: flags.by, why: flags.why });
      process.exitCode = done.isWhole ? EXIT.done : EXIT.held;
      if (flags.json) return printJson(done);
      await write(
        `Erased ${done.records} records, ${done.evidence} sealed, ${done.cases} cases, ${done.strikes} strikes, ${done.steps} steps, ${done.opinions} opinions.\n${
          done.isWhole ? '' : `Not erased: ${stays(done)}.\n`
        }`,
      );
    });

  const hold = person.command('hold').description('Legal holds: what one covers is neither erased nor expires');
  withPersonOptions(hold.command('set').description('Set a hold on a person'))
    .requiredOption('--by <name>', 'who sets it')
    .requiredOption('--reason <text>', 'why; name nobody')
    .option('--days <n>', 'for so many days', countOf, 90)
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian person hold set --account user-7 --by ana --reason "dispute 12/26" --days 180',
    )
    .action(async (flags: HoldFlags, command: Command) => {
      const asked = needPerson(flags, command);
      const { by, reason, days } = flags;
      const set = await onStore(flags, (operator) => operator('person.hold', { ...asked, by, reason, days }));
      if (flags.json) return printJson(withoutNames(set));
      await write(`Hold ${set.id} stands until ${day(set.until)}.\n`);
    });
  withStoreOptions(hold.command('list').description('List the holds that stand'))
    .option('--all', 'also those that have ended')
    .addHelpText('after', '\nExample:\n  $ tyrian person hold list')
    .action(async (flags: StoreFlags & { readonly all?: boolean }) => {
      const holds = await onStore(flags, (operator) => operator('person.holds', { all: flags.all ?? false }));
      if (flags.json) return printJson(holds.map(withoutNames));
      if (holds.length === 0) return write('No holds.\n');
      const rows = holds.map(({ id, by, setAt, until, endedAt, reason, request }) => [
        ...[id, by, day(setAt), day(until), endedAt === null ? 'stands' : `ended ${day(endedAt)}`],
        `${reason}${request === null ? '' : ` (${request})`}`,
      ]);
      await write(`${table([['id', 'by', 'set', 'until', 'state', 'reason'], ...rows])}\n`);
    });
  withStoreOptions(
    hold.command('lift').description('End a hold; what is due goes with the next expiry').argument('<id>'),
  )
    .requiredOption('--by <name>', 'who ends it')
    .addHelpText('after', '\nExample:\n  $ tyrian person hold lift hld_01k9y3m2q --by ana')
    .action(async (id: string, flags: StoreFlags & { readonly by: string }) => {
      const ended = await onStore(flags, (operator) => operator('person.lift', { id, by: flags.by }));
      if (flags.json) return printJson(withoutNames(ended));
      await write(`Hold ${ended.id} has ended.\n`);
    });

  addPersonRequest(person);
}

function stays({
  spared,
  held,
}: {
  readonly spared: Readonly<Record<Spared, number>>;
  readonly held: boolean;
}): string {
  return `${spared['legal-hold']} on legal hold, ${spared['open-case']} in open cases, ${spared['legal-duty']} that the law wants kept${held ? '; strikes are on legal hold' : ''}`;
}

/** Pseudonyms are of no use to who reads a list. */
function withoutNames<One extends { readonly scope: { readonly person: { readonly kind: string } | null } }>(one: One) {
  const { person, ...scope } = one.scope;
  return { ...one, scope: { ...scope, person: person && { kind: person.kind } } };
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
