import { Event, type Outbox, TyrianError } from '@tyrian/contracts';
import { sql } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';

/** Whoever has claimed an event has this long to take it; then somebody else may. */
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

interface Claimed {
  readonly id: number;
  readonly event: unknown;
  readonly attempts: number;
}

/**
 * Events are claimed one by one, so that one slow handler holds up no other process, and each verdict's in the order
 * in which they were committed. No transaction is open while a handler runs: it has writing of its own to do.
 */
export function createOutbox(parts: { database: Database; writer: ChainWriter; clock: () => number }): Outbox {
  const { database, writer, clock } = parts;
  const { db } = database;

  async function claim(): Promise<Claimed | undefined> {
    const now = clock();
    // Apart from the update, else the database may look for what is due anew for each row, past the limit.
    return db
      .with(
        (cte) => cte('due').materialized(),
        (creator) =>
          creator
            .selectFrom('outbox as event')
            .select('event.id')
            .where('event.due_at', '<=', now)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('outbox as earlier')
                    .select('earlier.id')
                    .whereRef('earlier.verdict', '=', 'event.verdict')
                    .whereRef('earlier.id', '<', 'event.id'),
                ),
              ),
            )
            .orderBy('event.id')
            .limit(1)
            .forUpdate('event')
            .skipLocked(),
      )
      .updateTable('outbox')
      .from('due')
      .set({ attempts: sql`attempts + 1`, due_at: now + LEASE_MS })
      .whereRef('outbox.id', '=', 'due.id')
      .returning(['outbox.id', 'outbox.event', 'outbox.attempts'])
      .executeTakeFirst();
  }

  async function postpone(claimed: Claimed, error: unknown): Promise<void> {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (claimed.attempts - 1), LONGEST_PAUSE_MS);
    await db
      .updateTable('outbox')
      .set({ due_at: clock() + pause, last_error: errorName(error) })
      .where('id', '=', claimed.id)
      .execute();
  }

  return {
    async deliver(limit, handle) {
      let delivered = 0;
      for (let seen = 0; seen < limit; seen++) {
        const claimed = await claim();
        if (!claimed) break;
        try {
          await handle(Event.parse(claimed.event));
        } catch (error) {
          await postpone(claimed, error);
          continue;
        }
        await db.deleteFrom('outbox').where('id', '=', claimed.id).execute();
        delivered++;
      }
      return delivered;
    },

    onCommitted(listener) {
      writer.onEvents(listener);
    },

    async pending() {
      const { count } = await db
        .selectFrom('outbox')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

/** Not the message, which might quote content. */
function errorName(error: unknown): string {
  if (error instanceof TyrianError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
