import { describe, expect, it } from 'vitest';
import { ActivationChange, activationKey } from './activation.js';

const policy = { hash: 'a', id: 'chat', version: '1.0.0', mode: 'observe', canaryPercent: 10 } as const;

describe('the key of a change', () => {
  const keys: [string, ActivationChange][] = [
    ['policy', { kind: 'policy', policy, step: 'activated' }],
    ['policy', { kind: 'policy', policy: null, step: 'rolled-back' }],
    ['lexicon own', { kind: 'lexicon', name: 'own', hash: 'b' }],
    ['lexicon own', { kind: 'lexicon', name: 'own', hash: null }],
    ['allow zorb blax', { kind: 'allow', phrase: 'Zorb Blax', on: true }],
    ['allow zorb blax', { kind: 'allow', phrase: 'zorb blax', on: false }],
    ['switch rule a.b', { kind: 'switch', part: 'rule', name: 'a.b', on: false }],
    ['switch lexicon de', { kind: 'switch', part: 'lexicon', name: 'de', on: true }],
  ];
  it.each(keys)('is %s, so that what comes later takes the place of what came before', (key, change) => {
    expect(activationKey(change)).toBe(key);
    expect(ActivationChange.parse(change)).toEqual(change);
  });

  it.each([
    { kind: 'allow', phrase: ' a ', on: true },
    { kind: 'allow', phrase: 'x'.repeat(201), on: true },
    { kind: 'switch', part: 'door', name: 'a', on: false },
    { kind: 'switch', part: 'rule', name: 'a b', on: false },
    { kind: 'lexicon', name: '../own', hash: 'b' },
    { kind: 'policy', policy, step: 'forgotten' },
  ])('is made of nothing that a change may not be: %j', (change) => {
    expect(ActivationChange.safeParse(change).success).toBe(false);
  });
});
