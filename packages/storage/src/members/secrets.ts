import type { MemberStore } from '@tyrian/contracts';
import { sql } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Database } from '../database/database.js';
import { noteMember } from './note-member.js';
import { endAllIn } from './sessions.js';

type Secrets = Pick<
  MemberStore,
  'setPassword' | 'rehash' | 'beginCodes' | 'confirmCodes' | 'removeCodes' | 'useStep' | 'useRecovery'
>;

/** What a member signs in with. */
export function createSecrets({ database: { db }, writer }: { database: Database; writer: ChainWriter }): Secrets {
  return {
    setPassword: (id, password, { by, at, keep }) =>
      writer.change(async (trx, note) => {
        const row = await trx
          .updateTable('members')
          .set({ password })
          .where('id', '=', id)
          .returning(['id', 'tenant'])
          .executeTakeFirstOrThrow();
        await endAllIn(trx, note, id, { why: 'password', by, at, except: keep });
        noteMember(note, 'member.changed', row, { by, at, what: ['password'] });
      }),

    async rehash(id, before, after) {
      const { numUpdatedRows } = await db
        .updateTable('members')
        .set({ password: after })
        .where('id', '=', id)
        .where('password', '=', before)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async beginCodes(id, secret) {
      await db
        .updateTable('members')
        .set({ codes_begun: JSON.stringify(secret) })
        .where('id', '=', id)
        .execute();
    },

    confirmCodes: (id, { begun, step, recovery }, { by, at, keep }) =>
      writer.change(async (trx, note) => {
        const row = await trx
          .updateTable('members')
          .set({
            codes: JSON.stringify(begun),
            codes_begun: null,
            codes_step: step,
            recovery: JSON.stringify(recovery),
          })
          .where('id', '=', id)
          .where('codes_begun', '=', sql<never>`${JSON.stringify(begun)}::jsonb`)
          .returning(['id', 'tenant'])
          .executeTakeFirst();
        if (!row) return false;
        await endAllIn(trx, note, id, { why: 'codes', by, at, except: keep });
        noteMember(note, 'member.changed', row, { by, at, what: ['codes'], on: true });
        return true;
      }),

    removeCodes: (id, { by, at }) =>
      writer.change(async (trx, note) => {
        const row = await trx
          .updateTable('members')
          .set({ codes: null, codes_begun: null, codes_step: 0, recovery: '[]' })
          .where('id', '=', id)
          .returning(['id', 'tenant'])
          .executeTakeFirstOrThrow();
        noteMember(note, 'member.changed', row, { by, at, what: ['codes'], on: false });
      }),

    async useStep(id, step) {
      const { numUpdatedRows } = await db
        .updateTable('members')
        .set({ codes_step: step })
        .where('id', '=', id)
        .where('codes_step', '<', step)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    useRecovery: (id, hash, at) =>
      writer.change(async (trx, note) => {
        const row = await trx
          .updateTable('members')
          .set({ recovery: sql`recovery - ${hash}::text` })
          .where('id', '=', id)
          .where(sql<boolean>`jsonb_exists(recovery, ${hash}::text)`)
          .returning(['id', 'tenant', 'recovery'])
          .executeTakeFirst();
        if (!row) return false;
        noteMember(note, 'member.changed', row, { by: id, at, what: ['recovery'], left: row.recovery.length });
        return true;
      }),
  };
}
