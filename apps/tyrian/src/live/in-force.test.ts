import { type Activation, type ActivationChange, TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { inForceFor, tenantsOf } from './in-force.js';

const ACME = TenantId.parse('acme');
const policy = { hash: 'a', id: 'chat', version: '1.0.0', mode: 'observe', canaryPercent: 10 } as const;

function entries(...changes: [TenantId | null, ActivationChange][]): Activation[] {
  return changes.map(([tenant, change], at) => ({ revision: at + 1, tenant, at, by: 'ana', note: null, change }));
}

describe('what is in force', () => {
  it('is nothing where nothing was activated', () => {
    expect(inForceFor([], ACME)).toEqual({
      policy: undefined,
      lexicons: [],
      allowed: [],
      guards: [],
      switches: { detectors: [], lexicons: [], rules: [] },
    });
  });

  it('has the guard models that were added and not taken out', () => {
    const setting = {
      family: 'llama-guard-3',
      server: 'ollama',
      url: 'http://127.0.0.1:1',
      model: 'm',
      optional: false,
    };
    const all = entries(
      [null, { kind: 'guard', name: 'one', guard: setting }],
      [null, { kind: 'guard', name: 'two', guard: setting }],
      [ACME, { kind: 'guard', name: 'one', guard: null }],
    );
    expect(inForceFor(all, null).guards.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(inForceFor(all, ACME).guards).toEqual([{ name: 'two', setting }]);
  });

  it('is what holds for all, with what a tenant has of its own', () => {
    const all = entries(
      [null, { kind: 'policy', policy, step: 'activated' }],
      [null, { kind: 'allow', phrase: 'Zorb Blax', on: true }],
      [ACME, { kind: 'allow', phrase: 'quux', on: true }],
      [ACME, { kind: 'policy', policy: { ...policy, hash: 'b' }, step: 'promoted' }],
      [null, { kind: 'lexicon', name: 'own', hash: 'c' }],
      [ACME, { kind: 'lexicon', name: 'own', hash: null }],
    );
    expect(inForceFor(all, null)).toMatchObject({
      policy,
      allowed: ['Zorb Blax'],
      lexicons: [{ name: 'own', hash: 'c' }],
    });
    expect(inForceFor(all, ACME)).toMatchObject({
      policy: { hash: 'b' },
      allowed: ['Zorb Blax', 'quux'],
      lexicons: [],
    });
    expect(inForceFor(all, TenantId.parse('other'))).toEqual(inForceFor(all, null));
    expect(tenantsOf(all)).toEqual([ACME]);
  });

  it('lets a tenant go back to what holds for all', () => {
    const all = entries(
      [null, { kind: 'policy', policy, step: 'activated' }],
      [ACME, { kind: 'policy', policy: null, step: 'rolled-back' }],
    );
    expect(inForceFor(all, ACME).policy).toEqual(policy);
  });

  it('has a switch of a tenant win over that for all, whichever came first', () => {
    const off = { kind: 'switch', part: 'rule', name: 'a', on: false } as const;
    const on = { ...off, on: true };
    expect(inForceFor(entries([ACME, on], [null, off]), ACME).switches.rules).toEqual([]);
    expect(inForceFor(entries([null, on], [ACME, off]), ACME).switches.rules).toEqual(['a']);
    expect(inForceFor(entries([null, off]), ACME).switches.rules).toEqual(['a']);
  });
});
