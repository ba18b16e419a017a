import { ApiKey, type ApiKeyId, type ApiKeys, newId, type RecordType } from '@tyrian/contracts';
import type { Selectable } from 'kysely';
import type { ChainWriter, Note } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';

export function createApiKeys(parts: { database: Database; writer: ChainWriter }): ApiKeys {
  const { database, writer } = parts;
  return {
    async insert(key) {
      await writer.change(async (trx, note) => {
        await trx
          .insertInto('api_keys')
          .values({
            id: key.id,
            tenant: key.tenant,
            name: key.name,
            hash: key.hash,
            hint: key.hint,
            audience: key.audience,
            refusal: key.refusal,
            policy: key.policy,
            upstream: key.upstream,
            dialect: key.dialect,
            budget: JSON.stringify(key.budget),
            claimed: key.claimed,
            expires_at: key.expiresAt,
            created_at: key.createdAt,
            revoked_at: key.revokedAt,
            previous_hash: key.previous?.hash ?? null,
            previous_until: key.previous?.until ?? null,
          })
          .execute();
        noteKey(note, 'key.created', key, key.createdAt);
      });
    },

    async findByHash(hash) {
      const row = await database.db
        .selectFrom('api_keys')
        .selectAll()
        .where((where) => where.or([where('hash', '=', hash), where('previous_hash', '=', hash)]))
        .executeTakeFirst();
      return row && keyFromRow(row);
    },

    async find(id) {
      const row = await database.db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
      return row && keyFromRow(row);
    },

    async list() {
      const rows = await database.db.selectFrom('api_keys').selectAll().orderBy('id').execute();
      return rows.map(keyFromRow);
    },

    revoke(id: ApiKeyId, at) {
      return writer.change(async (trx, note) => {
        const revoked = await trx
          .updateTable('api_keys')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .returningAll()
          .executeTakeFirst();
        if (revoked) {
          const key = keyFromRow(revoked);
          noteKey(note, 'key.revoked', key, at);
          return key;
        }
        const before = await trx.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
        return before && keyFromRow(before);
      });
    },

    rotate(id, { hash, hint, at, until }) {
      return writer.change(async (trx, note) => {
        const rotated = await trx
          .updateTable('api_keys')
          .set(({ ref }) => ({ previous_hash: ref('hash'), previous_until: until, hash, hint }))
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .returningAll()
          .executeTakeFirst();
        if (!rotated) return undefined;
        const key = keyFromRow(rotated);
        const payload = { key: key.id, name: key.name, overlapUntil: until };
        note({ id: newId('record', at), type: 'key.rotated', at, tenant: key.tenant, payload });
        return key;
      });
    },
  };
}

/** What the key lets in, never what it is: not even its hash. */
function noteKey(note: Note, type: RecordType, key: ApiKey, at: number): void {
  const { id, name, audience, refusal, policy, upstream, dialect, budget, claimed, expiresAt } = key;
  const payload = { key: id, name, audience, refusal, policy, upstream, dialect, budget, claimed, expiresAt };
  note({ id: newId('record', at), type, at, tenant: key.tenant, payload });
}

function keyFromRow(row: Selectable<Tables['api_keys']>): ApiKey {
  return ApiKey.parse({
    id: row.id,
    tenant: row.tenant,
    name: row.name,
    hash: row.hash,
    hint: row.hint,
    audience: row.audience,
    refusal: row.refusal,
    policy: row.policy,
    upstream: row.upstream,
    dialect: row.dialect,
    budget: row.budget,
    claimed: row.claimed,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    previous:
      row.previous_hash === null || row.previous_until === null
        ? null
        : { hash: row.previous_hash, until: row.previous_until },
  });
}
