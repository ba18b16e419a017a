import type { Signal } from '@tyrian/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../tests/signals.js';
import { companions, type Within } from './proximity.js';

/** The definition, without any thought of time. */
function naive(groups: number[][], signals: Signal[], within: Within): number[][] | undefined {
  const gap = (a: Signal, b: Signal) =>
    Math.min(...a.spans.flatMap(([s, e]) => b.spans.map(([t, f]) => Math.max(0, t - e, s - f))));
  const isNear = (a: Signal, b: Signal) => {
    if (within === 'generation') return true;
    if (a.place !== b.place || a.stage !== b.stage) return false;
    return within === 'content' || gap(a, b) <= within;
  };
  const near = (a: number, b: number) => isNear(signals[a] as Signal, signals[b] as Signal);
  if (groups.some((group) => group.length === 0)) return undefined;
  const kept = groups.map((group, g) =>
    group.filter((a) => groups.every((other, o) => o === g || other.some((b) => near(a, b)))),
  );
  return kept.some((group) => group.length === 0) ? undefined : kept;
}

const signal = fc
  .record({
    place: fc.constantFrom('a', 'b'),
    starts: fc.array(fc.nat(200), { minLength: 1, maxLength: 3 }),
    length: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ place, starts, length }) => ({
    ...attribute('fiction', { place }),
    spans: starts.map((start): [number, number] => [start, start + length]),
  }));
const within = fc.oneof(fc.constantFrom('generation' as const, 'content' as const), fc.nat(60));

describe('companions', () => {
  it('keeps what the definition keeps', () => {
    const groups = fc.array(fc.uniqueArray(fc.nat(11), { minLength: 1 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(signal, { minLength: 12, maxLength: 12 }), groups, within, (signals, groups, within) => {
        expect(companions(groups, signals, within)).toEqual(naive(groups, signals, within));
      }),
      { numRuns: 500 },
    );
  });

  it('takes a string inside the JSON of a content for a part of it', () => {
    const whole = attribute('fiction', { place: 'tool_calls[0].function.arguments', at: [500, 510] });
    const inner = attribute('news', { place: 'tool_calls[0].function.arguments#0', at: [0, 4] });
    expect(companions([[0], [1]], [whole, inner], 10)).toEqual([[0], [1]]);
    expect(companions([[0], [1]], [whole, inner], 'content')).toEqual([[0], [1]]);
  });

  it('does not choke on as many signals as a text can hold', () => {
    const many = Array.from({ length: 60_000 }, (_, i) =>
      attribute(i % 2 ? 'fiction' : 'news', { at: [i * 400, i * 400 + 5] }),
    );
    const groups = [many.map((_, i) => i).filter((i) => i % 2), many.map((_, i) => i).filter((i) => i % 2 === 0)];
    expect(companions(groups, many, 20)).toBeUndefined();
  });
});
