import { errors } from '@tyrian/contracts';
import { createLocalJWKSet, type JWTVerifyGetKey, errors as joseErrors, type LocalJWKSet } from 'jose';
import { z } from 'zod';
import type { KeySource } from './key-source.js';

const TIMEOUT_MS = 5_000;
/** After so long a set is read again, while what is there goes on being used. */
const FRESH_MS = 10 * 60_000;
/** A key that is not there makes for another look no more often than this, however many tokens name one. */
const AGAIN_MS = 30_000;
/** The same for a set that could not be read at all. */
const RETRY_MS = 5_000;

const KeySetShape = z.object({ keys: z.array(z.looseObject({ kty: z.string().max(20) })).max(100) });

/**
 * The keys of one issuer. They are read when first needed, now and then, and when a token names one that is not there;
 * while the issuer is down those it had last go on counting. Throws USER_TOKEN_UNVERIFIABLE while there are none.
 */
export function createKeySet(source: KeySource, now: () => number): JWTVerifyGetKey {
  let set: LocalJWKSet | undefined;
  let readAt = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  function read(): Promise<void> {
    reading ??= (async () => {
      triedAt = now();
      set = createLocalJWKSet(KeySetShape.parse(await source(AbortSignal.timeout(TIMEOUT_MS))));
      readAt = now();
    })().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  /** One that fails leaves what is there. */
  function readQuietly(): Promise<void> {
    return read().catch(() => undefined);
  }

  async function readFirst(): Promise<LocalJWKSet> {
    if (reading || now() - triedAt >= RETRY_MS) await readQuietly();
    if (!set) throw errors.USER_TOKEN_UNVERIFIABLE([RETRY_MS / 1000], { retryAfter: RETRY_MS / 1000 });
    return set;
  }

  return async (header, token) => {
    const known = set ?? (await readFirst());
    if (now() - readAt >= FRESH_MS && now() - triedAt >= AGAIN_MS) void readQuietly();
    try {
      return await known(header, token);
    } catch (cause) {
      if (!(cause instanceof joseErrors.JWKSNoMatchingKey)) throw cause;
      if (!reading && now() - triedAt < AGAIN_MS) throw cause;
      await readQuietly();
      return (set ?? known)(header, token);
    }
  };
}
