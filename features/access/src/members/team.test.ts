import { type Actor, type MemberRole, type RecordType, TenantId } from '@tyrian/contracts';
import { memoryKeys, openStore } from '@tyrian/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilitiesOf } from './capabilities.js';
import { createMembers } from './members.js';

const ACME = TenantId.parse('acme');

describe('a team', () => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let team: ReturnType<typeof createMembers>['team'];
  let names = 0;

  beforeAll(async () => {
    const keys = memoryKeys();
    store = await openStore({ database: { kind: 'embedded-memory' }, keys });
    ({ team } = createMembers({ members: store.members, keys }));
  });
  afterAll(() => store.close());

  const invite = async (roles: readonly MemberRole[], tenant: TenantId | null = null, by: Actor | 'owner' = 'owner') =>
    (await team.invite({ name: `member ${++names}`, roles, tenant }, by)).member;

  async function actor(roles: readonly MemberRole[], tenant: TenantId | null = null): Promise<Actor> {
    const { id, name, languages } = await invite(roles, tenant);
    const capabilities = capabilitiesOf({ roles: [...roles], acceptsChildSafety: false });
    return { member: id, name, roles, tenant, languages, capabilities };
  }

  async function newest(type: RecordType) {
    const [record] = await store.records.list({ type, limit: 1 });
    return JSON.parse(record?.payload ?? 'null');
  }

  it('is changed by an admin, who is on record by id', async () => {
    const admin = await actor(['admin']);
    const member = await invite(['child-safety', 'reviewer', 'reviewer'], null, admin);
    expect(member.roles).toEqual(['child-safety', 'reviewer']);
    expect(await newest('member.added')).toMatchObject({ member: member.id, by: admin.member });
    expect(await team.change(member.id, { roles: ['auditor'] }, admin)).toMatchObject({ roles: ['auditor'] });
    expect(await team.change(member.id, { languages: ['de'] }, admin)).toMatchObject({ languages: ['de'] });
    expect(await team.disable(member.id, admin, 'has left')).toMatchObject({ disabledAt: expect.any(Number) });
    expect(await newest('member.disabled')).toMatchObject({ member: member.id, by: admin.member, why: 'has left' });
    const { invitation } = await team.reset(member.id, 'owner');
    expect(invitation.member).toBe(member.id);
    expect(await newest('member.changed')).toMatchObject({ by: 'owner', what: ['reset'] });
    expect(JSON.stringify(await store.records.list({ limit: 1_000 }))).not.toContain(invitation.code);
  });

  it.each(['lead', 'reviewer', 'child-safety', 'policy', 'analyst', 'auditor'] as const)(
    'is not for a %s to change',
    async (role) => {
      const [by, { id }] = [await actor([role]), await invite(['analyst'])];
      const refused = { code: 'CAPABILITY_MISSING', status: 403 };
      await expect(invite([role], null, by)).rejects.toMatchObject(refused);
      await expect(team.change(id, { languages: [] }, by)).rejects.toMatchObject(refused);
      await expect(team.disable(id, by)).rejects.toMatchObject(refused);
      await expect(team.reset(id, by)).rejects.toMatchObject(refused);
      await expect(team.revokeSessions(id, by)).rejects.toMatchObject(refused);
    },
  );

  it('gives nobody a role beyond what they may themselves, were they to change members', async () => {
    const lead = await actor(['lead']);
    const by: Actor = { ...lead, capabilities: new Set([...lead.capabilities, 'members.change']) };
    const admin = await invite(['admin']);
    const beyond = { code: 'ROLE_NOT_YOURS_TO_GIVE', status: 403 };
    for (const role of ['admin', 'child-safety', 'auditor'] as const)
      await expect(invite([role], null, by)).rejects.toMatchObject(beyond);
    await expect(team.reset(admin.id, by)).rejects.toMatchObject(beyond);
    await expect(team.disable(admin.id, by)).rejects.toMatchObject(beyond);
    const reviewer = await invite(['reviewer'], null, by);
    await expect(team.change(reviewer.id, { roles: ['admin'] }, by)).rejects.toMatchObject(beyond);
  });

  it('is seen and changed within the tenant of who has one', async () => {
    const by = await actor(['admin'], ACME);
    const [theirs, others] = [await invite(['reviewer'], ACME, by), await invite(['reviewer'])];
    const listed = (await team.list(by)).map(({ id }) => id);
    expect([listed.includes(theirs.id), listed.includes(others.id)]).toEqual([true, false]);
    await expect(team.disable(others.id, by)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(invite(['reviewer'], null, by)).rejects.toMatchObject({ code: 'ROLE_NOT_YOURS_TO_GIVE' });
    await expect(team.change(theirs.id, { tenant: null }, by)).rejects.toMatchObject({
      code: 'ROLE_NOT_YOURS_TO_GIVE',
    });
    expect((await team.list('owner')).length).toBeGreaterThan(listed.length);
  });
});
