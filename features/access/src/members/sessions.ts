import { type Actor, errors, type Member, newId, type Session, type SessionId } from '@tyrian/contracts';
import { capabilitiesOf } from './capabilities.js';
import type { MemberParts, Opened } from './parts.js';
import { hashSessionToken, newSessionToken } from './secrets.js';

const LASTS_MS = 12 * 3_600_000;
const IDLE_MS = 30 * 60_000;
const CODE_MS = 5 * 60_000;
export const CONFIRMED_MINUTES = 10;
/** Work is noted so often at most. */
const TOUCH_MS = 30_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Who asks, and how their session stands. */
export interface SignedIn {
  readonly actor: Actor;
  readonly member: Member;
  readonly session: Session;
  readonly isLocked: boolean;
  /** Password or code was given a short while ago: enough for what is dangerous. */
  readonly isConfirmed: boolean;
  /** When it locks unless something is done before. */
  readonly idleAt: number;
}

export interface MemberSessions {
  /**
   * Who a cookie belongs to, as they are now; undefined for what is unknown, has ended or was revoked. A session that still
   * waits for a one-time code is found too: see its stage. `isWork` keeps it from being locked.
   */
  find(token: string, isWork: boolean): Promise<SignedIn | undefined>;
  list(actor: Pick<Actor, 'member'>): Promise<readonly Session[]>;
  /** One of their own. Throws NOT_FOUND. */
  revoke(actor: Pick<Actor, 'member'>, id: SessionId): Promise<void>;
  /** Ends those whose time is over, and forgets tries of more than a day ago. */
  expire(): Promise<void>;
}

export function createMemberSessions({ store, now }: MemberParts): MemberSessions {
  return {
    async find(token, isWork) {
      if (!TOKEN.test(token)) return undefined;
      const at = now();
      const found = await store.sessions.find(hashSessionToken(token), at);
      if (!found) return undefined;
      const { member, session } = found;
      const isLocked = session.seenAt <= at - IDLE_MS;
      const counts = isWork && !isLocked && session.stage === 'open';
      if (counts && session.seenAt <= at - TOUCH_MS) await store.sessions.touch(session.id, at, at - IDLE_MS);
      const idleAt = Math.min((counts ? at : session.seenAt) + IDLE_MS, session.endsAt);
      const isConfirmed = session.confirmedAt > at - CONFIRMED_MINUTES * 60_000;
      return { actor: actorFor(member), member, session, isLocked, isConfirmed, idleAt };
    },
    list: ({ member }) => store.sessions.list(member, now()),
    async revoke({ member }, id) {
      const own = await store.sessions.list(member, now());
      if (!own.some((session) => session.id === id)) throw errors.NOT_FOUND([`session ${id} of yours`]);
      await store.sessions.end(id, 'revoked', { by: member, at: now() });
    },
    async expire() {
      await store.sessions.expire(now());
      await store.attempts.forget(now() - 24 * 3_600_000);
    },
  };
}

function actorFor(member: Member): Actor {
  const { id, name, roles, tenant, languages } = member;
  return { member: id, name, roles, tenant, languages, capabilities: capabilitiesOf(member) };
}

/** Opens a session; at stage `code` it lets in nobody and lasts minutes. */
export async function openSession(
  { store, limits, now }: MemberParts,
  member: Member,
  stage: Session['stage'],
): Promise<Opened> {
  const [at, token] = [now(), newSessionToken()];
  const session: Session = {
    id: newId('session', at),
    member: member.id,
    stage,
    openedAt: at,
    seenAt: at,
    confirmedAt: at,
    endsAt: at + (stage === 'open' ? LASTS_MS : CODE_MS),
  };
  await store.sessions.open({ ...session, hash: hashSessionToken(token) });
  return { token, session, member, known: stage === 'open' ? limits.known(member.id) : undefined };
}
