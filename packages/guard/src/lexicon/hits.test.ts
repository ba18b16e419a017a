import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Hits } from './hits.js';

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 })), { maxLength: 20 })
  .map((pairs) =>
    pairs.map(([start, length]) => [start, start + length] as const).sort((a, b) => a[1] - b[1] || a[0] - b[0]),
  );

function hitsOf(list: readonly (readonly [number, number])[]): Hits {
  const hits = new Hits(1);
  for (const [start, end] of list) hits.add(0, start, end);
  return hits;
}

it('finds the nearest hits as a search through all of them does', () => {
  fc.assert(
    fc.property(spans, fc.nat(70), (list, at) => {
      const hits = hitsOf(list);
      const before = list.filter(([, end]) => end <= at).map(([, end]) => end);
      const last = hits.lastBefore(0, at);
      expect(last < 0 ? -1 : hits.end(0, last)).toBe(Math.max(-1, ...before));
      const first = hits.firstFrom(0, at);
      const behind = list.filter(([start]) => start >= at).map(([, end]) => end);
      expect(first < 0 ? Number.POSITIVE_INFINITY : hits.end(0, first)).toBe(
        Math.min(Number.POSITIVE_INFINITY, ...behind),
      );
    }),
  );
});

it('says no more is near than is', () => {
  fc.assert(
    fc.property(spans, fc.nat(60), fc.nat(6), fc.nat(10), (list, start, length, within) => {
      const near = list.some(([from, to]) => from <= start + length + within && to >= start - within);
      if (hitsOf(list).isNear(0, start, start + length, within)) expect(near).toBe(true);
    }),
  );
});

it('forgets everything when cleared', () => {
  const hits = hitsOf([[1, 2]]);
  hits.clear();
  expect(hits.count(0)).toBe(0);
  expect(hits.touched).toEqual([]);
});

it('keeps nothing of the text before', () => {
  const hits = new Hits(2);
  for (let at = 0; at < 100; at++) hits.add(0, at, at + 1, true);
  hits.add(1, 3, 9, true);
  hits.clear();
  expect([hits.touched, hits.count(0), hits.count(1), hits.end(1, 0), hits.isPlain(0, 0)]).toEqual([
    [],
    0,
    0,
    0,
    false,
  ]);
  hits.add(0, 5, 7);
  expect([hits.touched, hits.start(0, 0), hits.end(0, 0), hits.isPlain(0, 0), hits.start(0, 1)]).toEqual([
    [0],
    5,
    7,
    false,
    0,
  ]);
  expect([hits.firstFrom(0, 6), hits.lastBefore(0, 7)]).toEqual([-1, 0]);
});
