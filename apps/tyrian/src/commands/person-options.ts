import type { PersonKind, TenantId } from '@tyrian/contracts';
import type { Command } from 'commander';
import { type StoreFlags, withStoreOptions } from './store-options.js';

export interface PersonFlags extends StoreFlags {
  readonly account?: string;
  readonly address?: string;
  readonly key?: string;
  readonly tenant: string;
}

export interface AskedPerson {
  readonly tenant: TenantId;
  readonly kind: PersonKind;
  readonly name: string;
}

const KINDS = ['account', 'address', 'key'] as const;

export function withPersonOptions(command: Command): Command {
  return withStoreOptions(command)
    .option('--account <id>', 'as the platform names the account')
    .option('--address <ip>', 'an IP address: only strikes and steps stand under one')
    .option('--key <id>', 'an API key by its id: only strikes, steps and opinions stand under one')
    .option('--tenant <tenant>', 'of which tenant', 'default');
}

/** The one that the flags name; undefined where they name none, or several. */
export function askedPerson(flags: PersonFlags): AskedPerson | undefined {
  const [one, ...more] = KINDS.flatMap((kind) => {
    const name = flags[kind];
    return name === undefined ? [] : [{ tenant: flags.tenant as TenantId, kind, name }];
  });
  return more.length === 0 ? one : undefined;
}

/** Throws where the flags do not name one. */
export function needPerson(flags: PersonFlags, command: Command): AskedPerson {
  return askedPerson(flags) ?? command.error('tyrian: say one of --account, --address and --key');
}
