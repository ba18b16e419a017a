import { type BatchId, type Case, type CaseWorker, newId, type Scope } from '@tyrian/contracts';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';
import { caseFromRow } from './rows.js';
import { within } from './scope.js';

type InCluster = Pick<Case, 'tenant' | 'cluster' | 'kind'>;

/** Open cases of one kind with the same text. */
function inCluster({ tenant, cluster, kind }: InCluster, scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`cases.status = 'open' and cases.tenant = ${tenant} and cases.cluster = ${cluster}
    and cases.kind = ${kind} and ${within(scope)}`;
}

/** At most `limit` are counted; 1 where it is of no text. */
export async function clusterSize(db: Kysely<Tables>, one: Case, scope: Scope, limit: number): Promise<number> {
  if (one.cluster === null) return 1;
  const { rows } = await sql<{ size: number }>`
    select count(*) as size from (select from cases where ${inCluster(one, scope)} limit ${limit}) as kept`.execute(db);
  return Number(rows[0]?.size ?? 0);
}

/** Locks those of a cluster that are the worker's to decide: nobody else holds them, and none is escalated but to them. */
export async function lockCluster(
  trx: Transaction<Tables>,
  one: Case,
  { by, isLead, at, scope }: CaseWorker,
  limit: number,
): Promise<readonly Case[]> {
  const theirs = isLead
    ? sql<boolean>`true`
    : sql<boolean>`escalated_at is null and (lease_by = ${by} or coalesce(lease_until, 0) <= ${at})`;
  const rows = await trx
    .selectFrom('cases')
    .selectAll()
    .where(inCluster(one, scope))
    .where(theirs)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.map((row) => caseFromRow(row, at));
}

export function newBatch(at: number): BatchId {
  return newId('batch', at);
}
