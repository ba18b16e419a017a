import { errors, type Member, type MemberId, type MemberStore, memberNameKey } from '@tyrian/contracts';
import type { Insertable, Transaction } from 'kysely';
import type { ChainWriter } from '../chain/chain-writer.js';
import type { Tables } from '../database/tables.js';
import { forgetInvitations, noteMember } from './note-member.js';
import { findRow, memberFromRow, takeMembersTurn } from './rows.js';

/** How somebody becomes a member. */
export function createAdditions({ writer }: { writer: ChainWriter }): Pick<MemberStore, 'addFirst' | 'add' | 'join'> {
  return {
    addFirst: (member, password, invitation) =>
      writer.change(async (trx, note) => {
        await takeMembersTurn(trx);
        if (await trx.selectFrom('members').select('id').limit(1).executeTakeFirst()) throw errors.MEMBERS_EXIST();
        const used = await trx
          .deleteFrom('invitations')
          .where('hash', '=', invitation)
          .where('member', 'is', null)
          .where('until', '>', member.createdAt)
          .returning('hash')
          .executeTakeFirst();
        if (!used) throw errors.INVITATION_REFUSED();
        const row = await trx
          .insertInto('members')
          .values({ ...rowOf(member), password })
          .returningAll()
          .executeTakeFirstOrThrow();
        noteMember(note, 'member.added', row, {
          by: member.id,
          at: member.createdAt,
          roles: member.roles,
          first: true,
        });
        return memberFromRow(row);
      }),

    add: (member, invitation, { by, at }) =>
      writer.change(async (trx, note) => {
        await takeMembersTurn(trx);
        if (await isTaken(trx, member)) throw errors.MEMBER_EXISTS();
        const row = await trx.insertInto('members').values(rowOf(member)).returningAll().executeTakeFirstOrThrow();
        await trx
          .insertInto('invitations')
          .values({ ...invitation, member: member.id })
          .execute();
        noteMember(note, 'member.added', row, { by, at, roles: member.roles });
        return memberFromRow(row);
      }),

    join: (invitation, password, at) =>
      writer.change(async (trx, note) => {
        const used = await trx
          .deleteFrom('invitations')
          .where('hash', '=', invitation)
          .where('until', '>', at)
          .where('member', 'is not', null)
          .returning('member')
          .executeTakeFirst();
        const before = used?.member == null ? undefined : await findRow(trx, used.member);
        if (!before || before.disabled_at !== null) return undefined;
        await forgetInvitations(trx, before.id as MemberId);
        const row = await trx
          .updateTable('members')
          .set({ password })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        noteMember(note, 'member.changed', row, { by: row.id, at, what: ['password'] });
        return memberFromRow(row);
      }),
  };
}

async function isTaken(trx: Transaction<Tables>, { name }: Member): Promise<boolean> {
  const row = await trx
    .selectFrom('members')
    .select('id')
    .where('name_key', '=', memberNameKey(name))
    .executeTakeFirst();
  return row !== undefined;
}

function rowOf(member: Member): Insertable<Tables['members']> {
  return {
    id: member.id,
    name: member.name,
    name_key: memberNameKey(member.name),
    roles: JSON.stringify(member.roles),
    tenant: member.tenant,
    accepts_child_safety: member.acceptsChildSafety,
    languages: JSON.stringify(member.languages),
    created_at: member.createdAt,
    disabled_at: null,
    password: null,
    codes: null,
    codes_begun: null,
    codes_step: 0,
    recovery: '[]',
  };
}
