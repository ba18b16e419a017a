import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreLinked, Chains } from './chain.js';
import { Hits } from './hits.js';

type Hit = readonly [group: number, start: number, length: number];
const WITHIN = 6;

function hitsOf(list: readonly Hit[]): Hits {
  const hits = new Hits(4);
  for (const [group, start, length] of [...list].sort((a, b) => a[1] + a[2] - b[1] - b[2])) {
    hits.add(group, start, start + length);
  }
  return hits;
}

/** Tries every way through the groups. */
function hasChain(hits: Hits, groups: readonly number[], start: number, areLinked: AreLinked): boolean {
  const group = groups.at(-1);
  if (group === undefined) return true;
  for (let hit = 0; hit < hits.count(group); hit++) {
    const end = hits.end(group, hit);
    if (
      end <= start &&
      areLinked(end, start) &&
      hasChain(hits, groups.slice(0, -1), hits.start(group, hit), areLinked)
    ) {
      return true;
    }
  }
  return false;
}

describe('a chain', () => {
  const hit = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(40), fc.integer({ min: 1, max: 3 }));

  it('is found exactly where a search through all ways finds one', () => {
    fc.assert(
      fc.property(
        fc.array(hit, { maxLength: 24 }),
        fc.nat(40),
        fc.constantFrom([1, 2], [1, 2, 3]),
        (list, wall, groups) => {
          const hits = hitsOf(list);
          const areLinked = (end: number, start: number) => start - end <= WITHIN && !(end <= wall && wall < start);
          const chains = new Chains(groups, hits, areLinked);
          const last = groups.at(-1) ?? 0;
          for (let at = 0; at < hits.count(last); at++) {
            const pieces = chains.endingIn(at);
            const expected = hasChain(hits, groups.slice(0, -1), hits.start(last, at), areLinked);
            expect(pieces !== undefined).toBe(expected);
            for (const [index, [start]] of (pieces ?? []).entries()) {
              const before = pieces?.[index - 1];
              if (before !== undefined) expect(before[1] <= start && areLinked(before[1], start)).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('is not broken by a second middle word that leads nowhere', () => {
    const hits = hitsOf([
      [1, 0, 1],
      [2, 5, 1],
      [2, 9, 1],
      [3, 12, 1],
    ]);
    const far = new Chains([1, 2, 3], hits, (end, start) => start - end <= WITHIN);
    expect(far.endingIn(0)).toEqual([
      [0, 1],
      [5, 6],
      [12, 13],
    ]);
  });
});
