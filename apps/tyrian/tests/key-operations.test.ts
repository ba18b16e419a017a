import { type Actor, CAPABILITIES, newId, TenantId } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOperator, type Operator } from '../src/operator/operations.js';
import { openInMemory } from './_in-memory.js';

const [OWN, OTHER] = [TenantId.parse('acme'), TenantId.parse('globex')];

describe('keys and members of a tenant', () => {
  let platform: Awaited<ReturnType<typeof openInMemory>>;
  let owner: Operator;
  let own: Operator;
  beforeAll(async () => {
    platform = await openInMemory();
    owner = createOperator(platform);
    const actor: Actor = {
      ...{ member: newId('member'), name: 'Ada', roles: ['admin'], languages: [] },
      tenant: OWN,
      capabilities: new Set(CAPABILITIES),
    };
    own = createOperator({ ...platform, actor });
  });
  afterAll(() => platform.store.close());

  const key = (tenant: TenantId) => ({ tenant, name: 'web', audience: 'unknown', refusal: 'error' }) as const;

  it('are made, seen and changed by its own members', async () => {
    const { key: made } = await own('key.create', key(OWN));
    expect(await own('key.show', { id: made.id })).toEqual(made);
    expect((await own('key.renew', { id: made.id, overlapMs: 0 })).key.id).toBe(made.id);
    expect((await own('key.revoke', { id: made.id })).revokedAt).not.toBeNull();
  });

  it('of another tenant are to them as if there were none', async () => {
    const { key: others } = await owner('key.create', key(OTHER));
    const missing = { code: 'NOT_FOUND' };
    await expect(own('key.create', key(OTHER))).rejects.toMatchObject(missing);
    await expect(own('key.show', { id: others.id })).rejects.toMatchObject(missing);
    await expect(own('key.renew', { id: others.id, overlapMs: 0 })).rejects.toMatchObject(missing);
    await expect(own('key.revoke', { id: others.id })).rejects.toMatchObject(missing);
    expect(await owner('key.show', { id: others.id })).toEqual(others);
    const { member } = await owner('member.invite', { name: 'Bea', roles: ['analyst'], tenant: OTHER });
    for (const name of ['member.disable', 'member.reset', 'member.revoke-sessions'] as const)
      await expect(own(name, { id: member.id })).rejects.toMatchObject(missing);
    await expect(own('member.change', { id: member.id, roles: ['lead'] })).rejects.toMatchObject(missing);
  });

  it('are the only ones in their lists', async () => {
    await owner('member.invite', { name: 'Cid', roles: ['analyst'], tenant: OWN });
    expect((await owner('key.list', {})).map(({ tenant }) => tenant)).toContain(OTHER);
    for (const listed of [await own('key.list', {}), await own('member.list', {})]) {
      expect(listed.length).toBeGreaterThan(0);
      expect(new Set(listed.map(({ tenant }) => tenant))).toEqual(new Set([OWN]));
    }
  });
});
