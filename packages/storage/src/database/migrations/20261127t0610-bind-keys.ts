import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** What a key is bound to, the secret before its last rotation, and what keys have used. */
const statements = [
  'alter table api_keys add column policy text',
  'alter table api_keys add column upstream text',
  `alter table api_keys add column dialect text not null default 'openai'`,
  `alter table api_keys add column budget jsonb not null default '{}'`,
  'alter table api_keys add column claimed text',
  'alter table api_keys add column expires_at bigint',
  'alter table api_keys add column previous_hash text collate "C"',
  'alter table api_keys add column previous_until bigint',
  'create unique index api_keys_previous on api_keys (previous_hash) where previous_hash is not null',
  // "window" is a word of SQL.
  `create table key_usage (
    key text collate "C" not null,
    span text collate "C" not null,
    starts_at bigint not null,
    requests bigint not null,
    characters bigint not null,
    primary key (key, span, starts_at)
  )`,
  `create table key_streams (
    key text collate "C" not null,
    machine text collate "C" not null,
    open int not null,
    seen_at bigint not null,
    primary key (key, machine)
  )`,
];

export const bindKeys: Migration = {
  name: '20261127t0610-bind-keys',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
