import {
  type Actor,
  errors,
  type Member,
  type MemberChange,
  type MemberId,
  type MemberRole,
  newId,
  type TenantId,
} from '@tyrian/contracts';
import { can, mayGrant } from './capabilities.js';
import type { Invitation, MemberParts } from './parts.js';
import { hashCode, newInvitationCode } from './secrets.js';

const INVITATION_MS = 72 * 3_600_000;

/** Who changes the team: a member, or whoever owns the data folder, who may do everything. */
export type ChangedBy = Actor | 'owner';

export interface NewMember {
  readonly name: string;
  readonly roles: readonly MemberRole[];
  readonly tenant: TenantId | null;
  readonly languages?: readonly string[] | undefined;
}

/** What others change; that somebody accepts child safety only they can say. */
export type TeamChange = Omit<MemberChange, 'acceptsChildSafety'>;

export interface Team {
  /** Those of their tenant, where the asker has one. */
  list(by: ChangedBy): Promise<readonly Member[]>;
  /** The code is in the answer and nowhere else, valid for three days. Throws MEMBER_EXISTS or what `change` throws. */
  invite(member: NewMember, by: ChangedBy): Promise<{ readonly member: Member; readonly invitation: Invitation }>;
  /** Throws CAPABILITY_MISSING, ROLE_NOT_YOURS_TO_GIVE, LAST_ADMIN or NOT_FOUND. */
  change(id: MemberId, change: TeamChange, by: ChangedBy): Promise<Member>;
  /** Shuts somebody out at once, on all machines; `why` goes on record. Throws what `change` throws. */
  disable(id: MemberId, by: ChangedBy, why?: string): Promise<Member>;
  /** Ends all sessions of somebody; returns how many. Throws what `change` throws. */
  revokeSessions(id: MemberId, by: ChangedBy): Promise<number>;
  /**
   * For who is locked out or comes back: password, one-time codes and sessions are gone, and a new code lets them in.
   * Throws what `change` throws.
   */
  reset(id: MemberId, by: ChangedBy): Promise<{ readonly member: Member; readonly invitation: Invitation }>;
}

export function createTeam({ store, now }: MemberParts): Team {
  const changed = (by: ChangedBy) => ({ by: by === 'owner' ? by : by.member, at: now() });

  /** Nobody changes who may do what they themselves may not. */
  async function reachable(id: MemberId, by: ChangedBy): Promise<Member> {
    const member = (await store.find(id))?.member;
    if (!member || !isInReach(member.tenant, by)) throw errors.NOT_FOUND([`member ${id}`]);
    refuseBeyond(member.roles, by);
    return member;
  }

  function invitationOf(member: MemberId) {
    const code = newInvitationCode();
    const until = now() + INVITATION_MS;
    return { shown: { code, member, until }, kept: { hash: hashCode(code), until } };
  }

  return {
    async list(by) {
      const all = await store.list();
      return all.filter(({ tenant }) => isInReach(tenant, by));
    },

    async invite({ name, roles, tenant, languages = [] }, by) {
      refuseBeyond(roles, by);
      refuseOtherTenant(tenant, by);
      const at = now();
      const id = newId('member', at);
      const { shown, kept } = invitationOf(id);
      const member = await store.add(
        {
          ...{ id, name, roles: [...new Set(roles)], tenant, languages: [...languages], createdAt: at },
          ...{ acceptsChildSafety: false, hasPassword: false, hasOneTimeCodes: false, disabledAt: null },
        },
        kept,
        changed(by),
      );
      return { member, invitation: shown };
    },

    async change(id, { roles, tenant, languages }, by) {
      await reachable(id, by);
      if (roles) refuseBeyond(roles, by);
      if (tenant !== undefined) refuseOtherTenant(tenant, by);
      const wanted = {
        ...(roles && { roles: [...new Set(roles)] }),
        ...(tenant !== undefined && { tenant }),
        ...(languages && { languages }),
      };
      return found(id, await store.change(id, wanted, changed(by)));
    },

    async disable(id, by, why) {
      await reachable(id, by);
      return found(id, await store.disable(id, { ...changed(by), why }));
    },

    async revokeSessions(id, by) {
      await reachable(id, by);
      return store.sessions.endAll(id, 'revoked', changed(by));
    },

    async reset(id, by) {
      await reachable(id, by);
      const { shown, kept } = invitationOf(id);
      return { member: found(id, await store.reset(id, kept, changed(by))), invitation: shown };
    },
  };
}

function refuseBeyond(roles: readonly MemberRole[], by: ChangedBy): void {
  if (by === 'owner') return;
  if (!can(by, 'members.change')) throw errors.CAPABILITY_MISSING(['members.change']);
  const beyond = roles.find((role) => !mayGrant(by, role));
  if (beyond !== undefined) throw errors.ROLE_NOT_YOURS_TO_GIVE([beyond]);
}

function isInReach(tenant: TenantId | null, by: ChangedBy): boolean {
  return by === 'owner' || by.tenant === null || by.tenant === tenant;
}

function refuseOtherTenant(tenant: TenantId | null, by: ChangedBy): void {
  if (!isInReach(tenant, by))
    throw errors.ROLE_NOT_YOURS_TO_GIVE([tenant === null ? 'all tenants' : `tenant ${tenant}`]);
}

function found(id: MemberId, member: Member | undefined): Member {
  if (!member) throw errors.NOT_FOUND([`member ${id}`]);
  return member;
}
