import { type Case, type CaseDecision, type Cases, errors, newId, type RecordType } from '@tyrian/contracts';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import { liftSteps } from '../conduct/steps.js';
import type { Database } from '../database/database.js';
import { takeHoldPlace } from './hold-places.js';
import { caseFromRow, rowFromCase } from './rows.js';

const EXPIRED_AT_ONCE = 500;
const DECISIONS_OF: Record<Exclude<Case['kind'], 'notice' | 'appeal'>, readonly CaseDecision[]> = {
  hold: ['release', 'refuse'],
  conduct: ['lift', 'uphold'],
};

export function createCases(parts: { database: Database; writer: ChainWriter; clock: () => number }): Cases {
  const { database, writer, clock } = parts;
  const { db } = database;

  async function expireSome(now: number): Promise<number> {
    return writer.change(async (trx, note, _seal, tell) => {
      const due = trx
        .selectFrom('cases')
        .select('id')
        .where('status', '=', 'open')
        // A duty with a clock does not end by itself.
        .where('kind', 'not in', ['notice', 'appeal'])
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(EXPIRED_AT_ONCE)
        .forUpdate();
      const rows = await trx
        .updateTable('cases')
        .set({ status: 'expired' })
        .where('id', 'in', due)
        .returningAll()
        .execute();
      for (const expired of rows.map(caseFromRow)) {
        const at = clock();
        noteCase(note, 'case.expired', expired, { at });
        tell({ type: 'case.expired', ...about(expired), at });
      }
      return rows.length;
    });
  }

  return {
    async open(opened) {
      await writer.change(async (trx, note) => {
        const added = await trx
          .insertInto('cases')
          .values(rowFromCase(opened))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .execute();
        if (added.length > 0) {
          noteCase(note, 'case.opened', opened, {
            at: opened.openedAt,
            rules: opened.rules,
            evidence: opened.evidence,
          });
        }
      });
    },

    async find(id) {
      const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
      return row && caseFromRow(row);
    },

    async findByVerdict(verdict) {
      const row = await db
        .selectFrom('cases')
        .selectAll()
        .where('verdict', '=', verdict)
        .where('kind', '=', 'hold')
        .executeTakeFirst();
      return row && caseFromRow(row);
    },

    async list(query) {
      let select = db.selectFrom('cases').selectAll();
      if (query.status) select = select.where('status', '=', query.status);
      const rows = await select.orderBy('id', 'desc').limit(query.limit).execute();
      return rows.map(caseFromRow);
    },

    decide(id, resolution) {
      return writer.change(async (trx, note, _seal, tell) => {
        const before = await trx
          .selectFrom('cases')
          .select(['status', 'kind', 'verdict'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (!before) throw errors.NOT_FOUND([`case ${id}`]);
        if (before.status !== 'open') throw errors.CASE_CLOSED([id, before.status]);
        const { decision, by, at } = resolution;
        if (before.kind === 'notice' || before.kind === 'appeal') throw errors.CLOCK_RUNNING([id]);
        const fitting = DECISIONS_OF[before.kind];
        if (!fitting.includes(decision)) throw errors.CASE_DECISION_UNFIT([id, fitting.join(' or ')]);
        if (decision === 'lift') await liftSteps(trx, note, { case: id, by, at });
        // What a person lets through was no misconduct.
        if (decision === 'release') await trx.deleteFrom('strikes').where('verdict', '=', before.verdict).execute();
        const row = await trx
          .updateTable('cases')
          .set({
            status: 'decided',
            decision: resolution.decision,
            decided_by: resolution.by,
            decided_at: resolution.at,
            note: resolution.note,
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const decided = caseFromRow(row);
        // The note is for people, and may quote what was held: it stays with the case.
        noteCase(note, 'case.decided', decided, {
          at: resolution.at,
          decision: resolution.decision,
          by: resolution.by,
        });
        // Nor is the name of who decided anybody's outside.
        tell({ type: 'case.decided', ...about(decided), decision: resolution.decision, at: resolution.at });
        return decided;
      });
    },

    async expire(now) {
      let expired = 0;
      for (let last = EXPIRED_AT_ONCE; last === EXPIRED_AT_ONCE; expired += last) last = await expireSome(now);
      return expired;
    },

    async isReleased(tenant, fingerprint, since) {
      const row = await db
        .selectFrom('cases')
        .select('id')
        .where('tenant', '=', tenant)
        .where('fingerprint', '=', fingerprint)
        .where('decision', 'in', ['release', 'reverse'])
        .where('decided_at', '>=', since)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    takeHoldPlace: (place) => takeHoldPlace(db, place, clock()),
  };
}

function about({ id, tenant, verdict, quiet }: Case) {
  return { tenant, case: id, verdict, ...(quiet && { quiet }) };
}

function noteCase(
  note: Note,
  type: RecordType,
  subject: Case,
  details: { at: number; [field: string]: unknown },
): void {
  const { at, ...rest } = details;
  note({
    id: newId('record', at),
    type,
    at,
    tenant: subject.tenant,
    payload: { case: subject.id, verdict: subject.verdict, ...rest },
  });
}
