import { errors, type Member } from '@tyrian/contracts';
import type { Place } from './limits.js';
import { newOneTimeSecret, stepOfCode } from './one-time-codes.js';
import type { MemberParts } from './parts.js';
import { openSecret, sealSecret } from './sealed-secret.js';
import { hashCode, newRecoveryCodes } from './secrets.js';
import type { SignedIn } from './sessions.js';
import { isCodeRight } from './sign-in.js';

/** What members do with their own account. */
export interface Account {
  /** Ends their other sessions. Throws SIGN_IN_REFUSED, SIGN_IN_WAITS or PASSWORD_WEAK. */
  changePassword(
    signedIn: SignedIn,
    given: { readonly current: string; readonly next: string },
    place: Place,
  ): Promise<void>;
  /** A secret for an authenticator app; nothing is asked for until a first code of it was right. */
  beginCodes(signedIn: SignedIn): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Gives ten recovery codes, shown once. Throws SIGN_IN_REFUSED or SIGN_IN_WAITS. */
  confirmCodes(signedIn: SignedIn, code: string, place: Place): Promise<readonly string[]>;
  /** Takes one that is right. Throws SIGN_IN_REFUSED or SIGN_IN_WAITS. */
  removeCodes(signedIn: SignedIn, code: string, place: Place): Promise<void>;
  /** Only who has the role, and only for themselves. Throws CAPABILITY_MISSING. */
  acceptChildSafety(signedIn: SignedIn, accepts: boolean): Promise<Member>;
}

export function createAccount(parts: MemberParts): Account {
  const { store, keys, passwords, limits, now } = parts;
  const change = ({ member, session }: SignedIn) => ({ by: member.id, at: now(), keep: session.id });

  async function refuse({ member }: SignedIn, why: 'password' | 'code'): Promise<never> {
    await store.noteRefused({ member: member.id, why, at: now() });
    throw errors.SIGN_IN_REFUSED();
  }

  return {
    async changePassword(signedIn, { current, next }, place) {
      const { member } = signedIn;
      await limits.take(member.name, place, member.id, now());
      const kept = await store.find(member.id);
      if (!(await passwords.verify(kept?.secrets.password ?? null, current))) return refuse(signedIn, 'password');
      await limits.succeeded(member.name, place, member.id);
      await store.setPassword(member.id, await passwords.hash(next, member.name), change(signedIn));
    },

    async beginCodes({ member }) {
      const made = newOneTimeSecret(member.name);
      await store.beginCodes(member.id, sealSecret(keys, member.id, made.secret));
      return made;
    },

    async confirmCodes(signedIn, code, place) {
      const { member } = signedIn;
      await limits.take(member.name, place, member.id, now());
      const begun = (await store.find(member.id))?.secrets.begun;
      const step = begun ? stepOfCode(openSecret(keys, member.id, begun), code, now()) : undefined;
      if (!begun || step === undefined) return refuse(signedIn, 'code');
      const recovery = newRecoveryCodes();
      const hashes = recovery.map(hashCode);
      if (!(await store.confirmCodes(member.id, { begun, step, recovery: hashes }, change(signedIn))))
        return refuse(signedIn, 'code');
      await limits.succeeded(member.name, place, member.id);
      return recovery;
    },

    async removeCodes(signedIn, code, place) {
      const { member } = signedIn;
      await limits.take(member.name, place, member.id, now());
      if (!(await isCodeRight(parts, member, code))) return refuse(signedIn, 'code');
      await limits.succeeded(member.name, place, member.id);
      await store.removeCodes(member.id, change(signedIn));
    },

    async acceptChildSafety({ member }, accepts) {
      if (!member.roles.includes('child-safety')) throw errors.CAPABILITY_MISSING(['child-safety.see']);
      const changed = await store.change(member.id, { acceptsChildSafety: accepts }, { by: member.id, at: now() });
      if (!changed) throw errors.NOT_FOUND([`member ${member.id}`]);
      return changed;
    },
  };
}
