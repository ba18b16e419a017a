import { TyrianError } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { generationOf } from '../../tests/signals.js';
import { type Detector, defineDetector, type ReadContent, type Sighting } from '../detector.js';
import { createPolicyGuard } from './create-guard.js';
import { MAX_CHARACTERS } from './read-once.js';

/** Sees a stand-in word in a text. */
function finds(word: string, sighting: Partial<Detector> = {}): Detector {
  return defineDetector({
    id: `finds-${word}`,
    version: '1',
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    reach: word.length,
    covers: [{ kind: 'hazard', name: 'S1', languages: 'any' }],
    run: (content) => ({ signals: sightings(content, word) }),
    ...sighting,
  });
}

function sightings(content: ReadContent, word: string): Sighting[] {
  const at = content.modality === 'text' ? content.text.indexOf(word) : -1;
  return at < 0 ? [] : [{ kind: 'hazard', name: 'S1', score: 0.9, spans: [[at, at + word.length]], via: ['raw'] }];
}

const policy = policyWith('  - { id: one, when: { hazard: S1 }, then: refuse }');
const late = (run: Detector['run']): Partial<Detector> => ({ cost: 'remote', run });

describe('createPolicyGuard', () => {
  it('reports every signal with its place, role and detector', async () => {
    const guard = createPolicyGuard({ policy, detectors: [finds('zorblax'), finds('quibble')] });
    const verdict = await guard.check(generationOf('a quibble', 'no harm', 'zorblax and quibble'));
    expect(verdict.decision).toBe('refuse');
    expect(verdict.signals.map(({ place, spans, detector }) => [place, spans, detector])).toEqual([
      ['messages[0].content', [[2, 9]], 'finds-quibble'],
      ['messages[2].content', [[0, 7]], 'finds-zorblax'],
      ['messages[2].content', [[12, 19]], 'finds-quibble'],
    ]);
    expect(verdict.coverage).toHaveLength(6);
    expect(verdict.policy).toMatchObject({ id: 'test', hash: policy.hash });
  });

  it('goes on when a detector throws, and fails closed with its code', async () => {
    const broken = finds('x', {
      id: 'broken',
      run: () => {
        throw new Error('boom');
      },
    });
    const guard = createPolicyGuard({ policy, detectors: [broken, finds('zorblax')] });
    const verdict = await guard.check(generationOf('zorblax'));
    expect(verdict.signals).toHaveLength(1);
    expect(verdict.coverage).toContainEqual({
      status: 'failed',
      detector: 'broken',
      place: 'messages[0].content',
      code: 'DETECTOR_FAILED',
    });
    expect((await guard.check(generationOf('harmless'))).decision).toBe('refuse');
  });

  it('takes a rejected promise as a failure too, with the code of a known error', async () => {
    const refusing = finds(
      'x',
      late(async () => {
        throw new TyrianError({ code: 'OUT_OF_REACH', status: 503, template: 'no' }, []);
      }),
    );
    const verdict = await createPolicyGuard({ policy, detectors: [refusing] }).check(generationOf('harmless'));
    expect(verdict.coverage).toMatchObject([{ status: 'failed', code: 'OUT_OF_REACH' }]);
    expect(verdict.decision).toBe('refuse');
  });

  it('knows of a gap which hazards went unseen, and after a content that nobody took all of them', async () => {
    const blind = finds('x', { run: () => ({ signals: [], gap: 'language' }) });
    const refuses = (unseen: string) =>
      createPolicyGuard({
        policy: policyWith(`  - { id: gap, when: { gap: [language, modality], unseen: ${unseen} }, then: refuse }`),
        detectors: [blind],
      });
    expect((await refuses('S1').check(generationOf('zorblax'))).decision).toBe('refuse');
    expect((await refuses('S9').check(generationOf('zorblax'))).decision).toBe('allow');
    const image = { modality: 'image', place: 'p', role: 'user', stage: 'input', source: 'x' } as const;
    expect((await refuses('S9').check({ ...generationOf(), contents: [image] })).decision).toBe('refuse');
  });

  it('knows of a gap in which language it is', async () => {
    const blind = finds('x', { run: () => ({ signals: [], gap: 'language' }) });
    const german = 'Wie backe ich ein Brot mit einer knusprigen Kruste? Ich habe heute viel Zeit.';
    const decide = async (language: string, text: string) =>
      (
        await createPolicyGuard({
          policy: policyWith(`  - { id: gap, when: { gap: language, language: ${language} }, then: refuse }`),
          detectors: [blind],
        }).check(generationOf(text))
      ).decision;
    expect([await decide('de', german), await decide('fr', german)]).toEqual(['refuse', 'allow']);
    expect(await decide('und', '12345')).toBe('refuse');
  });

  it('waits for dearer detectors, but shows them nothing that a locked rule has refused', async () => {
    let asked = 0;
    const remote = finds(
      'zorblax',
      late(async (content) => {
        asked++;
        return { signals: sightings(content, 'zorblax') };
      }),
    );
    const lockedWord = finds('quibble', {
      run: (content) => ({
        signals: sightings(content, 'quibble').map((seen) => ({ ...seen, kind: 'hazard', name: 'S4' }) as Sighting),
      }),
    });
    const guard = createPolicyGuard({ policy, detectors: [lockedWord, remote] });
    expect((await guard.check(generationOf('zorblax'))).decision).toBe('refuse');
    expect(asked).toBe(1);
    expect((await guard.check(generationOf('quibble'))).reasons[0]).toMatchObject({ locked: true });
    expect(asked).toBe(1);
  });

  it('says what nobody could look at', async () => {
    const guard = createPolicyGuard({ policy, detectors: [finds('zorblax')] });
    const image = { modality: 'image', place: 'image', role: 'user', stage: 'input', source: 'data:' } as const;
    const seen = await guard.check({ ...generationOf(), contents: [image] });
    expect(seen.coverage).toEqual([{ status: 'not-covered', detector: 'none', place: 'image', gap: 'modality' }]);
    const long = await guard.check(generationOf('a'.repeat(MAX_CHARACTERS + 1)));
    expect(long.coverage).toMatchObject([{ status: 'failed', code: 'TEXT_TOO_LONG' }]);
    expect(long.decision).toBe('refuse');
  });

  it('refuses when the guard itself breaks', async () => {
    const guard = createPolicyGuard({ policy, detectors: [finds('zorblax')] });
    const broken = Object.defineProperty(generationOf('harmless'), 'contents', {
      get: () => {
        throw new RangeError('too deep');
      },
    });
    expect(await guard.check(broken)).toMatchObject({
      decision: 'refuse',
      coverage: [{ status: 'failed', detector: 'guard' }],
    });
  });

  it('marks what a detector could not wholly judge', async () => {
    const english = finds('zorblax', { run: () => ({ signals: [], gap: 'language' }) });
    const verdict = await createPolicyGuard({ policy, detectors: [english] }).check(generationOf('bonjour'));
    expect(verdict.coverage).toMatchObject([{ status: 'not-covered', gap: 'language' }]);
    expect(verdict.decision).toBe('allow');
  });

  it('puts the same account into the same part of a canary', async () => {
    const canary = policyWith('  - { id: one, when: { hazard: S1 }, then: refuse }', 'mode: canary\ncanaryPercent: 50');
    const guard = createPolicyGuard({
      policy: canary,
      detectors: [finds('zorblax')],
      canaryBucket: (account) => (account === 'ana' ? 10 : 90),
    });
    const check = async (account: string) => (await guard.check({ ...generationOf('zorblax'), account })).decision;
    expect([await check('ana'), await check('ben')]).toEqual(['refuse', 'allow']);
  });
});
