import { MEMBER_ROLES, MemberId, MemberName, MemberRole, TenantId } from '@tyrian/contracts';
import { z } from 'zod';
import { type OperatorContext, operation } from './operation.js';

const Roles = z.array(MemberRole).min(1).max(MEMBER_ROLES.length);
const Languages = z.array(z.string().min(2).max(20)).max(40);
const One = z.object({ id: MemberId });

/** A member within what they may do; without one it is the owner of the data folder, who may do everything. */
const askedBy = ({ actor }: Pick<OperatorContext, 'actor'>) => actor ?? 'owner';

/** What can be done with the team. A code is in the answer that makes it and nowhere else. */
export const MEMBER_OPERATIONS = {
  'member.list': operation(z.object({}), (context) => context.members.team.list(askedBy(context))),
  'member.invite': operation(
    z.object({ name: MemberName, roles: Roles, tenant: TenantId.nullable(), languages: Languages.optional() }),
    (context, wanted) => context.members.team.invite(wanted, askedBy(context)),
  ),
  'member.change': operation(
    z.object({
      id: MemberId,
      roles: Roles.optional(),
      tenant: TenantId.nullable().optional(),
      languages: Languages.optional(),
    }),
    (context, { id, ...change }) => context.members.team.change(id, change, askedBy(context)),
  ),
  'member.disable': operation(
    One.extend({ why: z.string().trim().min(1).max(500).optional() }),
    (context, { id, why }) => context.members.team.disable(id, askedBy(context), why),
  ),
  'member.revoke-sessions': operation(One, async (context, { id }) => ({
    ended: await context.members.team.revokeSessions(id, askedBy(context)),
  })),
  'member.reset': operation(One, (context, { id }) => context.members.team.reset(id, askedBy(context))),
} as const;
