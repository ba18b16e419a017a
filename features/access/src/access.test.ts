import { type ApiKey, type ApiKeys, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { createAccess } from './access.js';
import { isToken } from './token.js';

/** Keys in memory, through the port; counts how often the store is asked. */
function keysInMemory() {
  const kept = new Map<string, ApiKey>();
  let lookups = 0;
  const apiKeys: ApiKeys = {
    insert: async (key) => void kept.set(key.id, key),
    findByHash: async (hash) => {
      lookups++;
      return [...kept.values()].find((key) => key.hash === hash);
    },
    list: async () => [...kept.values()],
    revoke: async (id, at) => {
      const key = kept.get(id);
      if (!key) return undefined;
      const revoked = { ...key, revokedAt: key.revokedAt ?? at };
      kept.set(id, revoked);
      return revoked;
    },
  };
  return { apiKeys, lookups: () => lookups };
}

const wanted = { tenant: TenantId.parse('default'), name: 'web', audience: 'unknown', refusal: 'error' } as const;

describe('access', () => {
  it('lets in what it made, and keeps the secret nowhere', async () => {
    const { apiKeys } = keysInMemory();
    const access = createAccess({ apiKeys });
    const { token, key } = await access.create(wanted);
    expect(token).toMatch(/^tyr_/);
    expect(await access.authenticate(token)).toEqual({
      keyId: key.id,
      tenant: 'default',
      audience: 'unknown',
      refusal: 'error',
    });
    expect(JSON.stringify(await access.list())).not.toContain(token.slice(8));
  });

  it('shuts a revoked key out at once, and again elsewhere after two seconds', async () => {
    const { apiKeys } = keysInMemory();
    let time = 1_000;
    const [here, elsewhere] = [createAccess({ apiKeys, now: () => time }), createAccess({ apiKeys, now: () => time })];
    const { token, key } = await here.create(wanted);
    await elsewhere.authenticate(token);
    await here.revoke(key.id);
    expect(await here.authenticate(token)).toBeUndefined();
    time += 2_001;
    expect(await elsewhere.authenticate(token)).toBeUndefined();
  });

  it('asks the store once for a key that comes often, and never for a made-up one', async () => {
    const { apiKeys, lookups } = keysInMemory();
    const access = createAccess({ apiKeys });
    const { token } = await access.create(wanted);
    for (let i = 0; i < 50; i++) await access.authenticate(token);
    expect(lookups()).toBe(1);
    for (const bad of [
      '',
      'tyr_',
      'sk-123',
      `${token}x`,
      `${token.slice(0, -1)}?`,
      token.replace(/.$/, (c) => (c === 'a' ? 'b' : 'a')),
    ]) {
      expect(isToken(bad)).toBe(false);
      expect(await access.authenticate(bad)).toBeUndefined();
    }
    expect(lookups()).toBe(1);
  });

  it('says so when the key to revoke is not there', async () => {
    const access = createAccess({ apiKeys: keysInMemory().apiKeys });
    const { key } = await access.create(wanted);
    await access.revoke(key.id);
    await expect(createAccess({ apiKeys: keysInMemory().apiKeys }).revoke(key.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
