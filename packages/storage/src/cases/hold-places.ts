import type { HoldPlace } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';

/** A place of which neither a case nor an event came, since its commit failed, counts no longer than this. */
const GRACE_MS = 5 * 60_000;

/**
 * Takes a place under a tenant's cap, one process after another, so that the cap holds over all machines. Cases open a
 * while after their verdict: until then the place counts in their stead.
 */
export async function takeHoldPlace(
  db: Kysely<Tables>,
  { tenant, verdict, cap, since }: HoldPlace,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tyrian holds ' || current_schema() || ${tenant}::text))`.execute(
      trx,
    );
    await trx.deleteFrom('hold_places').where('tenant', '=', tenant).where('at', '<', since).execute();
    const { rows } = await sql<{ taken: number }>`
      select (select count(*) from cases where tenant = ${tenant} and kind = 'hold' and opened_at >= ${since}) + (
        select count(*) from hold_places as place
        where tenant = ${tenant} and not exists (select from cases where cases.verdict = place.verdict)
          and (at >= ${now - GRACE_MS} or exists (select from outbox where outbox.verdict = place.verdict))
      ) as taken`.execute(trx);
    if (Number(rows[0]?.taken ?? 0) >= cap) return false;
    await trx.insertInto('hold_places').values({ verdict, tenant, at: now }).execute();
    return true;
  });
}
