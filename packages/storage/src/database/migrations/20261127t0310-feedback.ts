import { sql } from 'kysely';
import type { Migration } from '../migration.js';

/** The opinions that stand, one for each verdict and reporter; what they took the place of is in the record. */
const statements = [
  `create table feedback (
    tenant text collate "C" not null,
    verdict text collate "C" not null,
    by_whom text collate "C" not null,
    reporter text collate "C" not null,
    id text collate "C" not null,
    record text collate "C" not null,
    says text collate "C" not null,
    rating text,
    rules jsonb not null,
    policy_id text collate "C" not null,
    policy_version text collate "C" not null,
    judged_at bigint not null,
    at bigint not null,
    evidence text collate "C",
    has_text boolean not null,
    primary key (tenant, verdict, by_whom, reporter)
  )`,
  'create index feedback_judged on feedback (judged_at)',
  'create index feedback_record on feedback (record)',
];

export const feedback: Migration = {
  name: '20261127t0310-feedback',
  async apply(trx) {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
};
