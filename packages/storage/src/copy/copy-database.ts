import { type AuditReport, errors, type Keys } from '@tyrian/contracts';
import { type Kysely, sql, type Transaction } from 'kysely';
import { readHeads } from '../audit/checkpoints.js';
import { verifyChains } from '../audit/verify.js';
import { WRITERS_LOCKS } from '../chain/claim.js';
import type { Database } from '../database/database.js';
import { applyMigrations } from '../database/migrate.js';
import { migrations } from '../database/migrations/index.js';
import type { Tables } from '../database/tables.js';
import { type CopiedTable, isWithoutTables, listTables } from './copied-tables.js';
import { inOneTransaction, onSnapshot } from './in-one-transaction.js';
import { loadRows, numberOn } from './load-rows.js';
import { readRows } from './read-rows.js';

export interface CopyOptions {
  readonly from: Database;
  readonly to: Database;
  readonly keys: Keys;
  readonly now: () => number;
  /** Told how many rows have been copied. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

export interface Copied {
  readonly rows: number;
  readonly tables: Readonly<Record<string, number>>;
  /** Of the copy. */
  readonly audit: AuditReport;
}

/**
 * Copies everything into a database without tables, all or nothing, with the chains verified before and after. Throws
 * DATABASE_IN_USE, DATABASE_NOT_EMPTY or COPY_DIFFERS; the source is only read.
 */
export async function copyDatabase({ from, to, keys, now, onProgress }: CopyOptions): Promise<Copied> {
  return onSnapshot(from, async (source) => {
    await refuseWriters(source);
    const before = await verifyChains(source, keys, undefined, undefined);
    refuseDamaged(before, 'the record here is not intact');
    return inOneTransaction(to, async (target) => {
      if (!(await isWithoutTables(target))) throw errors.DATABASE_NOT_EMPTY(['the database to move to']);
      await applyMigrations(target, migrations, now());
      const tables = await copyTables(source, target, onProgress);
      const audit = await verifyChains(target, keys, undefined, undefined);
      refuseDamaged(audit, 'the record is not intact there');
      if (!(await haveSameHeads(source, target))) throw errors.COPY_DIFFERS(['the heads of its chains differ']);
      return { rows: Object.values(tables).reduce((sum, count) => sum + count, 0), tables, audit };
    });
  });
}

/** Holds the lock under which chains are claimed: whoever comes to write waits, whoever writes already is found. */
async function refuseWriters(trx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(${WRITERS_LOCKS}, 0)
      and coalesce((select bool_and(pg_try_advisory_xact_lock(${WRITERS_LOCKS}, number)) from writers), true) as free`.execute(
    trx,
  );
  if (rows[0]?.free !== true) throw errors.DATABASE_IN_USE();
}

async function copyTables(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  onProgress: CopyOptions['onProgress'],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let copied = 0;
  const known = new Map((await listTables(target)).map((table) => [table.name, table]));
  for (const table of await listTables(source)) {
    const into = known.get(table.name);
    if (!into) throw errors.COPY_DIFFERS([`there is no table ${table.name} to copy into`]);
    counts[table.name] = await copyTable(source, target, into, (rows) => {
      copied += rows;
      onProgress?.(copied);
    });
  }
  return counts;
}

async function copyTable(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  table: CopiedTable,
  onRows: (rows: number) => void,
): Promise<number> {
  let count = 0;
  for await (const rows of readRows(source, table)) {
    await loadRows(target, table, rows);
    count += rows.length;
    onRows(rows.length);
  }
  await numberOn(target, table);
  return count;
}

export function refuseDamaged({ intact, faults }: AuditReport, what: string): void {
  if (!intact) throw errors.COPY_DIFFERS([`${what}: ${faults[0]?.message ?? 'unknown'}`]);
}

async function haveSameHeads(source: Kysely<Tables>, target: Kysely<Tables>): Promise<boolean> {
  return JSON.stringify(await readHeads(source)) === JSON.stringify(await readHeads(target));
}
