import {
  type Appeal,
  type Appeals,
  errors,
  type Keys,
  type NewAppeal,
  newId,
  type RecordType,
} from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import { childSafetyMark } from '../cases/journal.js';
import { within } from '../cases/scope.js';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import { prepareEvidence } from '../chain/prepared-commit.js';
import { startClocks } from '../clocks/running.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { closeCase, isNamed } from '../notices/close-case.js';
import { findJudged } from './judged.js';
import { reverse } from './reverse.js';
import { type Against, appealFromRow, rowFromAppeal } from './rows.js';

export function createAppeals(parts: { database: Database; writer: ChainWriter; keys: Keys }): Appeals {
  const { writer, keys } = parts;
  const { db } = parts.database;
  return {
    async judged(verdict) {
      const found = await findJudged(db, verdict);
      if (!found) return undefined;
      const { fingerprint: _, ...judged } = found;
      return judged;
    },

    receive(received) {
      const sealed = prepareEvidence(received.evidence, keys);
      const { appeal, clocks } = received;
      return writer.change(async (trx, note, seal, tell) => {
        const against = await appealedAgainst(trx, received);
        const added = await trx
          .insertInto('appeals')
          .values(rowFromAppeal(received, against))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute();
        if (added.length === 0) throw errors.APPEAL_GIVEN([appeal.verdict ?? appeal.notice ?? '']);
        const { id, tenant, case: opened, evidence, priority, language, isChildSafety, receivedAt: at } = appeal;
        await startClocks(trx, { ...appeal, at }, clocks);
        seal(sealed);
        noteAppeal(note, 'appeal.received', appeal, { at });
        const dueAt = clocks.length === 0 ? null : Math.min(...clocks.map((clock) => clock.dueAt));
        const { fingerprint } = against;
        tell({
          type: 'appeal.received',
          ...{ appeal: id, tenant, case: opened, evidence, fingerprint, priority, language, isChildSafety, at, dueAt },
        });
        return appeal;
      }, sealed.sealed.length);
    },

    async find(id, scope) {
      const row = await db
        .selectFrom('appeals')
        .selectAll()
        .where('id', '=', id)
        .where(within(scope, 'appeals'))
        .executeTakeFirst();
      return row && appealFromRow(row);
    },

    async findByCode(id, codeHash) {
      const row = await db
        .selectFrom('appeals')
        .selectAll()
        .where('id', '=', id)
        .where('code_hash', '=', codeHash)
        .executeTakeFirst();
      return row && appealFromRow(row);
    },

    async list({ scope, status = 'open', limit }) {
      const select = db.selectFrom('appeals').selectAll().where('status', '=', status).where(within(scope, 'appeals'));
      const ordered =
        status === 'open'
          ? select.orderBy('priority', 'desc').orderBy('received_at')
          : select.orderBy('decided_at', 'desc');
      return (await ordered.limit(limit).execute()).map(appealFromRow);
    },

    decide(id, ruling) {
      return writer.change(async (trx, note, _seal, tell) => {
        const row = await trx.selectFrom('appeals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`appeal ${id}`]);
        if (row.status !== 'open') throw errors.CASE_CLOSED([row.case_id, row.status]);
        const { by, at, outcome, reason, statement } = ruling;
        if (isNamed(by, row.not_by)) throw errors.DECIDER_INVOLVED([row.verdict ?? row.notice ?? '']);
        await closeCase(trx, { note, tell }, row, ruling);
        if (outcome === 'reversed') await reverse(trx, { note, tell }, row, ruling);
        const decided = await trx
          .updateTable('appeals')
          .set({ status: 'decided', outcome, decided_by: by, decided_at: at, reason, statement })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const appeal = appealFromRow(decided);
        noteAppeal(note, 'appeal.decided', appeal, { at, by, outcome });
        return appeal;
      });
    },
  };
}

/** Who decided it, and what is let through if that was wrong: read where nothing can come between. */
async function appealedAgainst(trx: Transaction<Tables>, { appeal }: NewAppeal): Promise<Against> {
  const { verdict, notice: id } = appeal;
  if (verdict !== null) {
    const judged = await findJudged(trx, verdict);
    return { fingerprint: judged?.fingerprint ?? '', deciders: judged?.decidedBy ? [judged.decidedBy] : [] };
  }
  const notice = await trx
    .selectFrom('notices')
    .select(['decided_by', 'decided_at', 'not_by'])
    .where('id', '=', id ?? '')
    .forUpdate()
    .executeTakeFirst();
  if (!notice || notice.decided_at === null) throw errors.APPEAL_UNFIT(['the notice has no outcome yet']);
  // One against each outcome; a notice that was looked at anew has another.
  const since = await trx
    .selectFrom('appeals')
    .select('id')
    .where('notice', '=', id)
    .where('received_at', '>=', notice.decided_at)
    .limit(1)
    .execute();
  if (since.length > 0) throw errors.APPEAL_GIVEN([id ?? '']);
  return { fingerprint: '', deciders: [...notice.not_by, ...(notice.decided_by === null ? [] : [notice.decided_by])] };
}

function noteAppeal(
  note: Note,
  type: RecordType,
  { id, tenant, case: opened, verdict, notice, isChildSafety }: Appeal,
  { at, ...details }: { readonly at: number; readonly [field: string]: unknown },
): void {
  const about = verdict === null ? { notice } : { verdict };
  const payload = { appeal: id, case: opened, ...about, ...details, ...childSafetyMark(isChildSafety) };
  note({ id: newId('record', at), type, at, tenant, payload });
}
