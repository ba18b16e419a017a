import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** Whose evidence is; what must not be erased, and who has asked; how far expiry has looked. */
const statements = [
  'alter table evidence add column subject text collate "C"',
  'create index evidence_subject on evidence (subject) where subject is not null',
  `create table legal_holds (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    scope jsonb not null,
    reason text not null,
    by_whom text not null,
    set_at bigint not null,
    until bigint not null,
    ended_at bigint,
    ended_by text,
    request text collate "C"
  )`,
  `create table legal_requests (
    id text collate "C" primary key,
    kind text not null,
    authority text not null,
    basis text not null,
    reference text,
    jurisdiction text not null,
    tenant text collate "C" not null,
    scope jsonb not null,
    content boolean not null,
    received_at bigint not null,
    due_at bigint not null,
    added_by text not null,
    overdue_at bigint,
    closed_at bigint,
    closed_by text,
    outcome text
  )`,
  `create table retention_marks (
    rule text collate "C" primary key,
    upto text collate "C" not null
  )`,
];

export const privacy: Migration = {
  name: '20261127t1110-privacy',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
