import { ApiKeyId, Audience, type KeyPurpose, RefusalStyle, ROTATED_PURPOSES, TenantId } from '@tyrian/contracts';
import { Argument, type Command, Option } from 'commander';
import { printJson, table, write } from '../terminal/print.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

interface CreateFlags extends StoreFlags {
  readonly name: string;
  readonly tenant: string;
  readonly audience?: Audience;
  readonly refusal: RefusalStyle;
}

export function addKey(program: Command): void {
  const key = program.command('key').description('API keys, and the rotation of the secrets behind records and vault');

  withStoreOptions(key.command('create').description('Make an API key; its secret is shown once'))
    .option('--name <name>', 'what it is for', 'unnamed')
    .option('--tenant <tenant>', 'whose it is', 'default')
    .addOption(
      new Option('--audience <who>', 'who its users are (default: the configured audience)').choices(Audience.options),
    )
    .addOption(
      new Option('--refusal <style>', 'what a refused chat gets').choices(RefusalStyle.options).default('error'),
    )
    .addHelpText('after', '\nExample:\n  $ tyrian key create --name web --audience teen')
    .action(async (flags: CreateFlags) => {
      const audience = flags.audience ?? (await configuredAudience(flags));
      const made = await onStore(flags, (operator) =>
        operator('key.create', {
          tenant: TenantId.parse(flags.tenant),
          name: flags.name,
          audience,
          refusal: flags.refusal,
        }),
      );
      if (flags.json) return printJson({ id: made.key.id, token: made.token, tenant: made.key.tenant, audience });
      await write(
        `${made.token}\n\nKey ${made.key.id}, tenant ${made.key.tenant}, audience ${audience}. It is shown only this once.\n`,
      );
    });

  withStoreOptions(key.command('list').description('List API keys'))
    .addHelpText('after', '\nExample:\n  $ tyrian key list')
    .action(async (flags: StoreFlags) => {
      const keys = await onStore(flags, (operator) => operator('key.list', {}));
      if (flags.json) return printJson(keys.map(({ hash: _hash, ...shown }) => shown));
      const rows = keys.map(({ id, hint, tenant, audience, name, createdAt, revokedAt }) => [
        id,
        `${hint}...`,
        tenant,
        audience,
        date(createdAt),
        revokedAt === null ? 'in use' : `revoked ${date(revokedAt)}`,
        name,
      ]);
      await write(`${table([['id', 'begins', 'tenant', 'audience', 'created', 'state', 'name'], ...rows])}\n`);
    });

  withStoreOptions(
    key.command('revoke').description('Shut an API key out for good').argument('<id>', 'as "key list" shows it'),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian key revoke key_01k9y3m2qabcdefgh')
    .action(async (id: string, flags: StoreFlags) => {
      const revoked = await onStore(flags, (operator) => operator('key.revoke', { id: ApiKeyId.parse(id) }));
      if (flags.json) return printJson({ id: revoked.id, revokedAt: revoked.revokedAt });
      await write(`Key ${revoked.id} is revoked. Servers on other machines shut it out within 2 seconds.\n`);
    });

  withStoreOptions(key.command('rotate').description('Begin a new secret for a purpose; the old one stays readable'))
    .addArgument(new Argument('<purpose>', 'which secret').choices(ROTATED_PURPOSES))
    .addHelpText('after', '\nExample:\n  $ tyrian key rotate vault')
    .action(async (purpose: Exclude<KeyPurpose, 'canary'>, flags: StoreFlags) => {
      const rotated = await onStore(flags, (operator) => operator('key.rotate', { purpose }));
      if (flags.json) return printJson(rotated);
      await write(`${purpose} now uses ${rotated.id}.\n`);
    });
}

async function configuredAudience({ config }: StoreFlags): Promise<Audience> {
  const { loadConfig } = await import('../config/load.js');
  return loadConfig({ config }).config.audience;
}

function date(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
