import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttemptAt, pauseAfter } from './next-attempt.js';

const DAY = 24 * 3_600_000;

describe('the next attempt', () => {
  it('comes three times as late each time, and at most two hours later', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempt) => pauseAfter(attempt) / 1000)).toEqual([
      5, 15, 45, 135, 405, 1215, 3645, 7200, 7200,
    ]);
  });

  it('is made when the time is over, and then none', () => {
    let now = 0;
    let attempt = 1;
    for (;;) {
      const at = nextAttemptAt({ attempt, since: 0, giveUpMs: DAY }, now, 0.5);
      if (at === undefined) break;
      now = at;
      attempt++;
    }
    expect({ now, attempt }).toEqual({ now: DAY, attempt: 20 });
  });

  it('is never sooner than asked for, never in the past, and never past the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(2 * DAY),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.nat(DAY), { nil: undefined }),
        (attempt, now, random, afterMs) => {
          const at = nextAttemptAt({ attempt, since: 0, giveUpMs: DAY, afterMs }, now, random);
          if (now >= DAY) {
            expect(at).toBe(undefined);
            return;
          }
          expect(at).toBeGreaterThan(now);
          expect(at).toBeLessThanOrEqual(DAY);
          if (at !== DAY) expect(at).toBeGreaterThanOrEqual(now + Math.max(afterMs ?? 0, pauseAfter(attempt) * 0.8));
        },
      ),
    );
  });
});
