import type { Keys, Member, MemberId, MemberStore, Session } from '@tyrian/contracts';
import type { Limits } from './limits.js';
import type { Passwords } from './passwords.js';

/** What everything about members works with. */
export interface MemberParts {
  readonly store: MemberStore;
  readonly keys: Keys;
  readonly passwords: Passwords;
  readonly limits: Limits;
  readonly now: () => number;
}

/** What a sign-in gives the browser. */
export interface Opened {
  /** The secret for the cookie; in this answer and nowhere else. */
  readonly token: string;
  readonly session: Session;
  readonly member: Member;
  /** For a cookie that outlives the session; absent while a code is still to come. */
  readonly known: string | undefined;
}

/** A code that lets somebody in, shown once. */
export interface Invitation {
  readonly code: string;
  readonly member: MemberId;
  readonly until: number;
}
