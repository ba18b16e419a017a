import {
  type EvidenceId,
  type EvidenceSummary,
  errors,
  type Keys,
  newId,
  type TenantId,
  type Vault,
  type VerdictId,
} from '@tyrian/contracts';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { idsByTenant } from '../records/by-tenant.js';
import { openEvidence } from './envelope.js';

const EXPIRED_AT_ONCE = 500;

export function createVault(parts: {
  database: Database;
  writer: ChainWriter;
  keys: Keys;
  clock: () => number;
}): Vault {
  const { database, writer, keys, clock } = parts;
  const summaries = () =>
    database.db
      .selectFrom('evidence')
      .select(['id', 'tenant', 'kind', 'verdict', 'at', 'expires_at', 'legal_hold', 'jurisdiction', 'key_id'])
      .select(sql<number>`length(sealed)`.as('bytes'));
  return {
    async find(id) {
      const row = await summaries().where('id', '=', id).executeTakeFirst();
      return row && summaryFromRow(row);
    },

    async findByVerdict(tenant, verdict, kinds) {
      const row = await summaries()
        .where('verdict', '=', verdict)
        .where('tenant', '=', tenant)
        .where('kind', 'in', kinds)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row && summaryFromRow(row);
    },

    open(id, view) {
      return writer.change(async (trx, note) => {
        const row = await trx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) throw errors.NOT_FOUND([`evidence ${id}`]);
        const found = await trx.selectFrom('cases').select('evidence').where('id', '=', view.case).executeTakeFirst();
        if (found?.evidence !== id) throw errors.NOT_FOUND([`case ${view.case} about this evidence`]);
        const bound = { id, tenant: row.tenant as TenantId, verdict: row.verdict as VerdictId };
        const content = openEvidence(
          { ...bound, sealed: row.sealed, wrappedKey: row.wrapped_key },
          keys.byId(row.key_id),
        );
        const at = clock();
        note({
          id: newId('record', at),
          type: 'evidence.opened',
          at,
          tenant: bound.tenant,
          payload: { evidence: id, verdict: row.verdict, case: view.case, by: view.by },
        });
        return content;
      });
    },

    async expire(now) {
      let expired = 0;
      for (let last = EXPIRED_AT_ONCE; last === EXPIRED_AT_ONCE; expired += last) {
        last = await writer.change((trx, note) => expireIn(trx, note, { now, at: clock() }));
      }
      return expired;
    },
  };
}

/** Evidence on legal hold stays, however long it takes. */
async function expireIn(trx: Transaction<Tables>, note: Note, time: { now: number; at: number }): Promise<number> {
  const due = trx
    .selectFrom('evidence')
    .select('id')
    .where('expires_at', '<=', time.now)
    .where('legal_hold', '=', false)
    .orderBy('expires_at')
    .limit(EXPIRED_AT_ONCE)
    .forUpdate();
  const gone = await trx.deleteFrom('evidence').where('id', 'in', due).returning(['id', 'tenant']).execute();
  for (const [tenant, ids] of idsByTenant(gone)) {
    note({
      id: newId('record', time.at),
      type: 'evidence.expired',
      at: time.at,
      tenant,
      payload: { ids: ids.sort(), count: ids.length },
    });
  }
  return gone.length;
}

type SummaryRow = Omit<Selectable<Tables['evidence']>, 'sealed' | 'wrapped_key'> & { readonly bytes: number };

function summaryFromRow(row: SummaryRow): EvidenceSummary {
  return {
    id: row.id as EvidenceId,
    tenant: row.tenant as TenantId,
    kind: row.kind,
    verdict: row.verdict as VerdictId,
    at: row.at,
    expiresAt: row.expires_at,
    legalHold: row.legal_hold,
    jurisdiction: row.jurisdiction,
    keyId: row.key_id,
    bytes: row.bytes,
  };
}
