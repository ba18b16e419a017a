import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyWith, shippedPolicy, shippedYaml } from '../../tests/shipped.js';
import { canonicalJson, loadPolicy, restorePolicy, withMode } from './load.js';

const HEAD = 'schemaVersion: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\n';
const load = (text: string) => loadPolicy(HEAD + text, 'mine.yaml', shippedYaml);

it('lets no band that is inherited be milder than a default of its own', () => {
  const own = (bands: string) =>
    load(`extends: open-chat\nbands: ${bands}\nrules: [{ id: one, when: { hazard: S1 }, then: refuse }]`).policy.bands;
  expect(own('{ default: { controversial: 0.3, unsafe: 0.6 } }').S1).toEqual({ controversial: 0.3, unsafe: 0.6 });
  expect(own('{ default: { controversial: 0.6, unsafe: 0.9 } }').S1).toEqual({ controversial: 0.5, unsafe: 0.65 });
  expect(own('{ default: { controversial: 0.5, unsafe: 0.8 }, S1: { controversial: 0.7, unsafe: 0.9 } }').S1).toEqual({
    controversial: 0.7,
    unsafe: 0.9,
  });
});

describe('loadPolicy', () => {
  it('gives every policy the locked rules of the core', () => {
    for (const id of ['open-chat', 'children']) {
      const locked = shippedPolicy(id)
        .policy.rules.filter((rule) => rule.locked)
        .map((rule) => rule.id);
      expect(locked).toContain('child-safety.request');
    }
    expect(policyWith('  - { id: a, when: { hazard: S1 }, then: allow }').policy.rules.map(({ id }) => id)).toContain(
      'child-safety.near',
    );
  });

  it('replaces a rule of the base by its id, and never a locked one', () => {
    const softened = load('extends: open-chat\nrules:\n  - { id: piracy, when: { hazard: S8 }, then: allow }');
    expect(softened.policy.rules.filter(({ id }) => id === 'piracy')).toMatchObject([{ then: 'allow' }]);
    expect(() =>
      load('extends: open-chat\nrules:\n  - { id: child-safety.near, when: { hazard: S4 }, then: allow }'),
    ).toThrow(expect.objectContaining({ code: 'POLICY_LOOSENS_LOCKED' }));
  });

  it('takes from the base what a policy does not give', () => {
    const base =
      'schemaVersion: 1\nid: base\nversion: 1.0.0\ntitle: Base\nmode: observe\nstrictness: { adult: strict }\nhold: { enabled: true, dailyCap: 7 }\nrules:\n  - { id: a, when: { hazard: S1 }, then: allow }';
    const source = (id: string) => (id === 'base' ? base : shippedYaml(id));
    const { policy } = loadPolicy(
      `${HEAD}extends: base\nmode: enforce\nstrictness: { teen: loose }\nhold: { dailyCap: 9 }\nrules:\n  - { id: b, when: { hazard: S2 }, then: allow }`,
      'mine.yaml',
      source,
    );
    expect(policy).toMatchObject({
      id: 'mine',
      mode: 'enforce',
      strictness: { adult: 'strict', teen: 'loose' },
      hold: { enabled: true, dailyCap: 9 },
    });
  });

  it.each([
    ['rules: []', /rules/],
    ['rules:\n  - { id: A b, when: {}, then: allow }', /lower-case/],
    ['rules:\n  - { id: a, when: { hazard: S99 }, then: allow }', /hazard/],
    ['rules:\n  - { id: a, when: { smell: bad }, then: allow }', /smell/],
    ['rules:\n  - { id: a, when: { hazard: S1 }, then: explode }', /then/],
    ['rules:\n  - { id: a, when: { hazard: S1 }, then: refuse, locked: true }', /atLeast/],
    [
      'rules:\n  - { id: a, when: { hazard: S1 }, then: allow }\n  - { id: a, when: { hazard: S2 }, then: allow }',
      /twice/,
    ],
    ['extends: nowhere\nrules:\n  - { id: a, when: { hazard: S1 }, then: allow }', /nowhere/],
    ['rules: [', /mine\.yaml/],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => load(text)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('lets no file get rid of the locked rules by calling itself the core', () => {
    const impostor =
      'schemaVersion: 1\nid: core\nversion: 1.0.0\ntitle: Mine\nrules:\n  - { id: a, when: { hazard: S1 }, then: allow }';
    expect(() => loadPolicy(impostor, 'core.yaml', shippedYaml)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining('taken') }),
    );
    expect(shippedPolicy('core').policy.rules.every(({ locked }) => locked)).toBe(true);
  });

  it('lets no policy count an unknown audience as older where a locked rule depends on it', () => {
    const base =
      'schemaVersion: 1\nid: base\nversion: 1.0.0\ntitle: Base\nunknownAudience: child\nrules:\n  - { id: a, when: { any: [{ hazard: S1, audience: child }] }, then: refuse, atLeast: 0.5, locked: true }';
    const source = (id: string) => (id === 'base' ? base : shippedYaml(id));
    const extend = (more: string) =>
      loadPolicy(
        `${HEAD}extends: base\n${more}rules:\n  - { id: b, when: { hazard: S2 }, then: allow }`,
        'mine.yaml',
        source,
      );
    expect(() => extend('unknownAudience: teen\n')).toThrow(expect.objectContaining({ code: 'POLICY_LOOSENS_LOCKED' }));
    expect(extend('').policy.unknownAudience).toBe('child');
    expect(extend('unknownAudience: child\n').policy.unknownAudience).toBe('child');
  });

  it.each([
    [
      'nested without end',
      `rules: [{ id: a, then: allow, when: ${'{ not: '.repeat(40)}{ hazard: S1 }${' }'.repeat(40)} }]`,
      /deeper/,
    ],
    ['an alias of itself', 'rules:\n  - &r { id: a, then: allow, when: { all: [*r] } }', /mine\.yaml/],
    ['longer than anybody reads', `description: ${'x'.repeat(1_000_001)}`, /longer/],
  ])('refuses what is %s', (_what, text, message) => {
    expect(() => load(text)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('lets a policy demand more before somebody counts as an adult, never less', () => {
    const base = `${HEAD.replace('mine', 'base')}assurance: { adult: { methods: [bank, id-document] } }\nrules: [{ id: a, when: { hazard: S1 }, then: refuse }]`;
    const source = (id: string) => (id === 'base' ? base : shippedYaml(id));
    const extended = (adult: string) =>
      loadPolicy(`${HEAD}extends: base\n${adult}rules: [{ id: b, when: { hazard: S2 }, then: refuse }]`, 'mine', source)
        .policy.assurance;
    const demand = (adult: string) => extended(`assurance: { adult: ${adult} }\n`);
    expect(extended('')).toEqual({ adult: { methods: ['bank', 'id-document'] } });
    expect(demand('{ methods: [bank] }')).toEqual({ adult: { methods: ['bank'] } });
    expect(demand('{ assurers: [acme] }')).toEqual({ adult: { methods: ['bank', 'id-document'], assurers: ['acme'] } });
    for (const looser of ['{ methods: [bank, selfie] }', '{ methods: [selfie], assurers: [acme] }'])
      expect(() => demand(looser)).toThrow('base does not take selfie');
    expect(() => demand('{}')).toThrow('demand methods, assurers or both');
  });

  it('hashes the content, not the spelling', () => {
    const one = load('rules:\n  - { id: a, when: { hazard: [S1] }, then: refuse }');
    const same = load('rules:\n  - id: a\n    then: refuse   # the same\n    when: { hazard: S1 }');
    const other = load('rules:\n  - { id: a, when: { hazard: S2 }, then: refuse }');
    expect(same.hash).toBe(one.hash);
    expect(other.hash).not.toBe(one.hash);
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
  });
});

describe('restorePolicy', () => {
  const stored = (policy: object) => JSON.stringify(policy);

  it.each(['open-chat', 'children'])('gives back %s as it was stored, with its hash', (id) => {
    const loaded = withMode(shippedPolicy(id), 'canary', 25);
    expect(loaded.policy).toMatchObject({ mode: 'canary', canaryPercent: 25 });
    expect(restorePolicy(stored(loaded.policy), loaded.hash, shippedYaml)).toEqual(loaded);
  });

  it('refuses what is not what its hash names', () => {
    const { policy, hash } = shippedPolicy('open-chat');
    const changed = { ...policy, rules: policy.rules.filter(({ id }) => id !== 'weapons') };
    expect(() => restorePolicy(stored(changed), hash, shippedYaml)).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID' }),
    );
  });

  it('brings the locked rules of the core, whatever was stored', () => {
    const without = {
      ...shippedPolicy('open-chat').policy,
      rules: policyWith('  - { id: a, when: { hazard: S1 }, then: allow }').policy.rules.slice(-1),
    };
    const json = stored(without);
    const hash = createHash('sha256').update(canonicalJson(without)).digest('hex');
    const restored = restorePolicy(json, hash, shippedYaml);
    const core = loadPolicy(shippedYaml('core') ?? '', 'core', shippedYaml).policy.rules;
    expect(restored.policy.rules).toEqual([...core, ...without.rules]);
    expect(restored.hash).not.toBe(hash);
  });
});
