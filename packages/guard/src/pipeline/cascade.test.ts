import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { generationOf } from '../../tests/signals.js';
import { type Detector, defineDetector } from '../detector.js';
import { wavesOf } from './cascade.js';
import { createPolicyGuard } from './create-guard.js';

/** Sees in every text what a number in it says: "0.4" is a score of 0.4. */
function scorer(id: string, more: Partial<Detector> = {}): Detector {
  return defineDetector({
    id,
    version: '1',
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'local',
    reach: 'unbounded',
    covers: [{ kind: 'hazard', name: 'S1', languages: 'any' }],
    run: (content) => {
      const score = content.modality === 'text' ? Number(content.text) : 0;
      return { signals: [{ kind: 'hazard', name: 'S1', score, spans: [], via: ['raw'] }] };
    },
    ...more,
  });
}
const policy = policyWith('  - { id: one, when: { hazard: S1 }, atLeast: 0.9, then: refuse }');
const asked = { after: 'small', from: 0.3, to: 0.8 };

describe('a detector that is asked after another', () => {
  async function statusesOf(text: string, small: Detector) {
    const guard = createPolicyGuard({ policy, detectors: [scorer('large', { cost: 'remote', asked }), small] });
    const { coverage } = await guard.check(generationOf(text));
    return Object.fromEntries(coverage.map((one) => [one.detector, 'gap' in one ? one.gap : one.status]));
  }

  it.each([
    ['0.1', 'unasked'],
    ['0.3', 'scanned'],
    ['0.5', 'scanned'],
    ['0.8', 'scanned'],
    ['0.85', 'unasked'],
  ])('looks where that one gives %s: %s', async (text, large) => {
    expect(await statusesOf(text, scorer('small'))).toEqual({ small: 'scanned', large });
    expect(await statusesOf(text, scorer('small', { cost: 'cheap' }))).toEqual({ small: 'scanned', large });
  });

  it('looks where that one has failed, does not know, or is not there', async () => {
    const broken = scorer('small', {
      optional: true,
      run: () => {
        throw new Error('zorblax');
      },
    });
    expect(await statusesOf('0.1', broken)).toMatchObject({ large: 'scanned' });
    expect(await statusesOf('0.1', scorer('small', { run: () => ({ signals: [], gap: 'language' }) }))).toMatchObject({
      large: 'scanned',
    });
    expect(await statusesOf('0.1', scorer('other'))).toMatchObject({ large: 'scanned' });
  });

  it('judges each content by what was seen of that one', async () => {
    const guard = createPolicyGuard({ policy, detectors: [scorer('small'), scorer('large', { asked })] });
    const { coverage } = await guard.check(generationOf('0.1', '0.5'));
    expect(coverage.filter(({ detector }) => detector === 'large').map(({ status }) => status)).toEqual([
      'not-covered',
      'scanned',
    ]);
  });

  it('is not asked once a locked rule has refused', async () => {
    const locked = policyWith('  - { id: one, when: { hazard: S1 }, atLeast: 0.5, then: refuse, locked: true }');
    const guard = createPolicyGuard({ policy: locked, detectors: [scorer('small'), scorer('large', { asked })] });
    const { coverage } = await guard.check(generationOf('0.6'));
    expect(coverage.map(({ detector }) => detector)).toEqual(['small']);
  });
});

it('that fails leaves a gap where it is optional, and fails closed where it is not', async () => {
  const down = (optional: boolean) =>
    createPolicyGuard({
      policy,
      detectors: [scorer('small', { optional, cost: 'remote', run: () => Promise.reject(new Error('zorblax')) })],
    });
  expect(await down(true).check(generationOf('0.1'))).toMatchObject({
    decision: 'allow',
    coverage: [{ status: 'not-covered', gap: 'down' }],
  });
  expect(await down(false).check(generationOf('0.1'))).toMatchObject({
    decision: 'refuse',
    coverage: [{ status: 'failed' }],
  });
});

describe('the order in which detectors are asked', () => {
  const after = (id: string, other: string) => scorer(id, { asked: { after: other, from: 0, to: 1 } });
  const ids = (detectors: Detector[]) => wavesOf(detectors).map((wave) => wave.map(({ id }) => id));

  it('has each behind the one that it is asked after', () => {
    expect(ids([after('c', 'b'), after('b', 'a'), scorer('a'), scorer('d')])).toEqual([['a', 'd'], ['b'], ['c']]);
    expect(ids([])).toEqual([]);
  });

  it('does not wait for what is not there, nor for ever', () => {
    expect(ids([after('a', 'elsewhere')])).toEqual([['a']]);
    expect(ids([after('a', 'b'), after('b', 'a')])).toEqual([['a', 'b']]);
  });
});
