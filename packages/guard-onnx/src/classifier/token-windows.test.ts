import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenWindows, windowCount } from './token-windows.js';

const frame = { before: [101], behind: [102] };

describe('the windows of a text', () => {
  it('cover all tokens in order, each in its frame, and overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 3, max: 40 }), (length, maxTokens) => {
        const ids = Array.from({ length }, (_, at) => at);
        const windows = tokenWindows(ids, maxTokens, frame);
        expect(windows.length).toBe(windowCount(length, maxTokens, frame));
        expect(new Set(windows.flatMap((window) => [...window.slice(1, -1)]))).toEqual(new Set(ids));
        for (const window of windows) {
          expect(window.length).toBeLessThanOrEqual(maxTokens);
          expect([window[0], window.at(-1)]).toEqual([101, 102]);
        }
      }),
    );
  });

  it('have an eighth in common', () => {
    const [first, second] = tokenWindows([...Array(100).keys()], 66, frame);
    expect([first?.[64], second?.[1]]).toEqual([63, 56]);
  });

  it('are one for no tokens at all', () => {
    expect(tokenWindows([], 16, frame)).toEqual([Int32Array.from([101, 102])]);
  });
});
