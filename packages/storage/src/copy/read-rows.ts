import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { CopiedTable } from './copied-tables.js';

const PAGE_BYTES = 2 << 20;
const [FIRST_PAGE, LARGEST_PAGE] = [8, 2_000];

/**
 * The rows of a table as JSON texts, in pages of about 2 MiB, within a transaction: through a cursor, since a planner
 * without statistics may sort a whole table anew for each page. Bytes come as hex, numbers with all their digits.
 */
export async function* readRows(trx: Kysely<Tables>, table: CopiedTable): AsyncGenerator<readonly string[]> {
  await sql`declare copied no scroll cursor for
    select row_to_json(rows)::text as row from ${sql.table(table.name)} as rows`.execute(trx);
  let count = FIRST_PAGE;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch forward ${sql.raw(String(count))} from copied`.execute(trx);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < count) break;
    const bytes = rows.reduce((sum, { row }) => sum + row.length, 0);
    count = Math.max(1, Math.min(LARGEST_PAGE, Math.floor((PAGE_BYTES * rows.length) / bytes)));
  }
  await sql`close copied`.execute(trx);
}
