import { LegalHold, LegalRequest } from '@tyrian/contracts';
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../database/tables.js';

export function holdFromRow(row: Selectable<Tables['legal_holds']>): LegalHold {
  return LegalHold.parse({
    id: row.id,
    scope: row.scope,
    reason: row.reason,
    by: row.by_whom,
    setAt: row.set_at,
    until: row.until,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    request: row.request,
  });
}

export function rowFromHold(hold: LegalHold): Insertable<Tables['legal_holds']> {
  return {
    id: hold.id,
    tenant: hold.scope.tenant,
    scope: JSON.stringify(hold.scope),
    reason: hold.reason,
    by_whom: hold.by,
    set_at: hold.setAt,
    until: hold.until,
    ended_at: hold.endedAt,
    ended_by: hold.endedBy,
    request: hold.request,
  };
}

export function requestFromRow(row: Selectable<Tables['legal_requests']>): LegalRequest {
  return LegalRequest.parse({
    ...row,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    addedBy: row.added_by,
    overdueAt: row.overdue_at,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
  });
}

export function rowFromRequest(request: LegalRequest): Insertable<Tables['legal_requests']> {
  const { id, kind, authority, basis, reference, jurisdiction, scope, content, outcome } = request;
  return {
    ...{ id, kind, authority, basis, reference, jurisdiction, content, outcome },
    tenant: scope.tenant,
    scope: JSON.stringify(scope),
    received_at: request.receivedAt,
    due_at: request.dueAt,
    added_by: request.addedBy,
    overdue_at: request.overdueAt,
    closed_at: request.closedAt,
    closed_by: request.closedBy,
  };
}
