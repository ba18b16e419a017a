import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { CopiedTable } from './copied-tables.js';

/** Stores rows as `readRows` gave them. The database turns each value into the type of its column, as it does for text. */
export async function loadRows(trx: Kysely<Tables>, table: CopiedTable, rows: readonly string[]): Promise<void> {
  const name = sql.table(table.name);
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  await sql`insert into ${name} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${name}, ${`[${rows.join(',')}]`}::json)`.execute(trx);
}

/** Lets the database number on from behind what was loaded. */
export async function numberOn(trx: Kysely<Tables>, { name, identity }: CopiedTable): Promise<void> {
  if (identity === null) return;
  await sql`select setval(pg_get_serial_sequence(${sql.lit(name)}, ${sql.lit(identity)}), coalesce(max(${sql.ref(identity)}), 0) + 1, false)
    from ${sql.table(name)}`.execute(trx);
}
