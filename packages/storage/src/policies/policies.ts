import { newId, type Policies, Policy, SYSTEM_TENANT } from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';

export function createPolicies(parts: { database: Database; writer: ChainWriter; clock: () => number }): Policies {
  const { database, writer, clock } = parts;
  return {
    async save(hash, policy) {
      await writer.change(async (trx, note) => {
        const at = clock();
        await trx
          .insertInto('policies')
          .values({ hash, policy: JSON.stringify(policy), saved_at: at })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
        // Said each time, since it also says from when on the policy was in force.
        note({
          id: newId('record', at),
          type: 'policy.loaded',
          at,
          tenant: SYSTEM_TENANT,
          payload: { hash, id: policy.id, version: policy.version, mode: policy.mode },
        });
      });
    },

    async find(hash) {
      const row = await database.db.selectFrom('policies').select('policy').where('hash', '=', hash).executeTakeFirst();
      return row && Policy.parse(JSON.parse(row.policy));
    },

    async json(hash) {
      const row = await database.db.selectFrom('policies').select('policy').where('hash', '=', hash).executeTakeFirst();
      return row?.policy;
    },

    async savedAt(hash) {
      const row = await database.db
        .selectFrom('policies')
        .select('saved_at')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row?.saved_at;
    },
  };
}
