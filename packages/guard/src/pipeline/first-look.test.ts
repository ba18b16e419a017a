import type { Content } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../tests/shipped.js';
import { generationOf } from '../../tests/signals.js';
import { type Detector, defineDetector } from '../detector.js';
import { createPolicyGuard } from './create-guard.js';

/** Sees a stand-in word, and counts how often it looked. */
function counting(word: string, sighting: Partial<Detector> = {}) {
  const looked: string[] = [];
  const detector = defineDetector({
    id: `finds-${word}`,
    version: '1',
    accepts: { modalities: ['text'], stages: ['input', 'output'] },
    cost: 'cheap',
    readsContentAlone: true,
    reach: word.length,
    covers: [{ kind: 'hazard', name: 'S1', languages: 'any' }],
    run: (content) => {
      const text = content.modality === 'text' ? content.text : '';
      looked.push(text);
      const at = text.indexOf(word);
      return {
        signals:
          at < 0 ? [] : [{ kind: 'hazard', name: 'S1', score: 0.9, spans: [[at, at + word.length]], via: ['raw'] }],
      };
    },
    ...sighting,
  });
  return { detector, looked };
}

const policy = policyWith('  - { id: one, when: { hazard: S1 }, then: refuse }');

describe('what has been seen before', () => {
  it('is looked at twice, then remembered, and says the same at whatever place', async () => {
    const { detector, looked } = counting('quibble');
    const guard = createPolicyGuard({ policy, detectors: [detector] });
    const fresh = await guard.check(generationOf('a quibble'));
    await guard.check(generationOf('a quibble'));
    const again = await guard.check(generationOf('hello', 'a quibble'));
    expect(looked).toEqual(['a quibble', 'a quibble', 'hello']);
    expect(again.decision).toBe('refuse');
    expect(again.signals).toEqual(fresh.signals.map((signal) => ({ ...signal, place: 'messages[1].content' })));
    expect(again.coverage.map(({ place }) => place)).toEqual(['messages[0].content', 'messages[1].content']);
    const same = await guard.check(generationOf('a quibble'));
    expect([same.signals, same.coverage]).toEqual([fresh.signals, fresh.coverage]);
  });

  it('is another thing in another role or at another stage', async () => {
    const { detector, looked } = counting('quibble');
    const guard = createPolicyGuard({ policy, detectors: [detector] });
    const generation = generationOf('a quibble');
    const [content] = generation.contents as [Content];
    const variants = [content, { ...content, role: 'system' as const }, { ...content, stage: 'output' as const }];
    for (const one of variants) for (const _ of [1, 2, 3]) await guard.check({ ...generation, contents: [one] });
    expect(looked).toHaveLength(6);
  });

  it('is not kept where a locked rule has spoken', async () => {
    const { detector, looked } = counting('quibble');
    const locked = policyWith('  - { id: one, when: { hazard: S1 }, atLeast: 0.5, then: refuse, locked: true }');
    const guard = createPolicyGuard({ policy: locked, detectors: [detector] });
    for (const _ of [1, 2, 3, 4]) await guard.check(generationOf('a quibble', 'and an otter'));
    expect(looked.filter((text) => text === 'a quibble')).toHaveLength(4);
  });

  it('is not kept where a detector failed, reads more than the content, or waits for a guard model', async () => {
    const failing = counting('x', {
      id: 'failing',
      run: () => {
        failing.looked.push('again');
        throw new Error('no');
      },
    });
    const wide = counting('y', { readsContentAlone: false });
    const dear = counting('z', { cost: 'remote' });
    for (const { detector, looked } of [failing, wide, dear]) {
      const guard = createPolicyGuard({ policy, detectors: [detector] });
      for (const _ of [1, 2, 3, 4]) await guard.check(generationOf('an otter'));
      expect(looked).toHaveLength(4);
    }
  });

  it('takes no text for another that UTF-8 writes alike', async () => {
    const { detector } = counting('\ud800');
    const guard = createPolicyGuard({ policy, detectors: [detector] });
    for (const _ of [1, 2, 3]) expect((await guard.check(generationOf('an \ufffd otter'))).decision).toBe('allow');
    for (const _ of [1, 2, 3]) expect((await guard.check(generationOf('an \ud800 otter'))).decision).toBe('refuse');
  });

  it('forgets what came longest ago', async () => {
    const { detector, looked } = counting('quibble');
    const guard = createPolicyGuard({ policy, detectors: [detector] });
    const twice = async (text: string) => {
      for (const _ of [1, 2]) await guard.check(generationOf(text));
    };
    await twice('the first');
    for (let at = 0; at < 4_096; at++) await twice(`text ${at}`);
    looked.length = 0;
    await guard.check(generationOf('text 4095'));
    expect(looked).toEqual([]);
    await guard.check(generationOf('the first'));
    expect(looked).toEqual(['the first']);
  });
});
