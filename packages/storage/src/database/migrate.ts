import { errors } from '@tyrian/contracts';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Migration } from './migration.js';
import type { Tables } from './tables.js';

/**
 * Brings the schema up to date; two processes that start at once wait for each other. Throws DATABASE_NEWER when the
 * database has been through a migration that this program does not know.
 */
export async function migrate(db: Kysely<Tables>, migrations: readonly Migration[], now: number): Promise<void> {
  if (await isUpToDate(db, migrations)) return;
  await db.transaction().execute((trx) => applyMigrations(trx, migrations, now));
}

/** Within a transaction of the caller's, so that what comes after is undone with it. */
export async function applyMigrations(
  trx: Transaction<Tables>,
  migrations: readonly Migration[],
  now: number,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tyrian migrations ' || current_schema()))`.execute(trx);
  await sql`create table if not exists migrations (
      name text collate "C" primary key,
      applied_at bigint not null
    )`.execute(trx);
  const applied = await trx.selectFrom('migrations').select('name').execute();
  refuseNewer(applied, migrations);
  const done = new Set(applied.map((row) => row.name));
  for (const migration of migrations) {
    if (done.has(migration.name)) continue;
    await migration.apply(trx);
    await trx.insertInto('migrations').values({ name: migration.name, applied_at: now }).execute();
  }
}

/** One cheap look, so that a start that has nothing to migrate takes no lock. */
async function isUpToDate(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<boolean> {
  const found = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(db);
  if (!found.rows[0]?.there) return false;
  const applied = await db.selectFrom('migrations').select('name').execute();
  refuseNewer(applied, migrations);
  return applied.length === migrations.length;
}

function refuseNewer(applied: readonly { name: string }[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = applied.find((row) => !known.has(row.name));
  if (unknown) throw errors.DATABASE_NEWER([unknown.name]);
}
