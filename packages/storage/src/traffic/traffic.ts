import { type Decision, idFloor, type Stage, TRAFFIC_PERIOD_MS, type Traffic } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';

/** A commit that waits for its turn, or for a database that is away, has its ids already. */
const UNSETTLED_MS = 10_000;
const BATCH = 2_000;
/** So that one run never takes a shift for long; the next one goes on. */
const BATCHES = 50;

export function createTraffic({ database: { db } }: { database: Database }): Traffic {
  return {
    async count(now) {
      const before = idFloor('record', now - UNSETTLED_MS);
      let looked = 0;
      for (let left = BATCHES, last = BATCH; left > 0 && last === BATCH; left--) {
        last = await db.transaction().execute((trx) => countNext(trx, before));
        looked += last;
      }
      return looked;
    },

    async since({ since, tenant }) {
      let select = db
        .selectFrom('traffic')
        .select(({ fn }) => [
          'at',
          'stage',
          'decision',
          fn.sum<number>('verdicts').as('verdicts'),
          fn.sum<number>('failed').as('failed'),
          fn.sum<number>('took_ms').as('tookMs'),
          fn.max<number>('slowest_ms').as('slowestMs'),
        ])
        .where('at', '>=', since - (since % TRAFFIC_PERIOD_MS));
      if (tenant !== undefined) select = select.where('tenant', '=', tenant);
      const rows = await select.groupBy(['at', 'stage', 'decision']).orderBy('at').execute();
      return rows.map(({ stage, decision, ...row }) => ({
        ...row,
        stage: stage as Stage,
        decision: decision as Decision,
        verdicts: Number(row.verdicts),
        failed: Number(row.failed),
        tookMs: Number(row.tookMs),
        slowestMs: Number(row.slowestMs),
      }));
    },

    async forget(before) {
      const { numDeletedRows } = await db.deleteFrom('traffic').where('at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** Counts the next records and moves the mark behind them, together or not at all. */
async function countNext(trx: Kysely<Tables>, before: string): Promise<number> {
  await sql`lock table traffic_mark in exclusive mode`.execute(trx);
  const mark = await trx.selectFrom('traffic_mark').select('upto').executeTakeFirst();
  const { rows } = await sql<{ looked: number; last: string | null }>`
    with next as (
      select id, tenant, at, type, payload from records where id > ${mark?.upto ?? ''} and id < ${before} order by id limit ${BATCH}
    ), said as (
      select tenant, at - at % ${sql.lit(TRAFFIC_PERIOD_MS)} as at, payload::jsonb as said from next
      where type in ('generation.input', 'generation.output') and payload is not null
    ), counted as (
      insert into traffic (at, tenant, stage, decision, verdicts, failed, took_ms, slowest_ms)
      select at, tenant, said ->> 'stage', said ->> 'decision', count(*),
        count(*) filter (where said -> 'coverage' @> '[{"status": "failed"}]'),
        sum((said ->> 'tookMs')::double precision), max((said ->> 'tookMs')::double precision)
      from said group by 1, 2, 3, 4
      on conflict (at, tenant, stage, decision) do update set
        verdicts = traffic.verdicts + excluded.verdicts, failed = traffic.failed + excluded.failed,
        took_ms = traffic.took_ms + excluded.took_ms, slowest_ms = greatest(traffic.slowest_ms, excluded.slowest_ms)
    )
    select count(*) as looked, max(id) as last from next`.execute(trx);
  const { looked = 0, last = null } = rows[0] ?? {};
  if (last !== null) {
    await trx
      .insertInto('traffic_mark')
      .values({ upto: last })
      .onConflict((conflict) => conflict.column('single').doUpdateSet({ upto: last }))
      .execute();
  }
  return Number(looked);
}
