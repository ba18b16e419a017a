import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** What refusals leave against who asked, and the steps that followed. A verdict may have a case of each kind. */
const statements = [
  `create table strikes (
    verdict text collate "C" primary key,
    generation text collate "C" not null,
    tenant text collate "C" not null,
    at bigint not null,
    decision text not null,
    weight integer not null,
    is_silent boolean not null,
    rule text collate "C" not null,
    key text collate "C" not null,
    account text collate "C",
    account_key text collate "C",
    account_before text collate "C",
    address text collate "C",
    address_key text collate "C",
    address_before text collate "C",
    range text collate "C",
    likeness text collate "C"
  )`,
  'create index strikes_account on strikes (tenant, account, at)',
  'create index strikes_account_before on strikes (tenant, account_before, at) where account_before is not null',
  'create index strikes_address on strikes (tenant, address, at)',
  'create index strikes_address_before on strikes (tenant, address_before, at) where address_before is not null',
  'create index strikes_key on strikes (tenant, key, at)',
  'create index strikes_likeness on strikes (tenant, likeness, at)',
  'create index strikes_range on strikes (tenant, range, at)',
  'create index strikes_at on strikes (at)',
  `create table conduct_steps (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    kind text not null,
    subject text collate "C" not null,
    subject_key text collate "C",
    before text collate "C",
    step text not null,
    is_silent boolean not null,
    verdict text collate "C" not null,
    case_id text collate "C",
    rules jsonb not null,
    started_at bigint not null,
    until bigint not null,
    lifted_at bigint,
    ended_at bigint,
    revision bigint not null unique
  )`,
  'create index conduct_steps_subject on conduct_steps (tenant, kind, subject, until)',
  'create index conduct_steps_before on conduct_steps (tenant, kind, before, until) where before is not null',
  'create index conduct_steps_until on conduct_steps (until)',
  'create unique index conduct_steps_case on conduct_steps (case_id) where case_id is not null',
  'alter table cases drop constraint cases_verdict_key',
  `create unique index cases_held on cases (verdict) where kind = 'hold'`,
];

export const conduct: Migration = {
  name: '20261127t0620-conduct',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
