import { newId, TenantId } from '@tyrian/contracts';
import type { Guard } from '@tyrian/guard';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choosePolicy } from '../src/library/choose-policy.js';
import { createGuardBuilder } from '../src/live/build-guard.js';
import { openGuardModels } from '../src/live/guard-models.js';
import { type LiveGuards, openLiveGuards } from '../src/live/live-guards.js';
import { createOperator, type Operator } from '../src/operator/operations.js';
import { notProtected } from '../src/serve/not-protected.js';
import { openInMemory } from './_in-memory.js';

type Platform = Awaited<ReturnType<typeof openInMemory>>;
const ACME = TenantId.parse('acme');
const OTHER = TenantId.parse('other');
const BY = { by: 'ana' };
const opened: Platform[] = [];
let platform: Platform;
let guards: LiveGuards;
let operator: Operator;
const models = openGuardModels({});
let logged: { level: string; details: object; message: string }[];

beforeEach(async () => {
  platform = await openInMemory();
  opened.push(platform);
  logged = [];
  guards = await open();
  operator = createOperator({ ...platform, live: { ...guards, notProtected: () => [] } });
});
afterEach(() => guards.stop());
afterAll(async () => {
  await models.close();
  for (const { store } of opened) await store.close();
});

function open(everyMs = 3_600_000): Promise<LiveGuards> {
  const { store, configured } = platform;
  const note = (level: string) => (details: object, message: string) => void logged.push({ level, details, message });
  const build = createGuardBuilder({ store, config: { adultContent: true }, configured: configured(), models });
  return openLiveGuards({
    store,
    build,
    configured: configured(),
    log: { info: note('info'), error: note('error') },
    everyMs,
  });
}

function check(guard: Guard, text: string) {
  const content = { modality: 'text', place: 'text', role: 'user', stage: 'input', text } as const;
  return guard.check({ id: newId('generation'), stage: 'input', audience: 'adult', contents: [content] });
}
const decided = async (tenant: TenantId, text: string) => (await check(guards.guardFor(tenant), text)).decision;

const LEXICON = (word: string) =>
  `schemaVersion: 1\nlanguage: en\ntitle: Own\nrules:\n  - { id: own.word, hazard: S2, score: 0.9, match: [${word}] }\n`;

describe('the guards of a server', () => {
  it('follow lexicons, switches and allowed phrases at once, each tenant its own', async () => {
    expect(await decided(ACME, 'a quuxzorb')).toBe('allow');
    await operator('guard.lexicon', { ...BY, name: 'own', yaml: LEXICON('quuxzorb') });
    expect(await decided(ACME, 'a quuxzorb')).toBe('refuse');
    await operator('guard.allow', { ...BY, tenant: ACME, phrase: 'Quuxzorb Park', on: true });
    expect(await decided(ACME, 'see quuxzorb park')).toBe('allow');
    expect(await decided(ACME, 'a quuxzorb')).toBe('refuse');
    expect(await decided(OTHER, 'see quuxzorb park')).toBe('refuse');
    await operator('guard.switch', { ...BY, tenant: OTHER, part: 'rule', name: 'own.word', on: false });
    expect(await decided(OTHER, 'a quuxzorb')).toBe('allow');
    expect(await decided(ACME, 'a quuxzorb')).toBe('refuse');
    await operator('guard.lexicon', { ...BY, name: 'own', yaml: null });
    expect(await decided(ACME, 'a quuxzorb')).toBe('allow');
  });

  it('follow the policy, and leave what is in flight its guard', async () => {
    const before = guards.guardFor(ACME);
    const { policy, hash } = choosePolicy('children');
    await operator('policy.activate', { ...BY, tenant: ACME, json: JSON.stringify(policy), hash });
    expect(guards.guardFor(ACME).policy.hash).toBe(hash);
    expect(guards.guardFor(OTHER)).toBe(before);
    expect((await check(before, 'otters')).policy.id).toBe('open-chat');
    expect(await platform.store.records.list({ type: 'policy.loaded', limit: 9 })).toHaveLength(2);
    await operator('policy.rollback', { ...BY, tenant: ACME });
    expect(guards.guardFor(ACME).policy.policy.id).toBe('open-chat');
  });

  it('follow what another process has activated, by looking for it', async () => {
    await guards.stop();
    guards = await open(20);
    await createOperator(platform)('guard.lexicon', { ...BY, name: 'own', yaml: LEXICON('quuxzorb') });
    await expect.poll(() => decided(ACME, 'a quuxzorb'), { timeout: 2_000 }).toBe('refuse');
    expect(guards.revision()).toBe(1);
  });

  it('stay as they were where something new cannot be loaded, and say so once', async () => {
    await operator('guard.lexicon', { ...BY, name: 'own', yaml: LEXICON('quuxzorb') });
    // Written by somebody who did not ask whether it fits in.
    const { activations } = platform.store;
    const { createHash } = await import('node:crypto');
    const yaml = 'rules: 7';
    const change = { kind: 'lexicon', name: 'bad', hash: createHash('sha256').update(yaml).digest('hex') } as const;
    await activations.activate({ tenant: null, by: 'eve', note: null, change, files: { lexicon: yaml } });
    for (let i = 0; i < 3; i++) await expect(guards.reload()).rejects.toMatchObject({ code: 'LEXICON_INVALID' });
    expect(await decided(ACME, 'a quuxzorb')).toBe('refuse');
    expect(guards.revision()).toBe(1);
    expect(logged.filter(({ level }) => level === 'error')).toMatchObject([
      { details: { revision: 2, code: 'LEXICON_INVALID' } },
    ]);
    await expect(open()).rejects.toMatchObject({ code: 'ACTIVATION_UNLOADABLE' });
    await activations.activate({ tenant: null, by: 'ana', note: null, change: { ...change, hash: null } });
    await guards.reload();
    expect(guards.revision()).toBe(3);
  });

  it('never load a policy that was changed where it is stored', async () => {
    const { policy, hash } = choosePolicy('children');
    const weaker = { ...policy, rules: policy.rules.filter(({ locked }) => locked) };
    await platform.store.activations.activate({
      tenant: null,
      by: 'eve',
      note: null,
      change: {
        kind: 'policy',
        policy: { hash, id: policy.id, version: policy.version, mode: policy.mode, canaryPercent: 10 },
        step: 'activated',
      },
      files: { policy: weaker },
    });
    await expect(guards.reload()).rejects.toMatchObject({ code: 'POLICY_INVALID' });
    expect(guards.guardFor(ACME).policy.policy.id).toBe('open-chat');
  });

  it('go on with the locked rules where their detector is switched off', async () => {
    await operator('guard.switch', { ...BY, part: 'detector', name: 'hidden-text', on: false });
    const verdict = await check(guards.guardFor(ACME), 'otters');
    expect(verdict.coverage).toContainEqual({
      status: 'not-covered',
      detector: 'hidden-text',
      place: 'text',
      gap: 'off',
    });
    expect(verdict.decision).toBe('allow');
    const lines = notProtected(guards.guardFor(ACME).coverage(), { upstream: undefined });
    expect(lines).toContainEqual(expect.stringContaining('Switched off, but for locked rules: hidden-text.'));
  });
});
