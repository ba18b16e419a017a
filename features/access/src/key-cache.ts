import type { ApiKey } from '@tyrian/contracts';

/** How long a key that was revoked on another machine may still be let in. */
const FRESH_MS = 2_000;
const CAPACITY = 10_000;

export interface KeyCache {
  /** `{ key: undefined }` says that there is known to be none. */
  get(hash: string): { readonly key: ApiKey | undefined } | undefined;
  set(hash: string, key: ApiKey | undefined): void;
  forget(hash: string): void;
}

/** Remembers keys for a moment, so that not every request asks the database. Bounded; the oldest entry goes first. */
export function createKeyCache(now: () => number): KeyCache {
  const entries = new Map<string, { key: ApiKey | undefined; until: number }>();
  return {
    get(hash) {
      const entry = entries.get(hash);
      if (entry && entry.until > now()) return entry;
      entries.delete(hash);
      return undefined;
    },
    set(hash, key) {
      entries.set(hash, { key, until: now() + FRESH_MS });
      if (entries.size <= CAPACITY) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        break;
      }
    },
    forget: (hash) => void entries.delete(hash),
  };
}
