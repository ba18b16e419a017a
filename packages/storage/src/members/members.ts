import { type MemberStore, memberNameKey, newId, SYSTEM_TENANT } from '@tyrian/contracts';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { createAdditions } from './add-members.js';
import { createAttempts } from './attempts.js';
import { createChanges } from './change-members.js';
import { createInvitations } from './invitations.js';
import { findRow, keptFromRow, memberFromRow, tenantOf } from './rows.js';
import { createSecrets } from './secrets.js';
import { createSessions } from './sessions.js';

export function createMembers(parts: { database: Database; writer: ChainWriter }): MemberStore {
  const {
    database: { db },
    writer,
  } = parts;
  return {
    sessions: createSessions(parts),
    invitations: createInvitations(parts),
    attempts: createAttempts(parts),
    ...createAdditions(parts),
    ...createChanges(parts),
    ...createSecrets(parts),

    async isEmpty() {
      return (await db.selectFrom('members').select('id').limit(1).execute()).length === 0;
    },

    async find(id) {
      const row = await findRow(db, id);
      return row && keptFromRow(row);
    },

    async findByName(name) {
      const row = await db
        .selectFrom('members')
        .selectAll()
        .where('name_key', '=', memberNameKey(name))
        .executeTakeFirst();
      return row && keptFromRow(row);
    },

    async list() {
      const rows = await db.selectFrom('members').selectAll().orderBy('name_key').execute();
      return rows.map(memberFromRow);
    },

    async noteRefused({ member, why, at }) {
      await writer.change(async (trx, note) => {
        const row = member === null ? undefined : await findRow(trx, member);
        const tenant = row ? tenantOf(row) : SYSTEM_TENANT;
        note({ id: newId('record', at), type: 'sign-in.refused', at, tenant, payload: { member, why } });
      });
    },
  };
}
