import { createHash } from 'node:crypto';
import { createBudgets } from '@tyrian/access';
import { newId, TenantId } from '@tyrian/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePolicy } from '../src/library/choose-policy.js';
import { createGuardBuilder } from '../src/live/build-guard.js';
import { openGuardModels } from '../src/live/guard-models.js';
import { findKeyPolicy } from '../src/live/key-policy.js';
import { type LiveGuards, openLiveGuards } from '../src/live/live-guards.js';
import { createOperator, type Operator } from '../src/operator/operations.js';
import { createPrincipals } from '../src/serve/principals.js';
import { openInMemory } from './_in-memory.js';

const ACME = TenantId.parse('acme');
const OTHER = TenantId.parse('other');
const BY = { by: 'ana' };
const wanted = { tenant: ACME, name: 'web', audience: 'unknown', refusal: 'error' } as const;
const models = openGuardModels({});
let platform: Awaited<ReturnType<typeof openInMemory>>;
let guards: LiveGuards;
let operator: Operator;
let faults: object[];

beforeAll(async () => {
  platform = await openInMemory();
  faults = [];
  const configured = platform.configured();
  const build = createGuardBuilder({ store: platform.store, config: { adultContent: true }, configured, models });
  const log = { info: () => undefined, error: (details: object) => void faults.push(details) };
  guards = await openLiveGuards({ store: platform.store, build, configured, log, everyMs: 3_600_000 });
  operator = createOperator({ ...platform, live: { ...guards, notProtected: () => [] } });
});
afterAll(async () => {
  await guards.stop();
  await models.close();
  await platform.store.close();
});

function own(version: string, id = 'our-chat') {
  const { policy } = choosePolicy('open-chat');
  return { ...policy, id, version };
}

/** Activates a policy as `tyrian policy activate` does. */
async function activate(policy: object, tenant: TenantId | null = null) {
  const hash = createHash('sha256').update(canonicalJson(policy)).digest('hex');
  await operator('policy.activate', { ...BY, tenant, json: JSON.stringify(policy), hash });
}

/** With sorted names, as the hash of a policy is taken. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

describe('a key that is bound to a policy', () => {
  it('is judged by it, with the locked rules and all else that is in force', async () => {
    const { token } = await operator('key.create', { ...wanted, policy: 'children' });
    const principals = createPrincipals(platform.access, guards);
    expect(await principals.authenticate(token)).toMatchObject({ tenant: ACME, policy: 'children' });
    const guard = guards.guardBound(ACME, 'children');
    expect(guard.policy.policy.id).toBe('children');
    expect(guard.policy.policy.rules.some(({ locked }) => locked)).toBe(true);
    expect(guards.guardFor(ACME).policy.policy.id).toBe('open-chat');
    await operator('guard.allow', { ...BY, tenant: ACME, phrase: 'Quuxzorb Park', on: true });
    await operator('guard.switch', { ...BY, tenant: null, part: 'detector', name: 'links', on: false });
    expect(guards.guardBound(ACME, 'children')).not.toBe(guard);
    const rows = guards.guardBound(ACME, 'children').coverage();
    expect(rows.find(({ detector }) => detector === 'links')).toMatchObject({ off: true });
    const content = { modality: 'text', place: 'text', role: 'user', stage: 'input', text: 'otters' } as const;
    const verdict = await guards
      .guardBound(ACME, 'children')
      .check({ id: newId('generation'), stage: 'input', audience: 'unknown', contents: [content] });
    expect([verdict.decision, verdict.policy.id]).toEqual(['allow', 'children']);
  });

  it('follows what is activated under its name, of its tenant before of all, and goes back with it', async () => {
    const versionOf = async (tenant: TenantId) => {
      await guards.prepare(tenant, 'our-chat');
      return guards.guardBound(tenant, 'our-chat').policy.policy.version;
    };
    await activate(own('1.0.0'));
    expect([await versionOf(ACME), await versionOf(OTHER)]).toEqual(['1.0.0', '1.0.0']);
    await activate(own('2.0.0'), ACME);
    expect([await versionOf(ACME), await versionOf(OTHER)]).toEqual(['2.0.0', '1.0.0']);
    // Another policy in force takes it away from nobody.
    await activate(own('1.0.0', 'our-other-chat'));
    expect(await versionOf(OTHER)).toBe('1.0.0');
    await operator('policy.rollback', { ...BY, tenant: ACME });
    expect(await versionOf(ACME)).toBe('1.0.0');
  });

  it('is shut out while its policy cannot be loaded, and nobody else is', async () => {
    await operator('policy.rollback', { ...BY, tenant: null });
    await operator('policy.rollback', { ...BY, tenant: null });
    await expect(guards.prepare(ACME, 'our-chat')).rejects.toMatchObject({
      code: 'KEY_POLICY_UNLOADABLE',
      status: 503,
    });
    expect(() => guards.guardBound(ACME, 'our-chat')).toThrow('cannot be loaded');
    expect(faults).toContainEqual({ tenant: ACME, policy: 'our-chat', code: 'POLICY_UNKNOWN' });
    expect(guards.guardBound(ACME, 'children').policy.policy.id).toBe('children');
    expect(guards.guardFor(ACME).policy.policy.id).toBe('open-chat');
  });

  it('names a policy that there is', async () => {
    await expect(operator('key.create', { ...wanted, policy: 'no-such' })).rejects.toMatchObject({
      code: 'POLICY_UNKNOWN',
    });
    const find = (name: string) =>
      findKeyPolicy(platform.store, { tenant: ACME, name, configured: platform.configured() });
    expect(await find('open-chat')).toEqual({ from: 'configured' });
    expect(await find('workplace')).toEqual({ from: 'shipped', name: 'workplace' });
    expect(await find('core')).toBeUndefined();
  });
});

describe('operations on bound keys', () => {
  it('show what a key is bound to, and never a hash', async () => {
    const bound = { budget: { requestsPerMinute: 5 }, claimed: 'adult', dialect: 'azure', upstream: 'local' } as const;
    const { key, token } = await operator('key.create', { ...wanted, ...bound });
    expect(await operator('key.show', { id: key.id })).toMatchObject({ ...wanted, ...bound, previousUntil: null });
    const renewed = await operator('key.renew', { id: key.id, overlapMs: 60_000 });
    expect(renewed.key).toMatchObject({ ...wanted, ...bound, id: key.id, previousUntil: expect.any(Number) });
    for (const one of [token, renewed.token])
      expect(await platform.access.authenticate(one)).toMatchObject({ keyId: key.id });
    const seen = JSON.stringify([key, renewed.key, await operator('key.list', {})]);
    expect(seen).not.toMatch(/[0-9a-f]{64}/);
    await expect(operator('key.renew', { id: key.id, overlapMs: 31 * 86_400_000 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('budgets on one database', () => {
  it('are counted together by two machines, and go on after a restart', async () => {
    const machine = () => createBudgets({ usages: platform.store.keyUsages });
    const [a, b] = [machine(), machine()];
    const holder = { keyId: newId('apiKey'), budget: { requestsPerDay: 3, charactersPerDay: 1_000 } };
    await a.take(holder);
    await b.take(holder);
    a.add(holder, { characters: 400 });
    b.add(holder, { characters: 500 });
    await a.flush();
    await b.flush();
    expect((await b.take(holder))?.allowances).toMatchObject([
      { of: 'requests', remaining: 0 },
      { of: 'characters', remaining: 100 },
    ]);
    await b.flush();
    const restarted = machine();
    expect((await restarted.take(holder))?.exceeded).toMatchObject({ limit: 'requests per day' });
  });
});
