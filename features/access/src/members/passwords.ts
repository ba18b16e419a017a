import { errors } from '@tyrian/contracts';
import { COMMON_PASSWORDS } from './common-passwords.js';

const SHORTEST = 12;
const LEAST_DIFFERENT = 5;
/** What must be left of a password without the name of whose it is. */
const LEAST_BESIDES_NAME = 8;
/** OWASP's least for Argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each takes a thread and its memory; whoever sends many must not take both from the gateway. */
const AT_ONCE = 2;
const WAITING = 32;
const RETRY_SECONDS = 2;

export interface Passwords {
  /** Throws PASSWORD_WEAK. */
  hash(password: string, name: string): Promise<string>;
  /** As long for a hash that is not there as for one that is. Throws OVERLOADED. */
  verify(hash: string | null, password: string): Promise<boolean>;
  /** A hash of today's cost for a password that was just verified; undefined where it has that. */
  renew(hash: string, password: string): Promise<string | undefined>;
}

/** Argon2id, few at a time. */
export function createPasswords(): Passwords {
  const inTurn = createTurns();
  let ofNobody: Promise<string> | undefined;

  async function hashed(password: string): Promise<string> {
    const { hash } = await import('@node-rs/argon2');
    return hash(same(password), COST);
  }

  return {
    async hash(password, name) {
      refuseWeak(password, name);
      return inTurn(() => hashed(password));
    },

    verify: (hash, password) =>
      inTurn(async () => {
        const { verify } = await import('@node-rs/argon2');
        ofNobody ??= hashed('nobody has this');
        const isRight = await verify(hash ?? (await ofNobody), same(password));
        return isRight && hash !== null;
      }),

    async renew(hash, password) {
      const { memoryCost, timeCost, parallelism } = COST;
      if (hash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`)) return undefined;
      return inTurn(() => hashed(password));
    },
  };
}

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B §3.1.1.2). */
function same(password: string): string {
  return password.normalize('NFKC');
}

function refuseWeak(given: string, name: string): void {
  const password = same(given).toLowerCase();
  const characters = [...password];
  if (characters.length < SHORTEST) throw errors.PASSWORD_WEAK([`it takes at least ${SHORTEST} characters`]);
  if (new Set(characters).size < LEAST_DIFFERENT || isRun(characters))
    throw errors.PASSWORD_WEAK(['too few different characters, or a row of them']);
  if (COMMON_PASSWORDS.has(password)) throw errors.PASSWORD_WEAK(['it is among the first that are guessed']);
  const own = same(name).trim().toLowerCase();
  if (own !== '' && [...password.split(own).join('')].length < Math.min(LEAST_BESIDES_NAME, characters.length))
    throw errors.PASSWORD_WEAK(['it says the name']);
}

/** As in 123456789012 or abcdefghijkl, up or down, on from 9 to 0. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const follows = (by: number) =>
    codes.every((code, at) => {
      const before = codes[at - 1];
      return before === undefined || code - before === by || code - before === -9 * by;
    });
  return follows(1) || follows(-1);
}

function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING) throw errors.OVERLOADED(['passwords to look at'], { retryAfter: RETRY_SECONDS });
      // Whoever leaves hands the place on, so that nobody who comes in between takes it.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
