import { type KeptMember, Member, type Session, SYSTEM_TENANT, type TenantId } from '@tyrian/contracts';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.js';

export type MemberRow = Selectable<Tables['members']>;

export function memberFromRow(row: MemberRow): Member {
  return Member.parse({
    id: row.id,
    name: row.name,
    roles: row.roles,
    tenant: row.tenant,
    acceptsChildSafety: row.accepts_child_safety,
    languages: row.languages,
    hasPassword: row.password !== null,
    hasOneTimeCodes: row.codes !== null,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  });
}

export function keptFromRow(row: MemberRow): KeptMember {
  return {
    member: memberFromRow(row),
    secrets: { password: row.password, codes: row.codes, begun: row.codes_begun },
  };
}

export function sessionFromRow(row: Selectable<Tables['sessions']>): Session {
  return {
    id: row.id as Session['id'],
    member: row.member as Session['member'],
    stage: row.stage,
    openedAt: row.opened_at,
    seenAt: row.seen_at,
    confirmedAt: row.confirmed_at,
    endsAt: row.ends_at,
  };
}

/** Whose record it is that something about a member happened. */
export function tenantOf(row: { readonly tenant: string | null }): TenantId {
  return row.tenant === null ? SYSTEM_TENANT : (row.tenant as TenantId);
}

export async function findRow(db: Kysely<Tables>, id: string): Promise<MemberRow | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst();
}

/** One process after another, so that two do not take the last admin away, or make two first members. */
export async function takeMembersTurn(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tyrian members ' || current_schema()))`.execute(trx);
}
