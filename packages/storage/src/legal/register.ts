import {
  errors,
  type LegalHold,
  type LegalRegister,
  type LegalRequest,
  LegalScope,
  newId,
  type TenantId,
} from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { claimEvidence } from '../people/claim-evidence.js';
import { forgetMarks } from '../retention/retention.js';
import { holdFromRow, requestFromRow, rowFromHold, rowFromRequest } from './rows.js';

export function createLegalRegister(parts: {
  database: Database;
  writer: ChainWriter;
  clock: () => number;
}): LegalRegister {
  const { writer, clock } = parts;
  const { db } = parts.database;
  return {
    async setHold(hold) {
      LegalScope.parse(hold.scope);
      await writer.change(async (trx, note) => {
        if (hold.scope.person) await claimEvidence(trx, hold.scope.person);
        await trx.insertInto('legal_holds').values(rowFromHold(hold)).execute();
        const { id, until, by, request } = hold;
        const payload = { hold: id, until, by, ...(request && { request }), ...about(hold.scope) };
        note({
          id: newId('record', hold.setAt),
          type: 'legal-hold.set',
          at: hold.setAt,
          tenant: hold.scope.tenant,
          payload,
        });
      });
    },

    endHold(id, by) {
      return writer.change(async (trx, note) => {
        const at = clock();
        const row = await trx
          .updateTable('legal_holds')
          .set({ ended_at: at, ended_by: by })
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .where('until', '>', at)
          .returningAll()
          .executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`legal hold ${id} that stands`]);
        await forgetMarks(trx);
        const tenant = row.tenant as TenantId;
        note({ id: newId('record', at), type: 'legal-hold.ended', at, tenant, payload: { ids: [id], by } });
        return holdFromRow(row);
      });
    },

    async holds({ standing, limit }) {
      let select = db.selectFrom('legal_holds').selectAll();
      if (standing) select = select.where('ended_at', 'is', null).where('until', '>', clock());
      return (await select.orderBy('id', 'desc').limit(limit).execute()).map(holdFromRow);
    },

    async addRequest(request) {
      LegalScope.parse(request.scope);
      await writer.change(async (trx, note) => {
        await trx.insertInto('legal_requests').values(rowFromRequest(request)).execute();
        const { id, kind, jurisdiction, dueAt, content, addedBy: by, receivedAt: at } = request;
        const payload = { request: id, kind, jurisdiction, dueAt, content, by, ...about(request.scope) };
        note({ id: newId('record', at), type: 'legal-request.added', at, tenant: request.scope.tenant, payload });
      });
    },

    async findRequest(id) {
      const row = await db.selectFrom('legal_requests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && requestFromRow(row);
    },

    async requests(limit) {
      const rows = await db
        .selectFrom('legal_requests')
        .selectAll()
        .orderBy('closed_at', (order) => order.desc().nullsFirst())
        .orderBy('due_at')
        .limit(limit)
        .execute();
      return rows.map(requestFromRow);
    },

    closeRequest(id, { by, outcome }) {
      return writer.change(async (trx, note) => {
        const at = clock();
        const row = await trx
          .updateTable('legal_requests')
          .set({ closed_at: at, closed_by: by, outcome })
          .where('id', '=', id)
          .where('closed_at', 'is', null)
          .returningAll()
          .executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`open legal request ${id}`]);
        const tenant = row.tenant as TenantId;
        note({ id: newId('record', at), type: 'legal-request.closed', at, tenant, payload: { request: id, by } });
        return requestFromRow(row);
      });
    },

    async note(type, tenant, payload) {
      const at = clock();
      await writer.change(async (_trx, note) => note({ id: newId('record', at), type, at, tenant, payload }));
    },

    alarmOverdue(now) {
      return writer.change(async (trx, note, _seal, tell) => {
        const rows = await trx
          .updateTable('legal_requests')
          .set({ overdue_at: now })
          .where('closed_at', 'is', null)
          .where('overdue_at', 'is', null)
          .where('due_at', '<=', now)
          .returningAll()
          .execute();
        for (const { id, due_at: due, ...row } of rows) {
          const tenant = row.tenant as TenantId;
          note({
            id: newId('record', now),
            type: 'legal-request.overdue',
            at: now,
            tenant,
            payload: { request: id, due },
          });
          tell({ type: 'alarm.raised', tenant, alarm: 'legal-request-overdue', at: now, ids: { request: id, due } });
        }
        return rows.length;
      });
    },
  };
}

/** How much a scope takes in, without whom: the record stays when the person is erased. */
function about({ person, verdicts, since, until }: LegalHold['scope'] | LegalRequest['scope']) {
  return {
    ...(person && { about: person.kind }),
    ...(verdicts.length > 0 && { verdicts: verdicts.length }),
    ...(since !== null && { since }),
    ...(until !== null && { until }),
  };
}
