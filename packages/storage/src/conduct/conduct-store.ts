import type { ConductStep, ConductStore, NewConductStep, TenantId, VerdictId } from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { readCover } from '../legal/cover.js';
import { campaignsOf, listCampaigns } from './campaigns.js';
import { forgetConduct } from './forget.js';
import { tellGrown } from './grown.js';
import { historiesOf } from './histories.js';
import { stepFromRow } from './rows.js';
import { endLockdowns, takeConductTurn, takeStep } from './steps.js';

export function createConductStore(parts: {
  database: Database;
  writer: ChainWriter;
  clock: () => number;
}): ConductStore {
  const { database, writer, clock } = parts;
  const { db } = database;
  return {
    settle(verdict, { since, campaignSince, campaignAccounts, now }, judge) {
      return writer.change(async (trx, note, _seal, tell) => {
        await takeConductTurn(trx);
        const strike = await trx.selectFrom('strikes').selectAll().where('verdict', '=', verdict).executeTakeFirst();
        if (!strike) return [];
        const histories = await historiesOf(trx, strike, since, now);
        const campaigns = await campaignsOf(trx, strike, campaignSince);
        const struck = { tenant: strike.tenant as TenantId, verdict };
        const grown = campaigns.filter(({ accounts }) => accounts >= campaignAccounts);
        await tellGrown(trx, { note, tell }, { strike, campaigns: grown, at: now });
        const taken: ConductStep[] = [];
        for (const wanted of judge(histories, campaigns)) {
          const steps = histories.find(({ kind }) => kind === wanted.kind)?.steps ?? [];
          const standing = steps.find((step) => isSame(step, wanted));
          if (standing && standing.until >= wanted.until) continue;
          taken.push(await takeStep(trx, { note, tell }, struck, { standing, wanted, at: now }));
        }
        return taken;
      });
    },

    async struckSince(since, limit) {
      const rows = await db
        .selectFrom('strikes')
        .select('verdict')
        .where('at', '>=', since)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map(({ verdict }) => verdict as VerdictId);
    },

    async changes(after, now, limit) {
      let select = db.selectFrom('conduct_steps').selectAll().where('revision', '>', after);
      if (after === 0) select = select.where('until', '>', now).where('lifted_at', 'is', null);
      const rows = await select.orderBy('revision').limit(limit).execute();
      return rows.map(stepFromRow);
    },

    campaigns: (query) => listCampaigns(db, query),

    endLockdowns: (now) => writer.change((trx, note) => endLockdowns(trx, note, now)),

    forget: async (before) => forgetConduct(db, before, await readCover(db, clock())),
  };
}

function isSame(step: ConductStep, wanted: NewConductStep): boolean {
  return step.step === wanted.step && step.isSilent === wanted.isSilent;
}
