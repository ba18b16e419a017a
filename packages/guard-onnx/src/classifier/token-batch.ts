import type { TokenBatch } from './model-session.js';

/** Windows as rows of one length, the shorter ones filled up. */
export function tokenBatch(windows: readonly Int32Array[], padId: number): TokenBatch {
  const width = windows.reduce((most, { length }) => Math.max(most, length), 1);
  const ids = new BigInt64Array(windows.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(windows.length * width);
  for (const [row, window] of windows.entries())
    for (const [at, id] of window.entries()) {
      ids[row * width + at] = BigInt(id);
      mask[row * width + at] = 1n;
    }
  return { rows: windows.length, width, ids, mask };
}
