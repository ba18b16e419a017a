import { idFloor, type ScannedRecord, type TenantId, timeOfId, type VerdictId } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import { SCANNED_COLUMNS, scannedFromRow } from './rows.js';

/** Clocks are set back now and then. */
const BEFORE_MS = 1_000;
/** A record is made right after its verdict; a second check after repairs may lie between. */
const AFTER_MS = 30_000;
const BATCH = 2_000;

/**
 * Looks through the records that were made when the verdict was: an index on verdicts would cost every request, and this
 * is asked rarely. Another tenant's verdict takes as long as one that there is not.
 */
export async function findVerdict(
  db: Kysely<Tables>,
  tenant: TenantId,
  verdict: VerdictId,
): Promise<ScannedRecord | undefined> {
  const at = timeOfId('verdict', verdict);
  if (at === undefined) return undefined;
  const end = idFloor('record', at + AFTER_MS);
  for (let after = idFloor('record', at - BEFORE_MS); ; ) {
    const { found, last, seen } = await lookIn(db, { tenant, verdict, after });
    if (found !== null) {
      const row = await db.selectFrom('records').select(SCANNED_COLUMNS).where('id', '=', found).executeTakeFirst();
      return row && scannedFromRow(row);
    }
    if (last === null || seen < BATCH || last >= end) return undefined;
    after = last;
  }
}

interface Part {
  readonly found: string | null;
  readonly last: string | null;
  readonly seen: number;
}

/**
 * Looks for nothing but ids, in their order: given an end too, a planner without statistics sorts the whole window for each
 * part. A quoted key with its value cannot stand inside a JSON string.
 */
async function lookIn(
  db: Kysely<Tables>,
  { tenant, verdict, after }: { tenant: TenantId; verdict: VerdictId; after: string },
): Promise<Part> {
  const { rows } = await sql<Part>`
    select count(*) as seen, max(id) as last, min(id) filter (
      where tenant = ${tenant} and type in ('generation.input', 'generation.output')
        and strpos(payload, ${`"verdict":"${verdict}"`}) > 0
    ) as found
    from (select id, tenant, type, payload from records where id > ${after} order by id limit ${BATCH}) as part
  `.execute(db);
  return rows[0] ?? { found: null, last: null, seen: 0 };
}
