import { type Detector, defineDetector, loadPolicy, type Sighting } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { shippedPolicyYaml } from '../assets.js';
import { embeddedGuards } from './embedded-guards.js';

const YAML = `schemaVersion: 1
id: mine
version: 1.0.0
title: Mine
rules:
  - { id: zorb, title: Zorb, when: { hazard: S1 }, atLeast: 0.5, then: refuse, locked: true }
`;
const policy = loadPolicy(YAML, 'mine', shippedPolicyYaml);

/** Sees a stand-in word. */
function finds(word: string, part: Partial<Detector> = {}): Detector {
  return defineDetector({
    id: `finds-${word}`,
    version: '1',
    accepts: { modalities: ['text'], stages: ['input'] },
    cost: 'cheap',
    reach: word.length,
    covers: [{ kind: 'hazard', name: 'S1', languages: 'any' }],
    run(content) {
      const at = content.modality === 'text' ? content.text.indexOf(word) : -1;
      const seen = (score: number): Sighting => ({
        kind: 'hazard',
        name: 'S1',
        score,
        spans: [[at, at + word.length]],
        via: ['raw'],
      });
      return { signals: at < 0 ? [] : [seen(0.4), seen(0.7)] };
    },
    ...part,
  });
}

const options = { policy, audience: 'adult' } as const;

describe('the embedded guards', () => {
  it('are the whole one and each detector that looks for hazards, with the highest score of each', async () => {
    const attributes = finds('art', { id: 'art', covers: [{ kind: 'attribute', name: 'art', languages: 'any' }] });
    const guards = embeddedGuards({ ...options, detectors: [finds('zorblax'), finds('quibnark'), attributes] });
    expect(guards.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'tyrian mine 1.0.0',
      'finds-zorblax 1',
      'finds-quibnark 1',
    ]);
    const ask = (text: string) => Promise.all(guards.map((guard) => guard.score(text)));
    expect(await ask('a zorblax')).toEqual([0.7, 0.7, 0]);
    expect(await ask('bread')).toEqual([0, 0, 0]);
    expect(await guards[0]?.decide?.('a zorblax')).toBe('refuse');
    expect(await guards[0]?.decide?.('bread')).toBe('allow');
  });

  it('look once at a text, however many of them are asked about it', async () => {
    let looks = 0;
    const counts = finds('quibnark', {
      run() {
        looks++;
        return { signals: [] };
      },
    });
    const guards = embeddedGuards({ ...options, detectors: [finds('zorblax'), counts] });
    await Promise.all(guards.flatMap((guard) => [guard.decide?.('bread'), guard.score('bread')]));
    expect(looks).toBe(1);
  });

  it('ask a detector that a locked refusal spares all the same', async () => {
    const dear = finds('zorblax', { id: 'dear', cost: 'local' });
    const [, , alone] = embeddedGuards({ ...options, detectors: [finds('zorblax'), dear] });
    expect(await alone?.score('zorblax')).toBe(0.7);
  });

  it('give no score where they failed or do not cover the text', async () => {
    const fails = finds('x', {
      id: 'fails',
      run() {
        throw new Error('boom');
      },
    });
    const foreign = finds('x', { id: 'foreign', run: () => ({ signals: [], gap: 'language' }) });
    const guards = embeddedGuards({ ...options, detectors: [fails, foreign] });
    expect(await Promise.all(guards.map((guard) => guard.score('bread')))).toEqual([undefined, undefined, undefined]);
    const [whole, alone] = embeddedGuards({ ...options, detectors: [foreign] });
    expect([await whole?.score('bread'), await alone?.score('bread')]).toEqual([0, undefined]);
  });
});
