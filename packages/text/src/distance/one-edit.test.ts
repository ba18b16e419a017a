import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOneEdit } from './one-edit.js';

/** Optimal string alignment, the slow way. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = best;
    }
  return at(a.length, b.length);
}

it('agrees with the distance computed whole', () => {
  const word = fc.stringMatching(/^[ab]{0,6}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneEdit(a, b)).toBe(distance(a, b) === 1);
      expect(isOneEdit(b, a)).toBe(isOneEdit(a, b));
    }),
    { numRuns: 2_000 },
  );
});
