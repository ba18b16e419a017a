import { Member, MemberId } from '@tyrian/contracts';
import { z } from 'zod';
import type { Offers } from './offer.js';

const Invited = z.object({
  member: Member,
  invitation: z.object({
    code: z.string().describe('Lets them in once; in this answer and nowhere else'),
    member: MemberId,
    until: z.number().int(),
  }),
});

/** What the console may ask about the team. */
export const OFFERED_MEMBERS = {
  'member.list': { capability: 'members.see', summary: 'The members, by name', output: z.array(Member).readonly() },
  'member.invite': {
    capability: 'members.change',
    confirmed: true,
    summary: 'Add a member, who comes in with a code',
    output: Invited,
  },
  'member.change': {
    capability: 'members.change',
    confirmed: true,
    summary: 'Change the roles, the tenant or the languages of a member',
    output: Member,
  },
  'member.disable': {
    capability: 'members.change',
    confirmed: true,
    summary: 'Shut a member out at once',
    output: Member,
  },
  'member.revoke-sessions': {
    capability: 'members.change',
    confirmed: true,
    summary: 'End all sessions of a member',
    output: z.object({ ended: z.number().int() }),
  },
  'member.reset': {
    capability: 'members.change',
    confirmed: true,
    summary: 'Take password, one-time codes and sessions of a member away, and give a new code to come in with',
    output: Invited,
  },
} as const satisfies Offers;
