import { errors, type KeptMember, type Member, newId, type SignInRefused } from '@tyrian/contracts';
import type { Place } from './limits.js';
import { stepOfCode } from './one-time-codes.js';
import type { MemberParts, Opened } from './parts.js';
import { openSecret } from './sealed-secret.js';
import { hashCode, newInvitationCode } from './secrets.js';
import { openSession, type SignedIn } from './sessions.js';

const FIRST_CODE_MS = 24 * 3_600_000;

export interface SignIn {
  /** While there is no member: a code by which the first comes in, valid for a day; it ends the one before. */
  createFirstCode(): Promise<string | undefined>;
  isFirst(): Promise<boolean>;
  /** Throws MEMBERS_EXIST, INVITATION_REFUSED, PASSWORD_WEAK or SIGN_IN_WAITS. */
  first(
    given: { readonly code: string; readonly name: string; readonly password: string },
    place: Place,
  ): Promise<Opened>;
  /** Whoever was invited sets a password. Throws INVITATION_REFUSED, PASSWORD_WEAK or SIGN_IN_WAITS. */
  join(given: { readonly code: string; readonly password: string }, place: Place): Promise<Opened>;
  /** A session at stage `code` where one-time codes are asked for. Throws SIGN_IN_REFUSED or SIGN_IN_WAITS. */
  signIn(given: { readonly name: string; readonly password: string }, place: Place): Promise<Opened>;
  /** A one-time or a recovery code. Throws SIGN_IN_REFUSED or SIGN_IN_WAITS. */
  code(waiting: SignedIn, code: string, place: Place): Promise<Opened>;
  /** Unlocks a session, and confirms that it is them. Throws SIGN_IN_REFUSED or SIGN_IN_WAITS. */
  unlock(signedIn: SignedIn, password: string, place: Place): Promise<void>;
  signOut(signedIn: SignedIn): Promise<void>;
}

export function createSignIn(parts: MemberParts): SignIn {
  const { store, passwords, limits, now } = parts;

  async function refuse(member: Member | undefined, why: SignInRefused['why']): Promise<never> {
    await store.noteRefused({ member: member?.id ?? null, why, at: now() });
    throw errors.SIGN_IN_REFUSED();
  }

  async function refuseInvitation(): Promise<never> {
    await store.noteRefused({ member: null, why: 'invitation', at: now() });
    throw errors.INVITATION_REFUSED();
  }

  async function welcome(kept: KeptMember, password: string): Promise<void> {
    const before = kept.secrets.password;
    const after = before === null ? undefined : await passwords.renew(before, password);
    if (before !== null && after !== undefined) await store.rehash(kept.member.id, before, after);
  }

  return {
    isFirst: () => store.isEmpty(),

    async createFirstCode() {
      if (!(await store.isEmpty())) return undefined;
      const code = newInvitationCode();
      await store.invitations.setFirst(hashCode(code), now() + FIRST_CODE_MS);
      return code;
    },

    async first({ code, name, password }, place) {
      await limits.takePlace(place, now());
      if (!(await store.isEmpty())) throw errors.MEMBERS_EXIST();
      if (!(await store.invitations.isFirst(hashCode(code), now()))) return refuseInvitation();
      const hash = await passwords.hash(password, name);
      const member = await store.addFirst(firstMember(name, now()), hash, hashCode(code));
      await limits.succeeded(name, place, member.id);
      return openSession(parts, member, 'open');
    },

    async join({ code, password }, place) {
      await limits.takePlace(place, now());
      const invited = await store.invitations.find(hashCode(code), now());
      const kept = invited && (await store.find(invited));
      if (!kept) return refuseInvitation();
      const hash = await passwords.hash(password, kept.member.name);
      const member = await store.join(hashCode(code), hash, now());
      if (!member) return refuseInvitation();
      await limits.succeeded(member.name, place, member.id);
      return openSession(parts, member, 'open');
    },

    async signIn({ name, password }, place) {
      const kept = await store.findByName(name);
      const member = kept?.member;
      await limits.take(name, place, member?.id, now());
      const isRight = await passwords.verify(kept?.secrets.password ?? null, password);
      if (!kept || kept.member.disabledAt !== null) return refuse(member, 'name');
      if (!isRight) return refuse(member, 'password');
      await welcome(kept, password);
      // What the name has tried counts on until the code is right too.
      if (kept.secrets.codes) return openSession(parts, kept.member, 'code');
      await limits.succeeded(name, place, kept.member.id);
      return openSession(parts, kept.member, 'open');
    },

    async code({ member, session }, code, place) {
      await limits.take(member.name, place, member.id, now());
      if (!(await isCodeRight(parts, member, code))) return refuse(member, 'code');
      await store.sessions.end(session.id, 'signed-out', { by: member.id, at: now() });
      await limits.succeeded(member.name, place, member.id);
      // Another secret than before the code, so that whoever knew that one is not signed in by it.
      return openSession(parts, member, 'open');
    },

    async unlock({ member, session }, password, place) {
      await limits.take(member.name, place, member.id, now());
      const kept = await store.find(member.id);
      if (!(await passwords.verify(kept?.secrets.password ?? null, password))) return refuse(member, 'password');
      await limits.succeeded(member.name, place, member.id);
      await store.sessions.confirm(session.id, now());
    },

    async signOut({ member, session }) {
      await store.sessions.end(session.id, 'signed-out', { by: member.id, at: now() });
    },
  };
}

/** Whether a one-time code, or a recovery code, is right; it is used up then. */
export async function isCodeRight({ store, keys, now }: MemberParts, { id }: Member, code: string): Promise<boolean> {
  const codes = (await store.find(id))?.secrets.codes;
  if (!codes) return false;
  const step = stepOfCode(openSecret(keys, id, codes), code, now());
  if (step !== undefined) return store.useStep(id, step);
  return store.useRecovery(id, hashCode(code), now());
}

/** Runs the platform and looks at cases; matters of child safety they must take on themselves. */
function firstMember(name: string, at: number): Member {
  return {
    id: newId('member', at),
    name,
    roles: ['admin', 'lead'],
    tenant: null,
    acceptsChildSafety: false,
    languages: [],
    hasPassword: true,
    hasOneTimeCodes: false,
    createdAt: at,
    disabledAt: null,
  };
}
