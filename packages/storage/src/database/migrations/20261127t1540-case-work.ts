import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/**
 * Queues, leases and what was done with a case. Of old cases what may be about a child is taken to be: those of conduct
 * whose step says otherwise are not.
 */
const statements = [
  `alter table cases
    add column queue text collate "C" not null default 'general',
    add column priority int not null default 50,
    add column language text collate "C",
    add column cluster text collate "C",
    add column child_safety boolean not null default false,
    add column subject text collate "C",
    add column lease_by text collate "C",
    add column lease_until bigint,
    add column escalated_by text,
    add column escalated_at bigint,
    add column escalated_why text,
    add column due_at bigint,
    add column rule text,
    add column statement text,
    add column batch text collate "C",
    add column undo jsonb,
    add column urgency int generated always as (100 - priority) stored,
    add column urgent_at bigint generated always as (least(due_at, expires_at)) stored`,
  `update cases set child_safety = case kind when 'conduct'
      then coalesce((select is_silent from conduct_steps where case_id = cases.id), true) else quiet end,
    subject = (select subject from conduct_steps where case_id = cases.id and kind = 'account')`,
  `update cases set queue = 'child-safety', priority = 100 where child_safety`,
  // A page of a queue is read in its order, and so is one of all queues: the first of each, merged. What is about child
  // safety lies apart, so that whoever may not see it does not read through it.
  `create index cases_queue on cases (queue, child_safety, urgency, urgent_at, id) where status = 'open'`,
  `create index cases_tenant_queue on cases (tenant, queue, child_safety, urgency, urgent_at, id) where status = 'open'`,
  `create index cases_oldest on cases (child_safety, opened_at) where status = 'open'`,
  `create index cases_leased on cases (lease_by) where status = 'open' and lease_by is not null`,
  `create index cases_escalated on cases (queue) where status = 'open' and escalated_at is not null`,
  `create index cases_cluster on cases (tenant, cluster) where status = 'open' and cluster is not null`,
  'create index cases_subject on cases (tenant, subject, id) where subject is not null',
  'create index cases_batch on cases (batch) where batch is not null',
  'create index cases_undo on cases (decided_at) where undo is not null',
  `create unique index cases_disputed on cases (verdict) where kind = 'feedback'`,
  `create unique index cases_campaign on cases (tenant, fingerprint) where kind = 'campaign' and status = 'open'`,
  `create table case_events (
    id text collate "C" primary key,
    case_id text collate "C" not null,
    tenant text collate "C" not null,
    type text collate "C" not null,
    at bigint not null,
    by_whom text collate "C",
    details jsonb not null
  )`,
  'create index case_events_case on case_events (case_id, id)',
];

export const caseWork: Migration = {
  name: '20261127t1540-case-work',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
