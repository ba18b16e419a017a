import { TenantId } from '@tyrian/contracts';
import { withMode } from '@tyrian/guard';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { choosePolicy } from '../src/library/choose-policy.js';
import { openProposals } from '../src/live/open-proposals.js';
import { ownDetectors } from '../src/live/own-detectors.js';
import { createOperator, type Operator } from '../src/operator/operations.js';
import { openInMemory } from './_in-memory.js';
import { recordOf } from './_records.js';

type Platform = Awaited<ReturnType<typeof openInMemory>>;
const opened: Platform[] = [];
let platform: Platform;
let operator: Operator;

async function openFresh(): Promise<void> {
  platform = await openInMemory();
  opened.push(platform);
  operator = createOperator(platform);
}
afterAll(async () => {
  for (const { store } of opened) await store.close();
});

const BY = { by: 'ana', note: 'why' };
const ACME = TenantId.parse('acme');

function sent(name: string, mode?: 'observe' | 'shadow' | 'canary' | 'enforce') {
  const loaded = choosePolicy(name);
  const { policy, hash } = mode ? withMode(loaded, mode) : loaded;
  return { json: JSON.stringify(policy), hash };
}
async function active(tenant: string | null = null) {
  const { policies } = await operator('policy.active', {});
  return policies.find((one) => one.tenant === tenant);
}

describe('a policy in force', () => {
  beforeEach(openFresh);

  it('is what the configuration names until one is activated, and again after a rollback', async () => {
    expect(await active()).toMatchObject({ isConfigured: true, policy: { id: 'open-chat', mode: 'enforce' } });
    await operator('policy.activate', { ...sent('children', 'observe'), ...BY });
    expect(await active()).toMatchObject({ isConfigured: false, by: 'ana', note: 'why', policy: { id: 'children' } });
    await operator('policy.rollback', BY);
    expect(await active()).toMatchObject({ isConfigured: true, policy: { id: 'open-chat' } });
  });

  it('goes from observe to shadow to canary to enforce, and no further', async () => {
    await operator('policy.activate', { ...sent('open-chat', 'observe'), ...BY });
    for (const mode of ['shadow', 'canary', 'enforce'] as const) {
      await operator('policy.promote', BY);
      expect(await active()).toMatchObject({ policy: { mode } });
    }
    await expect(operator('policy.promote', BY)).rejects.toMatchObject({ code: 'ACTIVATION_INVALID' });
    const types = (await platform.store.records.list({ type: 'policy.promoted', limit: 9 })).length;
    expect(types).toBe(3);
  });

  it('takes a canary to more accounts before it takes the next step', async () => {
    await operator('policy.activate', { ...sent('open-chat', 'observe'), ...BY });
    await operator('policy.promote', { ...BY, to: 'canary', canary: 5 });
    await operator('policy.promote', { ...BY, canary: 50 });
    expect(await active()).toMatchObject({ policy: { mode: 'canary', canaryPercent: 50 } });
    await operator('policy.promote', BY);
    expect(await active()).toMatchObject({ policy: { mode: 'enforce' } });
  });

  it('is promoted from the configuration where nothing is activated', async () => {
    operator = createOperator({ ...platform, configured: () => withMode(choosePolicy('children'), 'observe') });
    await operator('policy.promote', BY);
    expect(await active()).toMatchObject({ isConfigured: false, policy: { id: 'children', mode: 'shadow' } });
  });

  it('goes back step by step, and to any hash that was ever active', async () => {
    const first = await operator('policy.activate', { ...sent('open-chat', 'observe'), ...BY });
    await operator('policy.activate', { ...sent('children'), ...BY });
    await operator('policy.promote', { ...BY, to: 'shadow' });
    await operator('policy.rollback', BY);
    expect(await active()).toMatchObject({ policy: { id: 'children', mode: 'enforce' } });
    await operator('policy.rollback', BY);
    expect(await active()).toMatchObject({ policy: { id: 'open-chat', mode: 'observe' } });
    await operator('policy.activate', { ...sent('children'), ...BY });
    const hash = first.change.kind === 'policy' ? (first.change.policy?.hash ?? '') : '';
    await operator('policy.rollback', { ...BY, to: hash.slice(0, 12) });
    expect(await active()).toMatchObject({ policy: { hash } });
    await expect(operator('policy.rollback', { ...BY, to: 'ffffffff' })).rejects.toMatchObject({
      code: 'ACTIVATION_INVALID',
    });
  });

  it('of a tenant is its own, and leaves the others theirs', async () => {
    await operator('policy.activate', { ...sent('children'), ...BY, tenant: ACME });
    expect(await active('acme')).toMatchObject({ policy: { id: 'children' } });
    expect(await active()).toMatchObject({ policy: { id: 'open-chat' }, isConfigured: true });
    expect(await operator('policy.history', { tenant: ACME, limit: 10 })).toHaveLength(1);
    expect(await operator('policy.history', { tenant: null, limit: 10 })).toEqual([]);
  });

  it('is not one that was changed on its way', async () => {
    const { json, hash } = sent('open-chat');
    const loosened = json.replace('"refuse"', '"allow"');
    await expect(operator('policy.activate', { json: loosened, hash, ...BY })).rejects.toMatchObject({
      code: 'POLICY_INVALID',
    });
    await expect(operator('policy.rollback', BY)).rejects.toMatchObject({ code: 'ACTIVATION_INVALID' });
    expect(await platform.store.activations.revision()).toBe(0);
  });
});

describe('a replay and a proposal', () => {
  const DAY = 86_400_000;
  const now = Date.now();

  beforeEach(async () => {
    await openFresh();
    const records = Array.from({ length: 40 }, (_, at) =>
      recordOf({
        at: now - (40 - at) * 1_000,
        account: `account-${at % 8}`,
        tenant: at % 4 === 0 ? 'acme' : 'default',
        ...(at % 4 === 0 && { score: 0.95 }),
      }),
    );
    await platform.store.records.append({ records });
  });

  it('say what would change, how sure that is, and by which verdicts', async () => {
    const report = await operator('policy.replay', sent('open-chat'));
    expect(report).toMatchObject({
      records: 40,
      changed: { count: 10, of: 40, share: 0.25 },
      generations: { count: 10, of: 40 },
      accounts: { count: 2, of: 8 },
      changes: [{ from: 'allow', to: 'refuse', share: { count: 10 } }],
      byRule: [{ name: 'injection', count: 10 }],
      byHazard: [{ name: 'prompt-injection', count: 10 }],
      inexact: { truncated: 0, promptMissing: 0 },
      unreadable: 0,
      verdictsLeftOut: 0,
    });
    expect(report.verdicts).toHaveLength(10);
    expect(report.changed.low).toBeGreaterThan(0.13);
    expect(report.changed.high).toBeLessThan(0.41);
  });

  it('keep to a tenant, a time and a limit', async () => {
    const count = async (scope: object) =>
      (await operator('policy.replay', { ...sent('open-chat'), ...scope })).records;
    expect(await count({ tenant: ACME })).toBe(10);
    expect(await count({ since: now - 10_500 })).toBe(10);
    expect(await count({ until: now - 30_500 })).toBe(10);
    expect(await count({ limit: 7 })).toBe(7);
  });

  it('leave out what was erased, and say so', async () => {
    const [record] = await platform.store.records.list({ type: 'generation.input', limit: 1 });
    if (record) await platform.store.records.erase([record.id], 'asked for');
    expect(await operator('policy.replay', sent('open-chat'))).toMatchObject({ records: 39, unreadable: 1 });
  });

  it('tell what a policy that only watches would have refused, and how to enforce it', async () => {
    await operator('policy.activate', { ...sent('open-chat', 'observe'), ...BY });
    const proposal = await operator('policy.proposal', { since: now - DAY });
    expect(proposal).toMatchObject({
      policy: { id: 'open-chat', mode: 'observe' },
      report: { policy: { mode: 'enforce' }, changed: { count: 10 }, byRule: [{ name: 'injection', count: 10 }] },
      command: 'tyrian policy promote --by NAME',
    });
    expect((await operator('policy.proposal', {})).report.records).toBe(0);
  });

  it('are opened once, after as many days as are configured', async () => {
    await operator('policy.activate', { ...sent('open-chat', 'observe'), ...BY });
    await operator('policy.activate', { ...sent('children', 'shadow'), ...BY, tenant: ACME });
    const since = Date.now();
    const proposed: string[] = [];
    const at = (days: number) =>
      openProposals({
        store: platform.store,
        configured: platform.configured(),
        observeDays: 14,
        now: () => since + days * DAY,
        onProposal: ({ tenant, policy }) => proposed.push(`${tenant} ${policy.id}`),
      });
    expect(await at(13)).toBe(0);
    await platform.store.records.append({ records: [recordOf({ at: since + DAY, score: 0.95 })] });
    expect(await at(15)).toBe(2);
    expect(proposed).toEqual(['null open-chat', 'acme children']);
    expect(await at(16)).toBe(0);
    const [own, all] = await platform.store.records.list({ type: 'policy.proposed', limit: 9 });
    const [payload, ofAcme] = [all, own].map((record) => JSON.parse(record?.payload ?? '{}'));
    expect(payload).toMatchObject({
      id: 'open-chat',
      records: 1,
      changed: { count: 1 },
      byRule: [{ name: 'injection' }],
    });
    expect(ofAcme).toMatchObject({ id: 'children', records: 0 });
    expect(await platform.store.audit.verify()).toMatchObject({ intact: true });
  });

  it('have nothing to propose where the policy enforces', async () => {
    await expect(operator('policy.proposal', {})).rejects.toMatchObject({ code: 'ACTIVATION_INVALID' });
  });
});

describe('switches, lexicons and allowed phrases', () => {
  beforeAll(openFresh);

  const LEXICON =
    'schemaVersion: 1\nlanguage: en\ntitle: Own\nrules:\n  - { id: own.zorb, hazard: S2, score: 0.9, match: [zorb] }\n';

  it('are listed with what they do', async () => {
    await operator('guard.switch', { ...BY, part: 'detector', name: 'lexicon', on: false });
    await operator('guard.switch', { ...BY, part: 'lexicon', name: 'en', on: false });
    await operator('guard.lexicon', { ...BY, name: 'own', yaml: LEXICON });
    await operator('guard.switch', { ...BY, part: 'rule', name: 'own.zorb', on: false });
    await operator('guard.allow', { ...BY, phrase: 'zorb blax', on: true });
    const listed = await operator('guard.list', {});
    expect(listed).toMatchObject({
      switches: { detectors: ['lexicon'], lexicons: ['en'], rules: ['own.zorb'] },
      lexicons: [{ name: 'own' }],
      allowed: ['zorb blax'],
    });
    const states = Object.fromEntries(listed.detectors.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({ lexicon: 'locked rules only', 'hidden-text': 'on', 'own-lexicon': 'on' });
    await operator('guard.switch', { ...BY, part: 'detector', name: 'lexicon', on: true });
    await operator('guard.lexicon', { ...BY, name: 'own', yaml: null });
    await operator('guard.allow', { ...BY, phrase: 'Zorb Blax', on: false });
    expect(await operator('guard.list', {})).toMatchObject({ switches: { detectors: [] }, lexicons: [], allowed: [] });
    expect(await platform.store.records.list({ type: 'switch.changed', limit: 9 })).toHaveLength(4);
  });
});

describe("patterns of one's own", () => {
  beforeAll(openFresh);

  const PATTERNS =
    "schemaVersion: 1\ntitle: Own\npatterns:\n  - { id: code, pattern: 'PROJ-[0-9]{4}', hazard: secret, score: 0.9 }\n";

  it('are put into force beside lexicons, as a detector of their own', async () => {
    await operator('guard.lexicon', { ...BY, name: 'codes', yaml: PATTERNS });
    const { detectors, lexicons } = await operator('guard.list', {});
    expect(lexicons).toMatchObject([{ name: 'codes' }]);
    expect(detectors).toContainEqual(expect.objectContaining({ id: 'patterns:codes', state: 'on' }));
    const [detector] = await ownDetectors(platform.store, lexicons);
    expect(detector?.covers).toEqual([{ kind: 'hazard', name: 'secret', languages: 'any' }]);
  });

  it('are refused where the engine does not take them', async () => {
    const yaml = PATTERNS.replace('PROJ-', '(?=PROJ)');
    await expect(operator('guard.lexicon', { ...BY, name: 'codes', yaml })).rejects.toMatchObject({
      code: 'PATTERNS_INVALID',
    });
  });
});

describe('a change that cannot be', () => {
  beforeAll(openFresh);

  const LEXICON = 'schemaVersion: 1\nlanguage: en\ntitle: Own\n';

  it.each([
    ['guard.switch', { ...BY, part: 'rule', name: 'nope', on: false }, 'ACTIVATION_INVALID'],
    ['guard.switch', { ...BY, part: 'detector', name: 'nope', on: false }, 'ACTIVATION_INVALID'],
    ['guard.switch', { ...BY, part: 'lexicon', name: 'xx', on: false }, 'ACTIVATION_INVALID'],
    ['guard.lexicon', { ...BY, name: 'own', yaml: 'rules: 7' }, 'LEXICON_INVALID'],
    ['guard.lexicon', { ...BY, name: '../own', yaml: LEXICON }, 'LEXICON_INVALID'],
    ['guard.lexicon', { ...BY, name: 'own', yaml: null }, 'NOT_FOUND'],
    ['guard.allow', { ...BY, phrase: 'zorb', on: false }, 'NOT_FOUND'],
    ['guard.allow', { ...BY, phrase: ' - ', on: true }, 'INVALID_INPUT'],
    ['guard.allow', { by: '', phrase: 'zorb', on: true }, 'INVALID_INPUT'],
  ] as const)('%s refuses %j, and changes nothing', async (name, input, code) => {
    await expect(operator(name, input)).rejects.toMatchObject({ code });
    expect(await platform.store.activations.revision()).toBe(0);
  });
});
