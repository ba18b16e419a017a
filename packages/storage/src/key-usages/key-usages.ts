import type { ApiKeyId, KeyUsages, KeyUse } from '@tyrian/contracts';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';

/** By the database's own clock, since those of the machines may differ. */
const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Counters beside the chain: they say what a key may still use, not what happened. */
export function createKeyUsages({ database: { db } }: { database: Database }): KeyUsages {
  return {
    async add(uses) {
      if (uses.length === 0) return [];
      // In one order for all machines, or two of them could wait for each other.
      const values = [...uses].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map(toRow);
      const rows = await db
        .insertInto('key_usage')
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(['key', 'span', 'starts_at']).doUpdateSet({
            requests: sql`key_usage.requests + excluded.requests`,
            characters: sql`key_usage.characters + excluded.characters`,
          }),
        )
        .returningAll()
        .execute();
      return rows.map(({ key, span, starts_at, requests, characters }) => ({
        key: key as ApiKeyId,
        window: span,
        startsAt: starts_at,
        requests,
        characters,
      }));
    },

    async noteStreams(machine, open, freshMs) {
      if (open.length === 0) return new Map();
      const values = [...open]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, open: count }) => ({ key, machine, open: count, seen_at: NOW }));
      await db
        .insertInto('key_streams')
        .values(values)
        .onConflict((conflict) =>
          conflict
            .columns(['key', 'machine'])
            .doUpdateSet({ open: sql`excluded.open`, seen_at: sql`excluded.seen_at` }),
        )
        .execute();
      const keys = values.map(({ key }) => key);
      const elsewhere = await db
        .selectFrom('key_streams')
        .select(['key', (select) => select.fn.sum<string | number>('open').as('open')])
        .where('key', 'in', keys)
        .where('machine', '<>', machine)
        .where('seen_at', '>', sql<number>`${NOW} - ${sql.lit(freshMs)}`)
        .groupBy('key')
        .execute();
      return new Map(elsewhere.map(({ key, open: count }) => [key as ApiKeyId, Number(count)]));
    },

    async forget(before) {
      await db.deleteFrom('key_usage').where('starts_at', '<', before).execute();
      await db.deleteFrom('key_streams').where('seen_at', '<', before).execute();
    },
  };
}

function nameOf({ key, window, startsAt }: KeyUse): string {
  return `${key} ${window} ${startsAt}`;
}

function toRow({ key, window, startsAt, requests, characters }: KeyUse) {
  return { key, span: window, starts_at: startsAt, requests, characters };
}
