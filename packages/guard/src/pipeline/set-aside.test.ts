import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { generationOf } from '../../tests/signals.js';
import { type Detector, defineDetector, type Sighting } from '../detector.js';
import { AllowList, compileAllowList } from './allow-list.js';
import { createPolicyGuard, type GuardOptions } from './create-guard.js';
import { isNeededByLockedRules } from './switches.js';

type Seen = Pick<Extract<Sighting, { kind: 'hazard' }>, 'name' | 'score'> & { rule?: string };

/** Sees stand-in words as hazards, by rules of their own. */
function detectorOf(id: string, words: Record<string, Seen>, more: Partial<Detector> = {}): Detector {
  return defineDetector({
    id,
    version: '1',
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    reach: 10,
    covers: Object.values(words).map(({ name }) => ({ kind: 'hazard', name, languages: 'any' })),
    rules: Object.values(words).flatMap(({ rule }) => (rule ? [{ id: rule, language: rule.slice(0, 2) }] : [])),
    run(content) {
      const text = content.modality === 'text' ? content.text : '';
      const signals = Object.entries(words).flatMap(([word, seen]): Sighting[] => {
        const at = text.indexOf(word);
        return at < 0 ? [] : [{ kind: 'hazard', ...seen, spans: [[at, at + word.length]], via: ['raw'] }];
      });
      return { signals };
    },
    ...more,
  });
}

const policy = policyWith(`
  - { id: one, when: { hazard: S1 }, then: refuse }
  - { id: kept, when: { hazard: S14 }, then: refuse, locked: true, atLeast: 0.5 }
  - { id: maturity, when: { hazard: prompt-injection }, then: refuse }`);
const words = detectorOf('words', {
  zorb: { name: 'S1', score: 0.9, rule: 'en.zorb' },
  blax: { name: 'S14', score: 0.8, rule: 'de.blax' },
});
const extra = detectorOf('extra', { quux: { name: 'prompt-injection', score: 0.9 } });
const OFF = { detectors: [], lexicons: [], rules: [] };

async function check(text: string, options: Partial<GuardOptions> = {}) {
  const guard = createPolicyGuard({ policy, detectors: [words, extra], ...options });
  const { decision, signals, coverage, score } = await guard.check(generationOf(text));
  const how = Object.fromEntries(
    coverage.map((entry) => [entry.detector, entry.status === 'not-covered' ? entry.gap : entry.status]),
  );
  return { decision, signals, how, score };
}

describe('a switch', () => {
  it('stops a detector that no locked rule rests on, and coverage says so', async () => {
    let runs = 0;
    const counted = {
      ...extra,
      run: (...args: Parameters<Detector['run']>) => {
        runs++;
        return extra.run(...args);
      },
    };
    const options = { detectors: [words, counted], switches: { ...OFF, detectors: ['extra'] } };
    expect(await check('a quux', options)).toMatchObject({
      decision: 'allow',
      signals: [],
      how: { words: 'scanned', extra: 'off' },
    });
    expect(runs).toBe(0);
    expect(await check('a quux')).toMatchObject({ decision: 'refuse', how: { words: 'scanned', extra: 'scanned' } });
  });

  it('mutes a detector that a locked rule rests on for all other rules', async () => {
    const switches = { ...OFF, detectors: ['words'] };
    const other = await check('a zorb', { switches });
    expect(other).toMatchObject({ decision: 'allow', score: 0, how: { words: 'off', extra: 'scanned' } });
    expect(other.signals).toMatchObject([{ name: 'S1', muted: true }]);
    const locked = await check('a blax', { switches });
    expect(locked).toMatchObject({ decision: 'refuse', score: 0.8, signals: [{ name: 'S14', muted: true }] });
  });

  it('shows in the matrix of what is covered', () => {
    const guard = createPolicyGuard({ policy, detectors: [words, extra], switches: { ...OFF, detectors: ['words'] } });
    expect(guard.coverage().map(({ detector, off }) => [detector, off])).toEqual([
      ['words', true],
      ['extra', undefined],
    ]);
  });

  it('does not hide that a detector failed', async () => {
    const broken = detectorOf('words', {}, { covers: words.covers, run: () => Promise.reject(new Error('boom')) });
    const options = { detectors: [broken], switches: { ...OFF, detectors: ['words'] } };
    expect(await check('anything', options)).toMatchObject({ decision: 'refuse', how: { words: 'failed' } });
  });

  it.each([
    ['a rule', { ...OFF, rules: ['en.zorb'] }],
    ['a language', { ...OFF, lexicons: ['en'] }],
  ])('mutes %s, and no other', async (_, switches) => {
    expect(await check('a zorb', { switches })).toMatchObject({ decision: 'allow', how: { words: 'scanned' } });
    expect(await check('a blax', { switches })).toMatchObject({ decision: 'refuse' });
    expect((await check('a blax', { switches })).signals[0]).not.toHaveProperty('muted');
  });

  it('is seen by a policy that asks for what is off', async () => {
    const strict = policyWith('  - { id: gap, when: { gap: off }, then: refuse }');
    const options = { policy: strict, switches: { ...OFF, detectors: ['extra'] } };
    expect(await check('harmless', options)).toMatchObject({ decision: 'refuse' });
    expect(await check('harmless', { policy: strict })).toMatchObject({ decision: 'allow' });
  });

  it('leaves signals as they are where nothing is off', async () => {
    expect((await check('zorb blax')).signals.every((signal) => !('muted' in signal) && !('allowed' in signal))).toBe(
      true,
    );
  });
});

describe('what a locked rule rests on', () => {
  it('is what it looks for, and what excuses', () => {
    const seen = (kind: 'hazard' | 'attribute' | 'maturity', name: string) =>
      isNeededByLockedRules({ ...extra, covers: [{ kind, name, languages: 'any' }] }, policy.policy);
    expect(seen('hazard', 'S14')).toBe(true);
    expect(seen('hazard', 'S4')).toBe(true);
    expect(seen('maturity', 'sexual')).toBe(true);
    expect(seen('attribute', 'education')).toBe(true);
    expect(seen('hazard', 'S1')).toBe(false);
    expect(seen('maturity', 'violence')).toBe(false);
    expect(seen('attribute', 'fiction')).toBe(false);
  });
});

describe('an allowed phrase', () => {
  it('takes a signal out of all rules but locked ones, and keeps it in the verdict', async () => {
    const allowed = new AllowList(compileAllowList(['the zorb of Quux', 'blax']));
    const one = await check('see The zorb of quux', { allowed, detectors: [words] });
    expect(one).toMatchObject({ decision: 'allow', score: 0, signals: [{ name: 'S1', allowed: true }] });
    expect(await check('a zorb', { allowed })).toMatchObject({ decision: 'refuse' });
    expect(await check('a blax', { allowed })).toMatchObject({ decision: 'refuse', signals: [{ allowed: true }] });
  });
});
