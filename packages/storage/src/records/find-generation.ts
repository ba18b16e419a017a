import { type GenerationId, idFloor, type ScannedRecord, type TenantId, timeOfId } from '@tyrian/contracts';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import { SCANNED_COLUMNS, scannedFromRow } from './rows.js';

/** Clocks are set back now and then. */
const BEFORE_MS = 1_000;
/** An answer ends after its prompt, later where it is streamed. */
const AFTER_MS = 120_000;
const BATCH = 2_000;
/** So that a busy installation is not read through for one generation. */
const BATCHES = 20;

type Row = Pick<Selectable<Tables['records']>, 'id' | 'type' | 'at' | 'tenant' | 'subject' | 'subject_key' | 'payload'>;

/**
 * The records of a generation, input before output. They are looked for among those that were made from its time on, up
 * to the part in which its output is; an answer has one for each of its choices, together.
 */
export async function findGeneration(
  db: Kysely<Tables>,
  tenant: TenantId,
  generation: GenerationId,
): Promise<readonly ScannedRecord[]> {
  const at = timeOfId('generation', generation);
  if (at === undefined) return [];
  const end = idFloor('record', at + AFTER_MS);
  const found: Row[] = [];
  let after = idFloor('record', at - BEFORE_MS);
  for (let batch = 0; batch < BATCHES; batch++) {
    const { rows, last, seen } = await lookIn(db, { tenant, generation, after });
    found.push(...rows);
    if (rows.some(({ type }) => type === 'generation.output') || last === null || seen < BATCH || last >= end) break;
    after = last;
  }
  return found.map(scannedFromRow);
}

async function lookIn(
  db: Kysely<Tables>,
  { tenant, generation, after }: { tenant: TenantId; generation: GenerationId; after: string },
): Promise<{ rows: Row[]; last: string | null; seen: number }> {
  const part = await sql<{ seen: number; last: string | null; ids: string[] | null }>`
    select count(*) as seen, max(id) as last, array_agg(id) filter (
      where tenant = ${tenant} and type in ('generation.input', 'generation.output')
        and strpos(payload, ${`"generation":"${generation}"`}) > 0
    ) as ids
    from (select id, tenant, type, payload from records where id > ${after} order by id limit ${BATCH}) as part
  `.execute(db);
  const { seen, last, ids } = part.rows[0] ?? { seen: 0, last: null, ids: null };
  if (!ids || ids.length === 0) return { rows: [], last, seen: Number(seen) };
  const rows = await db.selectFrom('records').select(SCANNED_COLUMNS).where('id', 'in', ids).orderBy('id').execute();
  return { rows, last, seen: Number(seen) };
}
