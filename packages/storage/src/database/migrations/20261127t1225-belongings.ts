import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** What at a model server belongs to whom, under keyed names that lead back to neither. */
const statements = [
  `create table belongings (
    name text collate "C" primary key,
    what jsonb not null,
    until bigint not null
  )`,
  'create index belongings_until on belongings (until)',
];

export const belongings: Migration = {
  name: '20261127t1225-belongings',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
