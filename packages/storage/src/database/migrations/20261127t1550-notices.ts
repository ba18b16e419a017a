import { sql } from 'kysely';
import type { Migration } from '../migration.js';

const decided = `status text not null default 'open',
    outcome text,
    decided_by text,
    decided_at bigint,
    reason text,
    statement text`;

/** Notices and appeals from outside, and the clocks of both. What was said, and by whom, is in the vault. */
const statements = [
  `create table notices (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    case_id text collate "C" not null unique,
    kind text not null,
    jurisdiction text not null,
    evidence text collate "C" not null,
    verdict text collate "C",
    model text,
    copies integer not null,
    linked jsonb not null,
    language text not null,
    received_at bigint not null,
    reporter text collate "C",
    flagger text,
    child_safety boolean not null,
    priority integer not null,
    code_hash text not null,
    unfounded boolean not null default false,
    not_by jsonb not null default '[]',
    ${decided}
  )`,
  "create index notices_open on notices (priority desc, received_at) where status = 'open'",
  "create index notices_decided on notices (decided_at desc) where status = 'decided'",
  'create index notices_reporter on notices (reporter, received_at)',
  'create index notices_received on notices (received_at)',
  `create table notice_copies (
    copy text collate "C" not null,
    notice text collate "C" not null references notices on delete cascade,
    primary key (copy, notice)
  )`,
  'create index notice_copies_notice on notice_copies (notice)',
  `create table appeals (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    case_id text collate "C" not null unique,
    verdict text collate "C" unique,
    notice text collate "C",
    evidence text collate "C" not null,
    judged text collate "C",
    fingerprint text not null,
    not_by jsonb not null,
    language text not null,
    received_at bigint not null,
    reporter text collate "C",
    child_safety boolean not null,
    priority integer not null,
    code_hash text not null,
    ${decided}
  )`,
  "create index appeals_open on appeals (priority desc, received_at) where status = 'open'",
  "create index appeals_decided on appeals (decided_at desc) where status = 'decided'",
  'create index appeals_reporter on appeals (reporter, received_at)',
  'create index appeals_received on appeals (received_at)',
  "create unique index appeals_notice on appeals (notice) where status = 'open'",
  `create table clocks (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    case_id text collate "C" not null,
    about text collate "C" not null,
    verdict text collate "C",
    duty text not null,
    started_at bigint not null,
    due_at bigint not null,
    marks jsonb not null,
    warnings integer not null default 0,
    next_at bigint,
    stopped_at bigint
  )`,
  'create index clocks_next on clocks (next_at) where stopped_at is null',
  'create index clocks_about on clocks (about, id)',
  'create index clocks_running on clocks (verdict) where stopped_at is null',
];

export const notices: Migration = {
  name: '20261127t1550-notices',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
