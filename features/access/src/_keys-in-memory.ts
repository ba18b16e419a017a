import type { ApiKey, ApiKeys } from '@tyrian/contracts';

/** Keys in memory, through the port; counts how often the store is asked. */
export function keysInMemory(): { apiKeys: ApiKeys; lookups: () => number } {
  const kept = new Map<string, ApiKey>();
  let lookups = 0;
  function change(id: string, changed: (key: ApiKey) => ApiKey): ApiKey | undefined {
    const key = kept.get(id);
    if (!key) return undefined;
    kept.set(id, changed(key));
    return kept.get(id);
  }
  const apiKeys: ApiKeys = {
    insert: async (key) => void kept.set(key.id, key),
    findByHash: async (hash) => {
      lookups++;
      return [...kept.values()].find((key) => key.hash === hash || key.previous?.hash === hash);
    },
    find: async (id) => kept.get(id),
    list: async () => [...kept.values()],
    revoke: async (id, at) => change(id, (key) => ({ ...key, revokedAt: key.revokedAt ?? at })),
    rotate: async (id, { hash, hint, until }) =>
      kept.get(id)?.revokedAt === null
        ? change(id, (key) => ({ ...key, hash, hint, previous: { hash: key.hash, until } }))
        : undefined,
  };
  return { apiKeys, lookups: () => lookups };
}
