import { type Event, errors, type Keys, type Notice, type Notices, newId, type RecordType } from '@tyrian/contracts';
import { sql, type Transaction } from 'kysely';
import { childSafetyMark } from '../cases/journal.js';
import { within } from '../cases/scope.js';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import { prepareEvidence } from '../chain/prepared-commit.js';
import { startClocks } from '../clocks/running.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { closeCase, isNamed } from './close-case.js';
import { noticeFromRow, rowFromNotice } from './rows.js';

const LINKED_MAX = 100;

export function createNotices(parts: { database: Database; writer: ChainWriter; keys: Keys }): Notices {
  const { writer, keys } = parts;
  const { db } = parts.database;
  return {
    receive(received) {
      const sealed = prepareEvidence(received.evidence, keys);
      const { notice, copies, clocks } = received;
      return writer.change(async (trx, note, seal, tell) => {
        const linked = await earlierWith(trx, copies);
        await trx.insertInto('notices').values(rowFromNotice(received, linked)).execute();
        const named = copies.map((copy) => ({ copy, notice: notice.id }));
        if (named.length > 0) await trx.insertInto('notice_copies').values(named).execute();
        const { id, tenant, case: opened, verdict, receivedAt: at } = notice;
        await startClocks(trx, { id, tenant, case: opened, verdict, at }, clocks);
        seal(sealed);
        const kept: Notice = { ...notice, linked };
        noteNotice(note, 'notice.received', kept, { at, kind: notice.kind, linked: linked.length });
        tell(receivedEvent(kept, Math.min(...clocks.map(({ dueAt }) => dueAt))));
        return kept;
      }, sealed.sealed.length);
    },

    async received(reporter, reporterSince, allSince) {
      const { rows } = await sql<{ mine: number; every: number }>`
        select (select count(*) from notices where reporter = ${reporter} and received_at >= ${reporterSince})
          + (select count(*) from appeals where reporter = ${reporter} and received_at >= ${reporterSince}) as mine,
          (select count(*) from notices where received_at >= ${allSince})
          + (select count(*) from appeals where received_at >= ${allSince}) as every`.execute(db);
      return { fromReporter: Number(rows[0]?.mine ?? 0), inAll: Number(rows[0]?.every ?? 0) };
    },

    async unfounded(reporter, since) {
      const { count } = await db
        .selectFrom('notices')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('reporter', '=', reporter)
        .where('received_at', '>=', since)
        .where('unfounded', '=', true)
        .executeTakeFirstOrThrow();
      return count;
    },

    async find(id, scope) {
      const row = await db
        .selectFrom('notices')
        .selectAll()
        .where('id', '=', id)
        .where(within(scope, 'notices'))
        .executeTakeFirst();
      return row && noticeFromRow(row);
    },

    async findByCode(id, codeHash) {
      const row = await db
        .selectFrom('notices')
        .selectAll()
        .where('id', '=', id)
        .where('code_hash', '=', codeHash)
        .executeTakeFirst();
      return row && noticeFromRow(row);
    },

    async list({ scope, status = 'open', limit }) {
      const select = db.selectFrom('notices').selectAll().where('status', '=', status).where(within(scope, 'notices'));
      const ordered =
        status === 'open'
          ? select.orderBy('priority', 'desc').orderBy('received_at')
          : select.orderBy('decided_at', 'desc');
      return (await ordered.limit(limit).execute()).map(noticeFromRow);
    },

    decide(id, ruling) {
      return writer.change(async (trx, note, _seal, tell) => {
        const row = await trx.selectFrom('notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`notice ${id}`]);
        if (row.status !== 'open') throw errors.CASE_CLOSED([row.case_id, row.status]);
        const { by, at, outcome, isUnfounded, reason, statement } = ruling;
        if (isNamed(by, row.not_by)) throw errors.DECIDER_INVOLVED([`Notice ${id}`]);
        await closeCase(trx, { note, tell }, row, ruling);
        const decided = await trx
          .updateTable('notices')
          .set({
            status: 'decided',
            outcome,
            decided_by: by,
            decided_at: at,
            reason,
            statement,
            unfounded: isUnfounded,
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const notice = noticeFromRow(decided);
        noteNotice(note, 'notice.decided', notice, { at, by, outcome, ...(isUnfounded && { unfounded: true }) });
        return notice;
      });
    },
  };
}

/** What opens the case of a notice. */
export function receivedEvent(notice: Notice, dueAt: number, at: number = notice.receivedAt): Event {
  const { id, tenant, case: opened, kind, evidence, priority, language, isChildSafety } = notice;
  return {
    type: 'notice.received',
    ...{ notice: id, tenant, case: opened, kind, evidence, priority, language, isChildSafety, at },
    dueAt: Number.isFinite(dueAt) ? dueAt : null,
  };
}

export function noteNotice(
  note: Note,
  type: RecordType,
  { id, tenant, case: opened, isChildSafety }: Pick<Notice, 'id' | 'tenant' | 'case' | 'isChildSafety'>,
  { at, ...details }: { readonly at: number; readonly [field: string]: unknown },
): void {
  note({
    id: newId('record', at),
    type,
    at,
    tenant,
    payload: { notice: id, case: opened, ...details, ...childSafetyMark(isChildSafety) },
  });
}

/** Earlier notices about any of the same files, newest first. */
async function earlierWith(trx: Transaction<Tables>, copies: readonly string[]): Promise<Notice['linked']> {
  if (copies.length === 0) return [];
  const rows = await trx
    .selectFrom('notice_copies')
    .select('notice')
    .distinct()
    .where('copy', 'in', copies)
    .orderBy('notice', 'desc')
    .limit(LINKED_MAX)
    .execute();
  return rows.map(({ notice }) => notice as Notice['id']);
}
