import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { errors, type Keys, type MemberId, type MemberStore, memberNameKey } from '@tyrian/contracts';
import { placeOfAddress } from '../conduct/address.js';

const NAME = { free: 5, longestMs: 5 * 60_000 };
const ADDRESS = { free: 20, longestMs: 15 * 60_000 };
/** Many people stand behind a private address, or behind a proxy that is not configured. */
const SHARED_ADDRESS = { free: 20, longestMs: 30_000 };

/** From where somebody tries to sign in. */
export interface Place {
  /** Of the client, without a port. */
  readonly address: string;
  /** What `known` gave the browser in which the member signed in before. */
  readonly known?: string | undefined;
}

export interface Limits {
  /**
   * Counts a try, before it is looked at. A browser that the member has signed in with has tries of its own, so that
   * nobody else can use up theirs. Throws SIGN_IN_WAITS.
   */
  take(name: string, place: Place, member: MemberId | undefined, now: number): Promise<void>;
  takePlace(place: Place, now: number): Promise<void>;
  succeeded(name: string, place: Place, member: MemberId): Promise<void>;
  /** Marks a browser as one in which this member has signed in. */
  known(member: MemberId): string;
}

/** Tries by name and by address, under keyed names: what is typed as a name may be a password. */
export function createLimits({ attempts, keys }: { attempts: MemberStore['attempts']; keys: Keys }): Limits {
  const keyed = (kind: string, what: string) =>
    createHmac('sha256', keys.current('session').secret).update(`tyrian try ${kind} ${what}`).digest('base64url');
  const placeSubject = ({ address }: Place) => keyed('place', placeOfAddress(address)?.address ?? address);
  const subjectOf = (name: string, { known }: Place, member: MemberId | undefined) => {
    const browser = known !== undefined && member !== undefined ? browserOf(keys, known, member) : undefined;
    return browser === undefined ? keyed('name', memberNameKey(name)) : keyed('browser', browser);
  };

  async function takeOne(subject: string, limit: typeof NAME, now: number): Promise<void> {
    const until = await attempts.take([subject], { now, ...limit });
    if (until === undefined) return;
    const seconds = Math.max(1, Math.ceil((until - now) / 1_000));
    throw errors.SIGN_IN_WAITS([seconds], { retryAfter: seconds });
  }

  const takePlace = (place: Place, now: number) =>
    takeOne(placeSubject(place), placeOfAddress(place.address) ? ADDRESS : SHARED_ADDRESS, now);

  return {
    takePlace,
    async take(name, place, member, now) {
      const isKnown = place.known !== undefined && member !== undefined && browserOf(keys, place.known, member);
      if (!isKnown) await takePlace(place, now);
      await takeOne(subjectOf(name, place, member), NAME, now);
    },
    succeeded: (name, place, member) => attempts.succeeded([subjectOf(name, place, member)], [placeSubject(place)]),
    known(member) {
      const key = keys.current('session');
      const id = randomBytes(16).toString('base64url');
      return `${key.id}.${id}.${markOf(key.secret, member, id)}`;
    },
  };
}

/** Undefined for what was not made here for this member. */
function browserOf(keys: Keys, known: string, member: MemberId): string | undefined {
  const [keyId = '', id = '', mark = ''] = known.split('.');
  if (!/^session-\d{1,9}$/.test(keyId)) return undefined;
  try {
    const right = Buffer.from(markOf(keys.byId(keyId).secret, member, id));
    const given = Buffer.from(mark);
    return right.length === given.length && timingSafeEqual(right, given) ? id : undefined;
  } catch {
    return undefined;
  }
}

function markOf(secret: Uint8Array, member: MemberId, id: string): string {
  return createHmac('sha256', secret).update(`tyrian known browser ${member} ${id}`).digest('base64url');
}
