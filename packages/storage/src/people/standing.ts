import type { PersonNames } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';

const COLUMN_OF = { account: 'account', address: 'address', key: 'key' } as const;

/** Strikes of a person. Those about child safety are left out: nobody may learn of them by asking. */
export function strikesOf(db: Kysely<Tables>, { tenant, kind, names }: PersonNames) {
  const all = [...names];
  return db
    .selectFrom('strikes')
    .where('tenant', '=', tenant)
    .where('is_silent', '=', false)
    .where((eb) => {
      const own = eb(COLUMN_OF[kind], 'in', all);
      return kind === 'key' ? own : eb.or([own, eb(`${COLUMN_OF[kind]}_before` as 'account_before', 'in', all)]);
    });
}

export function stepsOf(db: Kysely<Tables>, { tenant, kind, names }: PersonNames) {
  return db
    .selectFrom('conduct_steps')
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .where('is_silent', '=', false)
    .where((eb) => eb.or([eb('subject', 'in', [...names]), eb('before', 'in', [...names])]));
}

export function opinionsOf(db: Kysely<Tables>, { tenant, names }: PersonNames) {
  return db
    .selectFrom('feedback')
    .where('tenant', '=', tenant)
    .where('reporter', 'in', [...names]);
}
