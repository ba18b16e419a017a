import { errors, type Keys, newId, type TenantId, type Vault, type VerdictId } from '@tyrian/contracts';
import { isJudgedIn } from '../appeals/judged.js';
import { addCaseEvents, childSafetyMark } from '../cases/journal.js';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { readCover } from '../legal/cover.js';
import { openEvidence } from './envelope.js';
import { type ExpiredUpTo, expireIn, FIRST } from './expire.js';
import { summariesOf, summaryFromRow } from './summaries.js';

export function createVault(parts: {
  database: Database;
  writer: ChainWriter;
  keys: Keys;
  clock: () => number;
}): Vault {
  const { database, writer, keys, clock } = parts;
  const summaries = () => summariesOf(database.db);
  return {
    async find(id) {
      const row = await summaries().where('id', '=', id).executeTakeFirst();
      return row && summaryFromRow(row, await readCover(database.db, clock()));
    },

    async findByVerdict(tenant, verdict, kinds) {
      const row = await summaries()
        .where('verdict', '=', verdict)
        .where('tenant', '=', tenant)
        .where('kind', 'in', kinds)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row && summaryFromRow(row, await readCover(database.db, clock()));
    },

    open(id, view) {
      return writer.change(async (trx, note) => {
        const row = await trx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`evidence ${id}`]);
        const found = await trx
          .selectFrom('cases')
          .select(['evidence', 'child_safety'])
          .where('id', '=', view.case)
          .executeTakeFirst();
        if (!found || (found.evidence !== id && !(await isJudgedIn(trx, id, view.case))))
          throw errors.NOT_FOUND([`case ${view.case} about this evidence`]);
        const bound = { id, tenant: row.tenant as TenantId, verdict: row.verdict as VerdictId };
        const content = openEvidence(
          { ...bound, sealed: row.sealed, wrappedKey: row.wrapped_key },
          keys.byId(row.key_id),
        );
        const at = clock();
        const { case: seen, by, view: shown } = view;
        await addCaseEvents(trx, [
          [
            { id: seen, tenant: bound.tenant },
            { type: 'viewed', at, by, details: { evidence: id, view: shown } },
          ],
        ]);
        note({
          id: newId('record', at),
          type: 'evidence.opened',
          at,
          tenant: bound.tenant,
          payload: {
            evidence: id,
            verdict: row.verdict,
            case: seen,
            by,
            view: shown,
            ...childSafetyMark(found.child_safety),
          },
        });
        return content;
      });
    },

    async expire(now) {
      let expired = 0;
      for (let after: ExpiredUpTo | undefined = FIRST; after !== undefined; ) {
        const from: ExpiredUpTo = after;
        const step = await writer.change((trx, note) => expireIn(trx, note, { now, at: clock(), after: from }));
        expired += step.expired;
        after = step.next;
      }
      return expired;
    },
  };
}
