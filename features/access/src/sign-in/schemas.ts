import { Capability, Member, MemberName, SessionId } from '@tyrian/contracts';
import { z } from 'zod';

/** Longer ones only cost time. */
const PASSWORD_CHARACTERS = 256;
const CODE_CHARACTERS = 64;
const Milliseconds = z.number().int().describe('Milliseconds since 1970');

const Password = z.string().min(1).max(PASSWORD_CHARACTERS);
const Code = z.string().min(1).max(CODE_CHARACTERS);
export const Nothing = z.strictObject({}).nullish();
export const Done = z.object({ done: z.literal(true) });

export const SignInRequest = z.strictObject({ name: z.string().min(1).max(100), password: Password });
export const FirstRequest = z.strictObject({ code: Code, name: MemberName, password: Password });
export const JoinRequest = z.strictObject({ code: Code, password: Password });
export const CodeRequest = z.strictObject({ code: Code });
export const UnlockRequest = z.strictObject({ password: Password });
export const PasswordRequest = z.strictObject({ current: Password, next: Password });
export const AcceptRequest = z.strictObject({ accepts: z.boolean() });
export const RevokeRequest = z.strictObject({ id: SessionId });

export const Next = z.object({
  next: z.enum(['console', 'code']).describe('`code`: the one-time code is still to come'),
});

export const SessionView = z.object({
  member: Member,
  capabilities: z.array(Capability),
  session: SessionId,
  openedAt: Milliseconds,
  confirmedAt: Milliseconds.describe('When password or code was last given'),
  idleAt: Milliseconds.describe('It is locked then unless something is done before'),
  endsAt: Milliseconds,
});

export const SessionList = z.array(
  z.object({
    id: SessionId,
    openedAt: Milliseconds,
    seenAt: Milliseconds,
    endsAt: Milliseconds,
    isThis: z.boolean(),
  }),
);
