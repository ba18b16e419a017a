import type { Keys, MemberStore } from '@tyrian/contracts';
import { type Account, createAccount } from './account.js';
import { createLimits } from './limits.js';
import { createPasswords } from './passwords.js';
import { createMemberSessions, type MemberSessions } from './sessions.js';
import { createSignIn, type SignIn } from './sign-in.js';
import { createTeam, type Team } from './team.js';

/** People who sign in: how they come in, what they do with their account, and who changes the team. */
export interface Members {
  readonly signIn: SignIn;
  readonly account: Account;
  readonly sessions: MemberSessions;
  readonly team: Team;
}

/**
 * Everything about members. Nothing is cached: who is changed or shut out on one machine is so on all at once.
 *
 * @example
 * const members = createMembers({ members: store.members, keys });
 * const code = await members.signIn.createFirstCode();
 */
export function createMembers({
  members: store,
  keys,
  now = Date.now,
}: {
  members: MemberStore;
  keys: Keys;
  now?: () => number;
}): Members {
  const limits = createLimits({ attempts: store.attempts, keys });
  const parts = { store, keys, passwords: createPasswords(), limits, now };
  return {
    signIn: createSignIn(parts),
    account: createAccount(parts),
    sessions: createMemberSessions(parts),
    team: createTeam(parts),
  };
}
