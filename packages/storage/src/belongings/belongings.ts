import type { Belongings } from '@tyrian/contracts';
import type { Database } from '../database/database.js';

/** How often each process throws away what is over. */
const SWEEP_MS = 3_600_000;

export function createBelongings(parts: { database: Database; clock: () => number }): Belongings {
  const { clock } = parts;
  const { db } = parts.database;
  let sweptAt = Number.NEGATIVE_INFINITY;

  async function sweep(now: number): Promise<void> {
    if (now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    await db.deleteFrom('belongings').where('until', '<=', now).execute();
  }

  return {
    async add(name, what, until) {
      await sweep(clock());
      const row = { what: JSON.stringify(what), until };
      await db
        .insertInto('belongings')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute();
    },
    async find(name) {
      const row = await db
        .selectFrom('belongings')
        .select('what')
        .where('name', '=', name)
        .where('until', '>', clock())
        .executeTakeFirst();
      return row?.what;
    },
    async remove(name) {
      await db.deleteFrom('belongings').where('name', '=', name).execute();
    },
  };
}
