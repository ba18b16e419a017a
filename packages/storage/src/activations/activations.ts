import { createHash } from 'node:crypto';
import {
  type Activation,
  ActivationChange,
  type Activations,
  activationKey,
  errors,
  type NewActivation,
  newId,
  type Policy,
  SYSTEM_TENANT,
  type TenantId,
} from '@tyrian/contracts';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { activationRecord } from './activation-record.js';

export function createActivations(parts: {
  database: Database;
  writer: ChainWriter;
  clock: () => number;
}): Activations {
  const { database, writer, clock } = parts;
  const { db } = database;
  return {
    async revision() {
      const row = await db
        .selectFrom('activations')
        .select('revision')
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.revision ?? 0;
    },

    async current() {
      const rows = await db
        .selectFrom('activations')
        .selectAll()
        .distinctOn(['tenant', 'key'])
        .orderBy('tenant')
        .orderBy('key')
        .orderBy('revision', 'desc')
        .execute();
      const entries = rows.map(activationFromRow).sort((a, b) => a.revision - b.revision);
      return { revision: entries.at(-1)?.revision ?? 0, entries };
    },

    async history({ tenant, kind, limit }) {
      let select = db.selectFrom('activations').selectAll();
      if (tenant !== undefined) select = select.where('tenant', '=', tenant ?? '');
      if (kind) select = select.where('kind', '=', kind);
      const rows = await select.orderBy('revision', 'desc').limit(limit).execute();
      return rows.map(activationFromRow);
    },

    activate(wanted) {
      return writer.change(async (trx, note) => {
        const at = clock();
        await saveFiles(trx, wanted, at);
        const activation: Activation = {
          revision: await nextRevision(trx),
          tenant: wanted.tenant,
          at,
          by: wanted.by,
          note: wanted.note,
          change: wanted.change,
        };
        await trx.insertInto('activations').values(rowFromActivation(activation)).execute();
        note({ ...activationRecord(activation), id: newId('record', at), at, tenant: wanted.tenant ?? SYSTEM_TENANT });
        return activation;
      });
    },

    async lexicon(hash) {
      const row = await db.selectFrom('lexicons').select('yaml').where('hash', '=', hash).executeTakeFirst();
      return row?.yaml;
    },
  };
}

/** One after another, so that whoever has seen a revision has seen all before it. */
async function nextRevision(trx: Transaction<Tables>): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('tyrian activations ' || current_schema()))`.execute(trx);
  const { last } = await trx
    .selectFrom('activations')
    .select(({ fn }) => fn.max<number | null>('revision').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** What is named by hash must be there once the change is, whether it came along or was stored before. */
async function saveFiles(trx: Transaction<Tables>, { change, files }: NewActivation, at: number): Promise<void> {
  if (change.kind === 'policy' && change.policy) await savePolicy(trx, change.policy.hash, files?.policy, at);
  if (change.kind === 'lexicon' && change.hash !== null) await saveLexicon(trx, change.hash, files?.lexicon, at);
}

async function savePolicy(trx: Transaction<Tables>, hash: string, policy: Policy | undefined, at: number) {
  if (policy) {
    await trx
      .insertInto('policies')
      .values({ hash, policy: JSON.stringify(policy), saved_at: at })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    return;
  }
  const found = await trx.selectFrom('policies').select('hash').where('hash', '=', hash).executeTakeFirst();
  if (!found) throw errors.ACTIVATION_INVALID([`policy ${hash} is not stored`]);
}

async function saveLexicon(trx: Transaction<Tables>, hash: string, yaml: string | undefined, at: number) {
  if (yaml !== undefined) {
    if (createHash('sha256').update(yaml).digest('hex') !== hash)
      throw errors.ACTIVATION_INVALID(['the lexicon is not the one that its hash names']);
    await trx
      .insertInto('lexicons')
      .values({ hash, yaml, saved_at: at })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    return;
  }
  const found = await trx.selectFrom('lexicons').select('hash').where('hash', '=', hash).executeTakeFirst();
  if (!found) throw errors.ACTIVATION_INVALID([`lexicon ${hash} is not stored`]);
}

function rowFromActivation({ revision, tenant, at, by, note, change }: Activation) {
  const { kind } = change;
  return {
    revision,
    tenant: tenant ?? '',
    key: activationKey(change),
    kind,
    change: JSON.stringify(change),
    at,
    by_whom: by,
    note,
  };
}

function activationFromRow(row: Selectable<Tables['activations']>): Activation {
  return {
    revision: row.revision,
    tenant: row.tenant === '' ? null : (row.tenant as TenantId),
    at: row.at,
    by: row.by_whom,
    note: row.note,
    change: ActivationChange.parse(row.change),
  };
}
