import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** People who sign in: who they are, where they are signed in, with which codes they may come, and tries that went wrong. */
const statements = [
  `create table members (
    id text collate "C" primary key,
    name text not null,
    name_key text collate "C" not null unique,
    roles jsonb not null,
    tenant text collate "C",
    accepts_child_safety boolean not null,
    languages jsonb not null,
    created_at bigint not null,
    disabled_at bigint,
    password text,
    codes jsonb,
    codes_begun jsonb,
    codes_step bigint not null,
    recovery jsonb not null
  )`,
  `create table sessions (
    id text collate "C" primary key,
    hash text collate "C" not null unique,
    member text collate "C" not null,
    stage text collate "C" not null,
    opened_at bigint not null,
    seen_at bigint not null,
    confirmed_at bigint not null,
    ends_at bigint not null
  )`,
  'create index sessions_member on sessions (member)',
  // Without a member it is the one for the first.
  `create table invitations (
    hash text collate "C" primary key,
    member text collate "C",
    until bigint not null
  )`,
  `create table sign_in_attempts (
    subject text collate "C" primary key,
    tries int not null,
    last_at bigint not null,
    next_at bigint not null
  )`,
  'create index sign_in_attempts_last on sign_in_attempts (last_at)',
];

export const members: Migration = {
  name: '20261127t1510-members',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
