import type { MemberId, SessionId, TenantId } from '../ids.js';
import type { Member, MemberRole } from '../member.js';

/** Under the key that is named, bound to the member that it belongs to. */
export interface SealedSecret {
  readonly keyId: string;
  /** Base64url. */
  readonly sealed: string;
}

/** What only sign-in reads. */
export interface MemberSecrets {
  /** Argon2id, as a PHC string. */
  readonly password: string | null;
  /** Of one-time codes that are asked for. */
  readonly codes: SealedSecret | null;
  /** Of one-time codes that wait for a first right one. */
  readonly begun: SealedSecret | null;
}

export interface KeptMember {
  readonly member: Member;
  readonly secrets: MemberSecrets;
}

/** Who changes something, for the record: the id of a member, or `owner` for whoever owns the data folder. */
export interface Changed {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface MemberChange {
  readonly roles?: readonly MemberRole[] | undefined;
  readonly tenant?: TenantId | null | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly acceptsChildSafety?: boolean | undefined;
}

export type EndedWhy = 'signed-out' | 'revoked' | 'expired' | 'password' | 'codes' | 'disabled' | 'reset';

export interface Session {
  readonly id: SessionId;
  readonly member: MemberId;
  /** `code`: the password was right, the one-time code is still to come. */
  readonly stage: 'code' | 'open';
  readonly openedAt: number;
  readonly seenAt: number;
  /** When a password or code was last given. */
  readonly confirmedAt: number;
  readonly endsAt: number;
}

export interface NewSession extends Session {
  /** Hex of SHA-256 of the secret in the cookie. */
  readonly hash: string;
}

export interface SessionMember extends KeptMember {
  readonly session: Session;
}

export interface Sessions {
  /** Only a session that is open, not one that waits for a code, leaves a record. */
  open(session: NewSession): Promise<void>;
  /** With the member as they are now; undefined for what has ended or whose member is disabled. */
  find(hash: string, now: number): Promise<SessionMember | undefined>;
  /** Notes work, unless the last was before `idleSince`. */
  touch(id: SessionId, at: number, idleSince: number): Promise<void>;
  /** Notes that password or code was given: unlocks. */
  confirm(id: SessionId, at: number): Promise<void>;
  /** Newest first, those that are open. */
  list(member: MemberId, now: number): Promise<readonly Session[]>;
  /** Says whether it was there. */
  end(id: SessionId, why: EndedWhy, changed: Changed): Promise<boolean>;
  /** All of a member, but `except`; returns how many. */
  endAll(
    member: MemberId,
    why: EndedWhy,
    changed: Changed & { readonly except?: SessionId | undefined },
  ): Promise<number>;
  /** Those whose time is over, invitations too; returns how many sessions. */
  expire(now: number): Promise<number>;
}

/** Codes to come in with, each used once, kept as hashes. */
export interface Invitations {
  /** The code for the first member; the one before no longer counts. */
  setFirst(hash: string, until: number): Promise<void>;
  isFirst(hash: string, now: number): Promise<boolean>;
  /** Whose it is; undefined for what is unknown or too old. */
  find(hash: string, now: number): Promise<MemberId | undefined>;
}

export interface SignInAttempts {
  /**
   * Counts a try on each of the subjects, before it is looked at; a number instead where one of them must wait until then,
   * in milliseconds since 1970. `free` tries wait for nothing; then the wait doubles from a second to `longestMs`.
   */
  take(
    subjects: readonly string[],
    limit: { readonly now: number; readonly free: number; readonly longestMs: number },
  ): Promise<number | undefined>;
  /** Forgets the tries on some, and takes the last one back on others. */
  succeeded(forgotten: readonly string[], takenBack: readonly string[]): Promise<void>;
  /** Those on which nothing was tried since; returns how many. */
  forget(before: number): Promise<number>;
}

export interface SignInRefused {
  /** Null where the name is nobody's. */
  readonly member: MemberId | null;
  readonly why: 'name' | 'password' | 'code' | 'invitation';
  readonly at: number;
}

/** Who works at the platform. Every change leaves its record in the same transaction; no record holds a name. */
export interface MemberStore {
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly attempts: SignInAttempts;
  isEmpty(): Promise<boolean>;
  /** The first of all, by the code for that. Throws MEMBERS_EXIST or INVITATION_REFUSED. */
  addFirst(member: Member, password: string, invitation: string): Promise<Member>;
  /** With the hash of a code to come in with. Throws MEMBER_EXISTS. */
  add(member: Member, invitation: { readonly hash: string; readonly until: number }, changed: Changed): Promise<Member>;
  find(id: MemberId): Promise<KeptMember | undefined>;
  /** Whatever the case of the name. */
  findByName(name: string): Promise<KeptMember | undefined>;
  /** By name. */
  list(): Promise<readonly Member[]>;
  /** Throws LAST_ADMIN. Without the role child-safety nobody accepts it. */
  change(id: MemberId, change: MemberChange, changed: Changed): Promise<Member | undefined>;
  /** Ends their sessions and invitations. Throws LAST_ADMIN. */
  disable(id: MemberId, changed: Changed & { readonly why?: string | undefined }): Promise<Member | undefined>;
  /** Takes password, one-time codes and sessions away, and gives a new code to come in with; also to who was disabled. */
  reset(
    id: MemberId,
    invitation: { readonly hash: string; readonly until: number },
    changed: Changed,
  ): Promise<Member | undefined>;
  /** Uses an invitation up. Undefined where it is not valid any more. */
  join(invitation: string, password: string, at: number): Promise<Member | undefined>;
  /** Ends their other sessions. */
  setPassword(
    id: MemberId,
    password: string,
    changed: Changed & { readonly keep: SessionId | undefined },
  ): Promise<void>;
  /** The same password under a stronger hash; leaves no record. False where it was changed meanwhile. */
  rehash(id: MemberId, before: string, after: string): Promise<boolean>;
  beginCodes(id: MemberId, secret: SealedSecret): Promise<void>;
  /** Asks for what was begun from now on; `recovery` are hashes. Ends their other sessions. False where nothing was begun. */
  confirmCodes(
    id: MemberId,
    codes: { readonly begun: SealedSecret; readonly step: number; readonly recovery: readonly string[] },
    changed: Changed & { readonly keep: SessionId },
  ): Promise<boolean>;
  removeCodes(id: MemberId, changed: Changed): Promise<void>;
  /** Each step of one-time codes counts once: false for one that is not after the last. */
  useStep(id: MemberId, step: number): Promise<boolean>;
  /** False where no recovery code has this hash. */
  useRecovery(id: MemberId, hash: string, at: number): Promise<boolean>;
  noteRefused(refused: SignInRefused): Promise<void>;
}
