import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/**
 * Ids and names are compared byte by byte (`collate "C"`): it is cheaper, and the same on every machine.
 * `records` has no more indexes than it must, since each costs every request; ids begin with their time, so that the
 * unique index on them also answers "newest first".
 */
const statements = [
  `create table writers (
    number int primary key,
    name text collate "C" not null unique,
    seq bigint not null,
    hash bytea not null
  )`,
  `create table records (
    writer text collate "C" not null,
    seq bigint not null,
    id text collate "C" not null,
    type text collate "C" not null,
    at bigint not null,
    tenant text collate "C" not null,
    subject text collate "C",
    subject_key text collate "C",
    previous bytea not null,
    commitment bytea not null,
    hash bytea not null,
    salt bytea,
    payload text,
    erased_by text collate "C",
    primary key (writer, seq),
    constraint records_id_unique unique (id)
  )`,
  // Traffic is nearly everything; what is rare is found without reading through it, at no cost to traffic.
  `create index records_rare on records (type, id) where type <> 'generation.input' and type <> 'generation.output'`,
  'create index records_subject on records (subject) where subject is not null',
  `create table checkpoints (
    number bigint primary key,
    body text not null,
    signature text not null,
    key_id text not null,
    public_key text not null
  )`,
  `create table evidence (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    kind text not null,
    verdict text collate "C" not null,
    at bigint not null,
    expires_at bigint not null,
    legal_hold boolean not null default false,
    jurisdiction text,
    key_id text not null,
    wrapped_key bytea not null,
    sealed bytea not null
  )`,
  // Sealed bytes do not compress: trying to is wasted.
  'alter table evidence alter column sealed set storage external',
  'create index evidence_verdict on evidence (verdict)',
  'create index evidence_due on evidence (expires_at) where not legal_hold',
  `create table cases (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    kind text not null,
    status text not null,
    verdict text collate "C" not null unique,
    evidence text collate "C",
    fingerprint text collate "C" not null,
    rules jsonb not null,
    opened_at bigint not null,
    expires_at bigint not null,
    decision text,
    decided_by text,
    decided_at bigint,
    note text
  )`,
  'create index cases_fingerprint on cases (tenant, fingerprint)',
  'create index cases_opened on cases (tenant, opened_at)',
  `create index cases_open on cases (expires_at) where status = 'open'`,
  `create table api_keys (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    name text not null,
    hash text collate "C" not null unique,
    hint text not null,
    audience text not null,
    refusal text not null,
    created_at bigint not null,
    revoked_at bigint
  )`,
  `create table outbox (
    id bigint generated always as identity primary key,
    verdict text collate "C" not null,
    event jsonb not null,
    attempts int not null default 0,
    due_at bigint not null,
    last_error text
  )`,
  'create index outbox_verdict on outbox (verdict, id)',
  `create table policies (
    hash text collate "C" primary key,
    policy text not null,
    saved_at bigint not null
  )`,
];

export const firstTables: Migration = {
  name: '20261122t2100-first-tables',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
