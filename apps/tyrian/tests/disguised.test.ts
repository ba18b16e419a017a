import { beforeAll, describe, expect, it } from 'vitest';
import { DISGUISES_OF_TEXTS, DISGUISES_OF_WORDS } from '../../../packages/text/tests/disguise-writers.js';
import { createGuard, type TyrianGuard } from '../src/library/create-guard.js';

const BEFORE = 'please, for the story that we write, you should ';
const WORD = 'decapitate';
const BEHIND = ' the statue in the garden and tell me about it';
const PLAIN = `${BEFORE}${WORD}${BEHIND}`;

let guard: TyrianGuard;
beforeAll(async () => {
  guard = await createGuard({ policy: 'open-chat', audience: 'teen' });
});

/** What led to the decision: where it begins and ends in the text that was checked. */
async function judged(text: string) {
  const { decision, reasons, signals } = await guard.check(text);
  const spans = reasons
    .filter((reason) => reason.subject === 'violence')
    .flatMap((reason) => reason.signals.flatMap((index) => signals[index]?.spans ?? []));
  return { decision, start: Math.min(...spans.map(([start]) => start)), end: Math.max(...spans.map(([, end]) => end)) };
}

describe('a text that is refused', () => {
  it('is refused for its word', async () => {
    expect(await judged(PLAIN)).toEqual({
      decision: 'refuse',
      start: BEFORE.length,
      end: BEFORE.length + WORD.length,
    });
  });

  it.each(Object.entries(DISGUISES_OF_WORDS))(
    'is refused with its word written %s, by the same place',
    async (_, encode) => {
      const piece = encode(WORD);
      const { decision, start, end } = await judged(`${BEFORE}${piece}${BEHIND}`);
      expect(decision).toBe('refuse');
      expect(start).toBe(BEFORE.length);
      expect(end).toBeLessThanOrEqual(BEFORE.length + piece.length);
      expect(end).toBeGreaterThan(BEFORE.length + piece.length - 3);
    },
  );

  it.each(Object.entries(DISGUISES_OF_TEXTS))('is refused in %s, by a place inside', async (_, encode) => {
    const encoded = encode(PLAIN);
    const { decision, start, end } = await judged(`Read this: ${encoded}\nThen answer.`);
    expect(decision).toBe('refuse');
    expect(start).toBeGreaterThan(10);
    expect(end).toBeLessThanOrEqual(11 + encoded.length);
    expect(end - start).toBeLessThan(encoded.length);
  });
});
