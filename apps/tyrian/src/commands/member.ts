import type { Invitation } from '@tyrian/access';
import {
  errors,
  MEMBER_ROLES,
  type Member,
  type MemberId,
  type MemberRole,
  memberNameKey,
  TenantId,
} from '@tyrian/contracts';
import { type Command, Option } from 'commander';
import type { Operator } from '../operator/operations.js';
import { printJson, table, write } from '../terminal/print.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface InviteFlags extends StoreFlags {
  readonly role: readonly MemberRole[];
  readonly tenant?: string;
  readonly language?: readonly string[];
}

interface ChangeFlags extends StoreFlags {
  readonly role?: readonly MemberRole[];
  readonly tenant?: string;
  readonly allTenants?: boolean;
  readonly language?: readonly string[];
}

const WHO = ['<who>', 'name or id, as "member list" shows it'] as const;
const roles = () => new Option('--role <role...>', 'what they are').choices(MEMBER_ROLES);

export function addMember(program: Command): void {
  const member = program.command('member').description('The people who sign in to the console, and what they may do');
  addList(member);
  addInvite(member);
  addChange(member);
  addDisable(member);
  addReset(member);
}

function addList(member: Command): void {
  withStoreOptions(member.command('list').description('List members'))
    .addHelpText('after', '\nExample:\n  $ tyrian member list')
    .action(async (flags: StoreFlags) => {
      const members = await onStore(flags, (operator) => operator('member.list', {}));
      if (flags.json) return printJson(members);
      const rows = members.map((one) => [one.id, one.tenant ?? 'all', one.roles.join(', '), stateOf(one), one.name]);
      await write(`${table([['id', 'tenant', 'roles', 'state', 'name'], ...rows])}\n`);
    });
}

function addInvite(member: Command): void {
  withStoreOptions(
    member
      .command('invite')
      .description('Invite somebody; the code to come in with is shown once')
      .argument('<name>', 'what they sign in with')
      .addOption(roles().makeOptionMandatory())
      .option('--tenant <tenant>', 'whose matters they see (default: all)')
      .option('--language <tag...>', 'languages that they read, as in pt-BR'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian member invite ana --role reviewer --language en --language pt')
    .action(async (name: string, flags: InviteFlags) => {
      const invited = await onStore(flags, (operator) =>
        operator('member.invite', {
          name,
          roles: [...flags.role],
          tenant: flags.tenant === undefined ? null : TenantId.parse(flags.tenant),
          ...(flags.language && { languages: [...flags.language] }),
        }),
      );
      await showInvitation(invited, flags);
    });
}

function addChange(member: Command): void {
  withStoreOptions(
    member
      .command('change')
      .description('Change what a member is; it counts at once')
      .argument(...WHO)
      .addOption(roles())
      .option('--tenant <tenant>', 'whose matters they see')
      .option('--all-tenants', 'they see the matters of all tenants')
      .option('--language <tag...>', 'languages that they read'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian member change ana --role lead --role child-safety')
    .action(async (who: string, { role, tenant, allTenants, language, ...flags }: ChangeFlags) => {
      const change = {
        ...(role && { roles: [...role] }),
        ...(tenant !== undefined && { tenant: TenantId.parse(tenant) }),
        ...(allTenants && { tenant: null }),
        ...(language && { languages: [...language] }),
      };
      if (Object.keys(change).length === 0)
        throw errors.INVALID_INPUT(['say what changes: a role, tenant or language']);
      const changed = await onStore(flags, async (operator) =>
        operator('member.change', { id: await idOf(operator, who), ...change }),
      );
      if (flags.json) return printJson(changed);
      await write(`${changed.name} is ${changed.roles.join(', ')}, of ${ofTenant(changed)}.\n`);
    });
}

function addDisable(member: Command): void {
  withStoreOptions(
    member
      .command('disable')
      .description('Shut a member out at once; "reset" lets them in again')
      .argument(...WHO),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian member disable ana')
    .action(async (who: string, flags: StoreFlags) => {
      const disabled = await onStore(flags, async (operator) =>
        operator('member.disable', { id: await idOf(operator, who) }),
      );
      if (flags.json) return printJson(disabled);
      await write(`${disabled.name} is shut out, and signed out everywhere.\n`);
    });
}

function addReset(member: Command): void {
  withStoreOptions(
    member
      .command('reset')
      .description('Give who is locked out a new code to come in with; password and one-time codes are gone')
      .argument(...WHO),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian member reset ana')
    .action(async (who: string, flags: StoreFlags) => {
      const reset = await onStore(flags, async (operator) =>
        operator('member.reset', { id: await idOf(operator, who) }),
      );
      await showInvitation(reset, flags);
    });
}

async function showInvitation(
  { member, invitation }: { readonly member: Member; readonly invitation: Invitation },
  { json }: StoreFlags,
): Promise<void> {
  if (json) return printJson({ ...member, code: invitation.code, until: invitation.until });
  const until = new Date(invitation.until).toISOString();
  await write(
    `${invitation.code}\n\n${member.name} (${member.roles.join(', ')}, of ${ofTenant(member)}) comes in with this code at /console until ${until}. It is shown only this once.\n`,
  );
}

async function idOf(operator: Operator, who: string): Promise<MemberId> {
  const all = await operator('member.list', {});
  const key = memberNameKey(who);
  const found = all.find(({ id, name }) => id === who || memberNameKey(name) === key);
  if (!found) throw errors.NOT_FOUND(['member of this name or id']);
  return found.id;
}

function ofTenant({ tenant }: Member): string {
  return tenant === null ? 'all tenants' : `tenant ${tenant}`;
}

function stateOf({ disabledAt, hasPassword, hasOneTimeCodes }: Member): string {
  if (disabledAt !== null) return `shut out ${new Date(disabledAt).toISOString().slice(0, 10)}`;
  if (!hasPassword) return 'invited';
  return hasOneTimeCodes ? 'with one-time codes' : 'with a password';
}
