import type { Invitations, MemberId } from '@tyrian/contracts';
import type { Kysely } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';

export function createInvitations({ database: { db } }: { database: Database }): Invitations {
  return {
    setFirst: (hash, until) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('invitations').where('member', 'is', null).execute();
        await trx.insertInto('invitations').values({ hash, member: null, until }).execute();
      }),

    async isFirst(hash, now) {
      const row = await valid(db, hash, now).where('member', 'is', null).executeTakeFirst();
      return row !== undefined;
    },

    async find(hash, now) {
      const row = await valid(db, hash, now).where('member', 'is not', null).executeTakeFirst();
      return (row?.member ?? undefined) as MemberId | undefined;
    },
  };
}

function valid(db: Kysely<Tables>, hash: string, now: number) {
  return db.selectFrom('invitations').select('member').where('hash', '=', hash).where('until', '>', now);
}
