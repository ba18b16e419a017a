import { type LegalRequest, LegalRequestId, LegalRequestKind, type TenantId, type VerdictId } from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { countOf, timeOf } from './option-values.js';
import { askedPerson, type PersonFlags, withPersonOptions } from './person-options.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface AddFlags extends PersonFlags {
  readonly kind: LegalRequestKind;
  readonly authority: string;
  readonly basis: string;
  readonly reference?: string;
  readonly jurisdiction: string;
  readonly due: number;
  readonly by: string;
  readonly verdict?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  readonly content?: boolean;
}
interface ByFlags extends StoreFlags {
  readonly by: string;
}
interface ExportFlags extends ByFlags {
  readonly out: string;
  readonly second?: string;
  readonly solo?: string;
}

export function addPersonRequest(person: Command): void {
  const request = person
    .command('request')
    .description('The register of legal requests; nothing of it is sent anywhere');

  withPersonOptions(
    request.command('add').description('Enter a request, and about whom, which verdicts or what time it is'),
  )
    .addOption(new Option('--kind <kind>', 'what is asked').choices(LegalRequestKind.options).makeOptionMandatory())
    .requiredOption('--authority <name>', 'who asks')
    .requiredOption('--basis <text>', 'on what legal basis')
    .requiredOption('--jurisdiction <code>', 'under whose law, as in DE or US-CA')
    .requiredOption('--due <date>', 'until when it is to be answered', timeOf)
    .requiredOption('--by <name>', 'who enters it')
    .option('--reference <text>', 'how the authority names it')
    .option('--verdict <id...>', 'about these verdicts')
    .option('--since <date>', 'about what happened from then on', timeOf)
    .option('--until <date>', 'up to then', timeOf)
    .option('--content', 'it asks for what was said too')
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian person request add --kind production --authority "Local court" --basis "order 12 Gs 3/26" --jurisdiction DE --due 2026-12-20 --account user-7 --by ana',
    )
    .action(async (flags: AddFlags) => {
      const asked = askedPerson(flags);
      const { kind, authority, basis, jurisdiction, by, content = false } = flags;
      const added = await onStore(flags, (operator) =>
        operator('request.add', {
          ...{ kind, authority, basis, jurisdiction, by, content, dueAt: flags.due },
          tenant: flags.tenant as TenantId,
          reference: flags.reference ?? null,
          person: asked ? { kind: asked.kind, name: asked.name } : null,
          verdicts: (flags.verdict ?? []) as VerdictId[],
          since: flags.since ?? null,
          until: flags.until ?? null,
        }),
      );
      if (flags.json) return printJson(told(added));
      await write(`Request ${added.id} is due ${day(added.dueAt)}.\n`);
    });

  withStoreOptions(request.command('list').description('List requests, open ones by due date first'))
    .addHelpText('after', '\nExample:\n  $ tyrian person request list')
    .action(async (flags: StoreFlags) => {
      const all = await onStore(flags, (operator) => operator('request.list', { limit: 1_000 }));
      if (flags.json) return printJson(all.map(told));
      if (all.length === 0) return write('No requests.\n');
      const rows = all.map((one) => [
        one.id,
        one.kind,
        stateOf(one, Date.now()),
        day(one.dueAt),
        one.jurisdiction,
        one.authority,
      ]);
      await write(`${table([['id', 'kind', 'state', 'due', 'law', 'authority'], ...rows])}\n`);
    });

  withStoreOptions(
    request.command('show').description('Show a request, and the holds that were set for it').argument('<id>'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian person request show req_01k9y3m2q')
    .action(async (id: string, flags: StoreFlags) => {
      const shown = await onStore(flags, (operator) => operator('request.show', { id: LegalRequestId.parse(id) }));
      const plain = { request: told(shown.request), holds: shown.holds.map(told) };
      if (flags.json) return printJson(plain);
      await write(`${stateOf(shown.request, Date.now())}\n${JSON.stringify(plain, null, 2)}\n`);
    });

  withStoreOptions(
    request
      .command('preserve')
      .description('Keep at once what a request is about, as it is now; again to renew')
      .argument('<id>'),
  )
    .requiredOption('--by <name>', 'who does it')
    .option('--days <n>', 'for so many days', countOf, 90)
    .addHelpText('after', '\nExample:\n  $ tyrian person request preserve req_01k9y3m2q --by ana')
    .action(async (id: string, flags: ByFlags & { readonly days: number }) => {
      const hold = await onStore(flags, (operator) =>
        operator('request.preserve', { id: LegalRequestId.parse(id), by: flags.by, days: flags.days }),
      );
      if (flags.json) return printJson(told(hold));
      await write(`Hold ${hold.id} stands until ${day(hold.until)}.\n`);
    });

  withStoreOptions(
    request
      .command('export')
      .description('Write what a request asks for and no more; what is left out is listed')
      .argument('<id>'),
  )
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--out <file>', 'must not be there yet')
    .option('--second <name>', 'the second person who has agreed')
    .addOption(new Option('--solo <why>', 'there is no second person').conflicts('second'))
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian person request export req_01k9y3m2q --by ana --second ben --out answer.json',
    )
    .action(async (id: string, flags: ExportFlags) => {
      const { exportRequest } = await import('../person/export-request.js');
      const { by, out: file, second = null, solo = null } = flags;
      const done = await exportRequest(flags, LegalRequestId.parse(id), { file, by, second, solo });
      if (flags.json) return printJson(done);
      const left = Object.entries(done.leftOut).map(([what, count]) => `${count} ${what}`);
      await write(
        `Wrote ${file}: ${done.records} records, ${done.sealed} sealed. Left out: ${left.join(', ')}.\nSHA-256 ${done.sha256}\n`,
      );
    });

  withStoreOptions(request.command('close').description('Close a request').argument('<id>'))
    .requiredOption('--by <name>', 'who closes it')
    .requiredOption('--outcome <text>', 'what became of it')
    .addHelpText('after', '\nExample:\n  $ tyrian person request close req_01k9y3m2q --by ana --outcome "answered"')
    .action(async (id: string, flags: ByFlags & { readonly outcome: string }) => {
      const { by, outcome } = flags;
      const closed = await onStore(flags, (operator) =>
        operator('request.close', { id: LegalRequestId.parse(id), by, outcome }),
      );
      if (flags.json) return printJson(told(closed));
      await write(`Request ${closed.id} is closed.\n`);
    });
}

function stateOf({ closedAt, dueAt }: LegalRequest, now: number): string {
  if (closedAt !== null) return 'closed';
  return dueAt <= now ? 'OVERDUE' : 'open';
}

/** Pseudonyms are of no use to who reads it. */
function told<One extends { readonly scope: LegalRequest['scope'] }>({ scope, ...one }: One) {
  return { ...one, scope: { ...scope, person: scope.person && { kind: scope.person.kind } } };
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
