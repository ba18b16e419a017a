import { ApiKeyId, Audience, type KeyPurpose, RefusalStyle, ROTATED_PURPOSES, TenantId } from '@tyrian/contracts';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { ShownKey } from '../operator/key-operations.js';
import { printJson, table, write } from '../terminal/print.js';
import { type BindingFlags, bindingOf, describeBinding, withBindingOptions } from './key-options.js';
import { spanOf } from './option-values.js';
import { onStore, type StoreFlags, withStoreOptions } from './store-options.js';

type RotatedPurpose = Exclude<KeyPurpose, 'canary'>;

interface CreateFlags extends StoreFlags, BindingFlags {
  readonly name: string;
  readonly tenant: string;
  readonly audience?: Audience;
  readonly refusal: RefusalStyle;
}

const KEY_ID = ['<id>', 'as "key list" shows it'] as const;

export function addKey(program: Command): void {
  const key = program.command('key').description('API keys, and the rotation of the secrets behind records and vault');
  addCreate(key);
  addList(key);
  addShow(key);
  addRevoke(key);
  addRotate(key);
}

function addCreate(key: Command): void {
  const command = key.command('create').description('Make an API key; its secret is shown once');
  withBindingOptions(
    command
      .option('--name <name>', 'what it is for', 'unnamed')
      .option('--tenant <tenant>', 'whose it is', 'default')
      .addOption(
        new Option('--audience <who>', 'who its users are (default: the configured audience)').choices(
          Audience.options,
        ),
      )
      .addOption(
        new Option('--refusal <style>', 'what a refused chat gets').choices(RefusalStyle.options).default('error'),
      ),
  );
  withStoreOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ tyrian key create --name web --audience teen\n  $ tyrian key create --name partner --policy children --per-minute 60 --per-day 5000 --expires 90d',
    )
    .action(async (flags: CreateFlags) => {
      const audience = flags.audience ?? (await configuredAudience(flags));
      const made = await onStore(flags, (operator) =>
        operator('key.create', {
          tenant: TenantId.parse(flags.tenant),
          name: flags.name,
          audience,
          refusal: flags.refusal,
          ...bindingOf(flags),
        }),
      );
      if (flags.json) return printJson({ token: made.token, ...made.key });
      await write(
        `${made.token}\n\nKey ${made.key.id}, tenant ${made.key.tenant}, audience ${audience}. It is shown only this once.\n`,
      );
    });
}

function addList(key: Command): void {
  withStoreOptions(key.command('list').description('List API keys'))
    .addHelpText('after', '\nExample:\n  $ tyrian key list')
    .action(async (flags: StoreFlags) => {
      const keys = await onStore(flags, (operator) => operator('key.list', {}));
      if (flags.json) return printJson(keys);
      const rows = keys.map((one) => [
        one.id,
        `${one.hint}...`,
        one.tenant,
        one.audience,
        one.policy ?? '',
        date(one.createdAt),
        stateOf(one),
        one.name,
      ]);
      const head = ['id', 'begins', 'tenant', 'audience', 'policy', 'created', 'state', 'name'];
      await write(`${table([head, ...rows])}\n`);
    });
}

function addShow(key: Command): void {
  withStoreOptions(
    key
      .command('show')
      .description('Show what an API key is bound to')
      .argument(...KEY_ID),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian key show key_01k9y3m2qabcdefgh')
    .action(async (id: string, flags: StoreFlags) => {
      const found = await onStore(flags, (operator) => operator('key.show', { id: ApiKeyId.parse(id) }));
      if (flags.json) return printJson(found);
      const lines = [
        `${found.id}  ${found.name}`,
        `begins     ${found.hint}...`,
        `tenant     ${found.tenant}`,
        `audience   ${found.audience}`,
        `refusal    ${found.refusal}`,
        ...describeBinding(found),
        `state      ${stateOf(found)}`,
      ];
      await write(`${lines.join('\n')}\n`);
    });
}

function addRevoke(key: Command): void {
  withStoreOptions(
    key
      .command('revoke')
      .description('Shut an API key out for good')
      .argument(...KEY_ID),
  )
    .addHelpText('after', '\nExample:\n  $ tyrian key revoke key_01k9y3m2qabcdefgh')
    .action(async (id: string, flags: StoreFlags) => {
      const revoked = await onStore(flags, (operator) => operator('key.revoke', { id: ApiKeyId.parse(id) }));
      if (flags.json) return printJson({ id: revoked.id, revokedAt: revoked.revokedAt });
      await write(`Key ${revoked.id} is revoked. Servers on other machines shut it out within 2 seconds.\n`);
    });
}

function addRotate(key: Command): void {
  withStoreOptions(key.command('rotate').description('Begin a new secret, of an API key or for a purpose of our own'))
    .addArgument(
      new Argument('<what>', `id of an API key, or a purpose: ${ROTATED_PURPOSES.join(', ')}`).argParser(rotatable),
    )
    .option('--overlap <span>', 'how long the old secret of an API key still counts', spanOf, spanOf('1h'))
    .addHelpText(
      'after',
      '\nWhat was written with the old secret of a purpose stays readable.\n\nExample:\n  $ tyrian key rotate vault\n  $ tyrian key rotate key_01k9y3m2qabcdefgh --overlap 1h',
    )
    .action(async (what: ApiKeyId | RotatedPurpose, flags: StoreFlags & { readonly overlap: number }) =>
      isPurpose(what) ? rotatePurpose(what, flags) : renewKey(what, flags),
    );
}

async function rotatePurpose(purpose: RotatedPurpose, flags: StoreFlags): Promise<void> {
  const rotated = await onStore(flags, (operator) => operator('key.rotate', { purpose }));
  if (flags.json) return printJson(rotated);
  await write(`${purpose} now uses ${rotated.id}.\n`);
}

async function renewKey(id: ApiKeyId, flags: StoreFlags & { readonly overlap: number }): Promise<void> {
  const { token, key } = await onStore(flags, (operator) => operator('key.renew', { id, overlapMs: flags.overlap }));
  if (flags.json) return printJson({ token, ...key });
  const until = new Date(key.previousUntil ?? 0).toISOString();
  await write(
    `${token}\n\nThe new secret of key ${id}. It is shown only this once; the old one counts until ${until}.\n`,
  );
}

function rotatable(text: string): ApiKeyId | RotatedPurpose {
  if (isPurpose(text) || text.startsWith('key_')) return isPurpose(text) ? text : ApiKeyId.parse(text);
  throw new InvalidArgumentError(`give an id that begins with key_, or one of ${ROTATED_PURPOSES.join(', ')}.`);
}

function isPurpose(text: string): text is RotatedPurpose {
  return ROTATED_PURPOSES.some((purpose) => purpose === text);
}

function stateOf({ revokedAt, expiresAt, previousUntil }: ShownKey): string {
  const now = Date.now();
  if (revokedAt !== null) return `revoked ${date(revokedAt)}`;
  if (expiresAt !== null && expiresAt <= now) return `expired ${date(expiresAt)}`;
  const isOverlapping = previousUntil !== null && previousUntil > now;
  return isOverlapping ? `in use, the old secret too until ${new Date(previousUntil).toISOString()}` : 'in use';
}

async function configuredAudience({ config }: StoreFlags): Promise<Audience> {
  const { loadConfig } = await import('../config/load.js');
  return loadConfig({ config }).config.audience;
}

function date(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
