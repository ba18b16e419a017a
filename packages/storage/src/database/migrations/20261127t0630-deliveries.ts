import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** One entry an endpoint and event; those that have ended are kept a while, so that an event told twice is sent once. */
const statements = [
  `create table deliveries (
    endpoint text collate "C" not null,
    id text collate "C" not null,
    event jsonb not null,
    state text collate "C" not null,
    attempts int not null default 0,
    since bigint not null,
    due_at bigint not null,
    ended_at bigint,
    last_code text,
    primary key (endpoint, id)
  )`,
  `create index deliveries_due on deliveries (endpoint, due_at) where state = 'waiting'`,
  'create index deliveries_ended on deliveries (ended_at) where ended_at is not null',
  `create index deliveries_undelivered on deliveries (endpoint) where state = 'undelivered'`,
  // Whether an alarm has been told already.
  'create index deliveries_id on deliveries (id)',
  `create table endpoints (
    name text collate "C" primary key,
    turn_at bigint not null,
    off_at bigint
  )`,
  'alter table cases add column quiet boolean not null default false',
];

export const deliveries: Migration = {
  name: '20261127t0630-deliveries',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
