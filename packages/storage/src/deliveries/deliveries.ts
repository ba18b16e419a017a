import { type Deliveries, Event, eventId, type Settlement } from '@tyrian/contracts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { insertAlarm, isAboutDelivery, offAlarm, undeliveredAlarm } from './alarms.js';
import { endpointStatuses, failingEndpoints } from './status.js';

/** What waits for one endpoint; more is not kept for a receiver that has been away for so long. */
const WAITING_LIMIT = 100_000;

/** No transaction is open while an entry is claimed: who claims it talks to somebody outside. */
export function createDeliveries(parts: { database: Database; clock: () => number }): Deliveries {
  const { clock } = parts;
  const { db } = parts.database;

  return {
    async add(event, endpoints) {
      const now = clock();
      const id = eventId(event);
      for (const endpoint of endpoints) {
        const isFull = await hasManyWaiting(db, endpoint);
        await db
          .insertInto('deliveries')
          .values({
            endpoint,
            id,
            event: JSON.stringify(event),
            since: now,
            due_at: now,
            ...(isFull
              ? { state: 'undelivered' as const, ended_at: now, last_code: 'full' }
              : { state: 'waiting' as const }),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        if (isFull && !isAboutDelivery(event)) await insertAlarm(db, undeliveredAlarm(endpoint, now), now);
      }
    },

    async claim(endpoint, limit, leaseMs) {
      const now = clock();
      // Apart from the update, else the database may look for what is due anew for each row, past the limit.
      const rows = await db
        .with(
          (cte) => cte('due').materialized(),
          (creator) =>
            creator
              .selectFrom('deliveries')
              .select('id')
              .where('endpoint', '=', endpoint)
              .where('state', '=', 'waiting')
              .where('due_at', '<=', now)
              .where(({ not, exists, selectFrom }) =>
                not(
                  exists(
                    selectFrom('endpoints').select('name').where('name', '=', endpoint).where('off_at', 'is not', null),
                  ),
                ),
              )
              .orderBy('due_at')
              .limit(limit)
              .forUpdate()
              .skipLocked(),
        )
        .updateTable('deliveries')
        .from('due')
        .set({ attempts: sql`attempts + 1`, due_at: now + leaseMs })
        .whereRef('deliveries.id', '=', 'due.id')
        .where('endpoint', '=', endpoint)
        .returning(['deliveries.id', 'event', 'attempts', 'since'])
        .execute();
      return rows
        .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
        .map((row) => ({
          endpoint,
          id: row.id,
          event: Event.parse(row.event),
          attempt: row.attempts,
          since: row.since,
        }));
    },

    async settle({ endpoint, id, event }, settlement) {
      const now = clock();
      const settle = db
        .updateTable('deliveries')
        .set(changeOf(settlement, now))
        .where('endpoint', '=', endpoint)
        .where('id', '=', id)
        // Somebody who had the entry before, and was slow, does not undo what came of it since.
        .where('state', '=', 'waiting');
      if (settlement.state === 'undelivered' && !isAboutDelivery(event))
        await insertAlarm(db, undeliveredAlarm(endpoint, now), now, settle.returning('id'));
      else await settle.execute();
    },

    async takeTurn(endpoint, everyMs) {
      const now = clock();
      const taken = await db
        .insertInto('endpoints')
        .values({ name: endpoint, turn_at: now + everyMs, off_at: null })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ turn_at: now + everyMs })
            .where('endpoints.turn_at', '<=', now),
        )
        .returning('name')
        .execute();
      return taken.length > 0;
    },

    async switchOff(endpoint) {
      const now = clock();
      const off = db
        .insertInto('endpoints')
        .values({ name: endpoint, turn_at: 0, off_at: now })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ off_at: now }).where('endpoints.off_at', 'is', null),
        )
        .returning('name');
      await insertAlarm(db, offAlarm(endpoint, now), now, off);
    },

    async resend(endpoint) {
      const now = clock();
      await db.updateTable('endpoints').set({ off_at: null }).where('name', '=', endpoint).execute();
      const again = await db
        .updateTable('deliveries')
        .set({ state: 'waiting', since: now, due_at: now, ended_at: null, attempts: 0 })
        .where('endpoint', '=', endpoint)
        .where('state', '=', 'undelivered')
        .returning('id')
        .execute();
      return again.length;
    },

    async sweep({ giveUpBefore, forgetBefore }) {
      const now = clock();
      await db
        .updateTable('deliveries')
        .set({ state: 'undelivered', ended_at: now, last_code: 'abandoned' })
        .where('state', '=', 'waiting')
        .where('since', '<', giveUpBefore)
        .execute();
      await db.deleteFrom('deliveries').where('ended_at', '<', forgetBefore).execute();
    },

    failing: () => failingEndpoints(db),
    status: () => endpointStatuses(db),
  };
}

/** Looks no further than the limit. */
async function hasManyWaiting(db: Kysely<Tables>, endpoint: string): Promise<boolean> {
  const last = await db
    .selectFrom('deliveries')
    .select('id')
    .where('endpoint', '=', endpoint)
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .offset(WAITING_LIMIT)
    .limit(1)
    .executeTakeFirst();
  return last !== undefined;
}

function changeOf(settlement: Settlement, now: number) {
  const { state, code } = settlement;
  switch (state) {
    case 'delivered':
      return { state, ended_at: now };
    case 'waiting':
      return { due_at: settlement.at, last_code: code };
    case 'undelivered':
      return { state, ended_at: now, last_code: code };
  }
}
