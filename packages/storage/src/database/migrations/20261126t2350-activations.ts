import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** The history of what was put into force; `tenant` is empty where it holds for all, so that the key has no null. */
const statements = [
  `create table activations (
    revision bigint primary key,
    tenant text collate "C" not null,
    key text collate "C" not null,
    kind text collate "C" not null,
    change jsonb not null,
    at bigint not null,
    by_whom text not null,
    note text
  )`,
  'create index activations_last on activations (tenant, key, revision)',
  `create table lexicons (
    hash text collate "C" primary key,
    yaml text not null,
    saved_at bigint not null
  )`,
];

export const activations: Migration = {
  name: '20261126t2350-activations',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
