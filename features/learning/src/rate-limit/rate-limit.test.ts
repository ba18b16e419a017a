import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.js';

const MINUTE = 60_000;

describe('a rate limit', () => {
  it('gives so many at once, and says after how many seconds there is one again', () => {
    let time = 0;
    const limit = createRateLimit({ count: 3, perMs: MINUTE }, () => time);
    expect([1, 2, 3].map(() => limit.take('ana'))).toEqual([undefined, undefined, undefined]);
    expect(limit.take('ana')).toBe(20);
    expect(limit.take('ben')).toBeUndefined();
    time += 19_999;
    expect(limit.take('ana')).toBe(1);
    time += 1;
    expect(limit.take('ana')).toBeUndefined();
    expect(limit.take('ana')).toBe(20);
  });

  it('never gives more in a time than its count and what that time brings, and keeps its word', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 200 }), (pauses) => {
        let time = 0;
        const limit = createRateLimit({ count: 5, perMs: MINUTE }, () => time);
        let taken = 0;
        for (const pause of pauses) {
          time += pause;
          const wait = limit.take('ana');
          if (wait === undefined) taken++;
          else {
            time += wait * 1_000;
            expect(limit.take('ana')).toBeUndefined();
            taken++;
          }
          expect(taken).toBeLessThanOrEqual(5 + (time / MINUTE) * 5 + 1e-6);
        }
      }),
    );
  });

  it('gives nothing for a clock that was set back, and makes nobody wait the longer', () => {
    let time = 10 * MINUTE;
    const limit = createRateLimit({ count: 1, perMs: MINUTE }, () => time);
    limit.take('ana');
    time = 0;
    expect(limit.take('ana')).toBe(60);
  });

  it('holds no more names than it may, and forgets who came longest ago', () => {
    const limit = createRateLimit({ count: 1, perMs: MINUTE }, () => 0, 2);
    for (const name of ['ana', 'ben', 'ana', 'cem']) limit.take(name);
    expect(limit.take('ana')).toBeDefined();
    expect(limit.take('ben')).toBeUndefined();
  });
});
