import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** What has been decided how often, counted from the records up to a mark. */
const statements = [
  `create table traffic (
    at bigint not null,
    tenant text collate "C" not null,
    stage text not null,
    decision text not null,
    verdicts bigint not null,
    failed bigint not null,
    took_ms double precision not null,
    slowest_ms double precision not null,
    primary key (at, tenant, stage, decision)
  )`,
  'create table traffic_mark (single boolean primary key default true check (single), upto text collate "C" not null)',
];

export const traffic: Migration = {
  name: '20261127t1520-traffic',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
