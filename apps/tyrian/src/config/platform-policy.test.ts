import type { Audience, Generation } from '@tyrian/contracts';
import { GenerationId } from '@tyrian/contracts';
import { defineDetector } from '@tyrian/guard';
import { describe, expect, it } from 'vitest';
import { createEmbeddedGuard } from '../library/embedded-guard.js';
import { type Config, parseConfig } from './config.js';
import { platformPolicy } from './platform-policy.js';

/** Sees in stand-in words what the built-in lexicon sees in real ones. */
const standIn = defineDetector({
  id: 'stand-in',
  version: '1',
  accepts: { modalities: ['text'], stages: ['input', 'output'] },
  cost: 'cheap',
  reach: 20,
  covers: [],
  run(content) {
    const text = content.modality === 'text' ? content.text : '';
    const seen = { score: 0.95, spans: [[0, 4] as [number, number]], via: ['raw'] };
    if (text.includes('zorblax')) return { signals: [{ kind: 'maturity', name: 'sexual', degree: 3, ...seen }] };
    if (text.includes('mild')) return { signals: [{ kind: 'maturity', name: 'sexual', degree: 1, ...seen }] };
    if (text.includes('quux')) return { signals: [{ kind: 'hazard', name: 'S12', ...seen }] };
    if (text.includes('locked')) return { signals: [{ kind: 'hazard', name: 'S4', ...seen }] };
    return { signals: [] };
  },
});

async function decide(settings: Partial<Config>, text: string, audience: Audience = 'adult') {
  const policy = platformPolicy(parseConfig(settings));
  const guard = createEmbeddedGuard({ policy, detectors: [standIn] });
  const generation: Generation = {
    id: GenerationId.parse('gen_1'),
    stage: 'input',
    audience,
    contents: [{ modality: 'text', place: 'text', role: 'user', stage: 'input', text }],
  };
  return guard.check(generation);
}

describe('platformPolicy', () => {
  it('gives adults explicit material unless the platform has none', async () => {
    expect((await decide({}, 'zorblax')).decision).toBe('allow');
    expect((await decide({ adultContent: false }, 'zorblax')).decision).toBe('refuse');
    expect((await decide({ adultContent: false }, 'quux')).decision).toBe('refuse');
  });

  it('refuses no more than that, and says by which words', async () => {
    expect((await decide({ adultContent: false }, 'mild')).decision).toBe('allow');
    const { reasons } = await decide({ adultContent: false }, 'zorblax');
    expect(reasons).toContainEqual(
      expect.objectContaining({ rule: 'platform.no-adult-content', explanation: 'words', locked: false, signals: [0] }),
    );
  });

  it.each(['child', 'teen', 'unknown'] as const)('gives it to no %s either way', async (audience) => {
    for (const adultContent of [true, false])
      expect((await decide({ adultContent }, 'zorblax', audience)).decision).toBe('refuse');
  });

  it('only watches where the platform observes, but for what is locked', async () => {
    const observing = { adultContent: false, mode: 'observe' } as const;
    expect(await decide(observing, 'zorblax')).toMatchObject({ decision: 'allow', proposed: 'refuse' });
    expect(await decide(observing, 'locked')).toMatchObject({ decision: 'refuse' });
  });

  it('is told apart in the record by its hash, whatever makes it another', () => {
    const hashes = [
      {},
      { adultContent: false },
      { mode: 'observe' as const },
      { policy: 'children' },
      { policy: 'children', adultContent: false },
    ].map((settings) => platformPolicy(parseConfig(settings)).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(platformPolicy(parseConfig({ mode: 'enforce' })).hash).toBe(hashes[0]);
  });

  it('keeps its name, so that the verdict says which policy it was', () => {
    expect(platformPolicy(parseConfig({ adultContent: false })).policy.id).toBe('open-chat');
    expect(platformPolicy(parseConfig({ policy: 'children', mode: 'observe' })).policy).toMatchObject({
      id: 'children',
      mode: 'observe',
    });
  });

  it('knows no policy of another name, nor the core by itself', () => {
    for (const policy of ['nowhere', 'core', 'OPEN-CHAT'])
      expect(() => platformPolicy(parseConfig({ policy }))).toThrow(
        expect.objectContaining({ code: 'POLICY_UNKNOWN', message: expect.stringContaining('open-chat, children') }),
      );
    expect(() => platformPolicy(parseConfig({ policy: 'nowhere.yaml' }))).toThrow(
      expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining('no such file') }),
    );
  });
});
