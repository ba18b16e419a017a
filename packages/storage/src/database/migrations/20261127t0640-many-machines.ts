import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** What machines must agree on: places under the daily cap of holds, and which secret a key id stands for. */
const statements = [
  `create table hold_places (
    verdict text collate "C" primary key,
    tenant text collate "C" not null,
    at bigint not null
  )`,
  'create index hold_places_tenant on hold_places (tenant, at)',
  `create table key_marks (
    id text collate "C" primary key,
    mark text collate "C" not null
  )`,
];

export const manyMachines: Migration = {
  name: '20261127t0640-many-machines',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
