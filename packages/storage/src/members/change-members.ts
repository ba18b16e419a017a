import { errors, type MemberChange, type MemberStore } from '@tyrian/contracts';
import type { Transaction } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { forgetInvitations, noteMember } from './note-member.js';
import { findRow, type MemberRow, memberFromRow, takeMembersTurn } from './rows.js';
import { endAllIn } from './sessions.js';

/** What others change about a member. */
export function createChanges({ writer }: { writer: ChainWriter }): Pick<MemberStore, 'change' | 'disable' | 'reset'> {
  return {
    change: (id, change, { by, at }) =>
      writer.change(async (trx, note) => {
        await takeMembersTurn(trx);
        const before = await findRow(trx, id);
        if (!before) return undefined;
        const row = await trx
          .updateTable('members')
          .set(changedOf(before, change))
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await refuseWithoutAdmin(trx, before);
        const after = memberFromRow(row);
        noteMember(note, 'member.changed', row, {
          ...{ by, at, what: Object.keys(change), roles: after.roles, of: after.tenant },
          ...{ languages: after.languages, acceptsChildSafety: after.acceptsChildSafety },
        });
        return after;
      }),

    disable: (id, { by, at, why }) =>
      writer.change(async (trx, note) => {
        await takeMembersTurn(trx);
        const before = await findRow(trx, id);
        if (!before || before.disabled_at !== null) return before && memberFromRow(before);
        const row = await trx
          .updateTable('members')
          .set({ disabled_at: at })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await refuseWithoutAdmin(trx, before);
        await forgetInvitations(trx, id);
        await endAllIn(trx, note, id, { why: 'disabled', by, at });
        noteMember(note, 'member.disabled', row, { by, at, ...(why !== undefined && { why }) });
        return memberFromRow(row);
      }),

    reset: (id, invitation, { by, at }) =>
      writer.change(async (trx, note) => {
        await takeMembersTurn(trx);
        const row = await trx
          .updateTable('members')
          .set({ password: null, codes: null, codes_begun: null, codes_step: 0, recovery: '[]', disabled_at: null })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (!row) return undefined;
        await forgetInvitations(trx, id);
        await trx
          .insertInto('invitations')
          .values({ ...invitation, member: id })
          .execute();
        await endAllIn(trx, note, id, { why: 'reset', by, at });
        noteMember(note, 'member.changed', row, { by, at, what: ['reset'] });
        return memberFromRow(row);
      }),
  };
}

function changedOf(before: MemberRow, { roles = before.roles, tenant, languages, acceptsChildSafety }: MemberChange) {
  const accepts = acceptsChildSafety ?? before.accepts_child_safety;
  return {
    roles: JSON.stringify(roles),
    tenant: tenant === undefined ? before.tenant : tenant,
    languages: JSON.stringify(languages ?? before.languages),
    // Who gets the role back must accept it anew.
    accepts_child_safety: accepts && roles.includes('child-safety'),
  };
}

/** Asks only where an admin was changed: an installation that has lost its admins otherwise can still mend things. */
async function refuseWithoutAdmin(trx: Transaction<Tables>, before: MemberRow): Promise<void> {
  if (!isAdmin(before)) return;
  const rows = await trx.selectFrom('members').selectAll().where('disabled_at', 'is', null).execute();
  if (!rows.some(isAdmin)) throw errors.LAST_ADMIN();
}

function isAdmin({ roles, tenant, disabled_at: disabledAt, password }: MemberRow): boolean {
  return disabledAt === null && password !== null && tenant === null && roles.includes('admin');
}
