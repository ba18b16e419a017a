import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';

/** A table whose rows are copied, as the database itself describes it. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that the database numbers, where there is one. */
  readonly identity: string | null;
}

/** What is sealed: kept out of backups unless it is asked for. */
export const VAULT_TABLES: ReadonlySet<string> = new Set(['evidence']);

/** Who is signed in or invited at this moment: in no backup, so that none lets anybody in again who was shut out since. */
export const FLEETING_TABLES: ReadonlySet<string> = new Set(['sessions', 'invitations', 'sign_in_attempts']);

/**
 * All tables but the list of migrations, by name. Read from the catalogue, not written down here, so that a table which
 * a migration adds is never forgotten.
 */
export async function listTables(db: Kysely<Tables>): Promise<readonly CopiedTable[]> {
  const { rows } = await sql<CopiedTable>`
    select tables.relname as name, json_agg(columns.attname order by columns.attnum) as columns,
      max(columns.attname) filter (where columns.attidentity <> '') as identity
    from pg_class as tables join pg_attribute as columns on columns.attrelid = tables.oid
    where tables.relnamespace = current_schema()::regnamespace and tables.relkind in ('r', 'p')
      and tables.relname <> 'migrations' and columns.attnum > 0 and not columns.attisdropped and columns.attgenerated = ''
    group by tables.relname order by tables.relname collate "C"`.execute(db);
  return rows;
}

/** Names of the migrations that this database has been through. */
export async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('migrations').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Whether there is no table at all, ours or another's. */
export async function isWithoutTables(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm'))
      as there`.execute(db);
  return rows[0]?.there === false;
}
