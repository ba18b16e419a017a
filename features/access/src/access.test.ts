import { AUDIENCES, stricterAudience, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { keysInMemory } from './_keys-in-memory.js';
import { createAccess } from './access.js';
import { isToken } from './token.js';

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
      policy: null,
      upstream: null,
      dialect: 'openai',
      budget: {},
      claimed: null,
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

  it('carries what a key is bound to', async () => {
    const access = createAccess({ apiKeys: keysInMemory().apiKeys });
    const bound = { policy: 'children', upstream: 'local', dialect: 'azure', budget: { streams: 2 } } as const;
    const { token, key } = await access.create({ ...wanted, ...bound });
    expect(await access.authenticate(token)).toMatchObject(bound);
    expect(await access.show(key.id)).toEqual(key);
    await expect(access.create({ ...wanted, policy: '../../etc/passwd' })).rejects.toThrow('lower-case words');
  });

  it('lets a key in until it expires', async () => {
    let time = 1_000;
    const access = createAccess({ apiKeys: keysInMemory().apiKeys, now: () => time });
    const { token } = await access.create({ ...wanted, expiresAt: 2_000 });
    time = 1_999;
    expect(await access.authenticate(token)).toBeDefined();
    time = 2_000;
    expect(await access.authenticate(token)).toBeUndefined();
    await expect(access.create({ ...wanted, expiresAt: 2_000 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('takes both secrets of a rotated key while they overlap, here and elsewhere, then the new one alone', async () => {
    const { apiKeys } = keysInMemory();
    let time = 1_000;
    const [here, elsewhere] = [createAccess({ apiKeys, now: () => time }), createAccess({ apiKeys, now: () => time })];
    const first = await here.create(wanted);
    await elsewhere.authenticate(first.token);
    const second = await here.rotate(first.key.id, 10_000);
    expect(second.key.id).toBe(first.key.id);
    for (const access of [here, elsewhere])
      for (const token of [first.token, second.token])
        expect(await access.authenticate(token)).toMatchObject({ keyId: first.key.id });
    time += 10_000;
    for (const access of [here, elsewhere]) {
      expect(await access.authenticate(first.token)).toBeUndefined();
      expect(await access.authenticate(second.token)).toBeDefined();
    }
    const third = await here.rotate(first.key.id, 60_000);
    const fourth = await here.rotate(first.key.id, 0);
    for (const { token } of [second, third]) expect(await here.authenticate(token)).toBeUndefined();
    expect(await here.authenticate(fourth.token)).toBeDefined();
    await here.revoke(first.key.id);
    expect(await here.authenticate(fourth.token)).toBeUndefined();
    await expect(here.rotate(first.key.id, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets a claim be bound by nothing stricter than the audience', async () => {
    const access = createAccess({ apiKeys: keysInMemory().apiKeys });
    for (const audience of AUDIENCES)
      for (const claimed of AUDIENCES) {
        const made = access.create({ ...wanted, audience, claimed });
        if (stricterAudience(audience, claimed) === audience) await made;
        else await expect(made).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      }
  });
});
