import { describe, expect, it } from 'vitest';
import { MISBEHAVIOURS, type Misbehaviour } from '../src/stand-in/misbehaviour.js';
import { faultOf, LABELS, modelAt, never, says, standInOf } from './_harness.js';
import { wordFamily } from './_word-family.js';

const KNOWN = ['GUARD_MODEL_UNREACHABLE', 'GUARD_MODEL_ANSWER', 'GUARD_MODEL_BUSY'];

/** The same numbers at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe.each([
  ['openai-compatible', 'chat'],
  ['ollama', 'completion'],
  ['vllm-classify', 'classify'],
] as const)('in a storm, a model behind %s', (kind, call) => {
  it('answers rightly or says that it failed, for everyone', async () => {
    const random = numbers(7);
    const standIn = await standInOf();
    const model = modelAt(standIn, {
      family: wordFamily(call),
      server: { kind, url: standIn.url, labels: LABELS },
      limits: { callMs: 200, questionMs: 5_000, concurrency: 4, waiting: 20, openMs: 30 },
    });
    const moods: readonly (Misbehaviour | undefined)[] = [...MISBEHAVIOURS, undefined, undefined, undefined];
    const outcomes: Promise<string>[] = [];
    for (let at = 0; at < 150; at++) {
      if (at % 5 === 0) standIn.misbehave(moods[Math.floor(random() * moods.length)], 3);
      const isBad = random() < 0.5;
      const asked = model.judge(says(isBad ? `a zorblax ${at}` : `a garden ${at}`), { signal: never });
      outcomes.push(
        asked.then(
          ({ score }) => (score > 0.5 === isBad ? 'right' : 'wrong'),
          (fault: { code?: string }) => fault.code ?? 'unknown',
        ),
      );
      if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, 8));
    }
    const ends = await Promise.all(outcomes);
    expect(ends.filter((end) => end !== 'right' && !KNOWN.includes(end))).toEqual([]);
    expect(ends.filter((end) => end === 'right').length).toBeGreaterThan(10);
    // And it recovers.
    standIn.misbehave(undefined);
    const scoreNow = async () =>
      (await model.judge(says('a zorblax'), { signal: never }).catch(() => ({ score: 0 }))).score;
    await expect.poll(scoreNow, { timeout: 10_000 }).toBeGreaterThan(0.9);
  });

  it('keeps nothing of callers who go away at any moment', async () => {
    const random = numbers(11);
    const standIn = await standInOf({ misbehave: 'slow' });
    const model = modelAt(standIn, {
      family: wordFamily(call),
      server: { kind, url: standIn.url, labels: LABELS },
      limits: { concurrency: 3, waiting: 100 },
    });
    const left = Array.from({ length: 60 }, async (_, at) => {
      const caller = new AbortController();
      const asked = faultOf(model.judge(says(`a zorblax ${at}`), { signal: caller.signal }));
      await new Promise((resolve) => setTimeout(resolve, random() * 60));
      caller.abort(new RangeError('gone'));
      return await asked;
    });
    expect(new Set((await Promise.all(left)).map(({ message }) => message))).toEqual(new Set(['gone']));
    standIn.misbehave(undefined);
    // No request is still taken by one who left.
    const after = await Promise.all(Array.from({ length: 6 }, () => model.judge(says('a zorblax'), { signal: never })));
    expect(after.every(({ score }) => score > 0.9)).toBe(true);
    expect(model.state).toBe('closed');
  });
});
