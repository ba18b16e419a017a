import { describe, expect, it } from 'vitest';
import { deadline } from './deadline.js';

describe('deadline', () => {
  it('gives what comes in time, and the late error otherwise', async () => {
    await expect(deadline(Promise.resolve(7), 1_000, () => new Error('late'))).resolves.toBe(7);
    await expect(deadline(Promise.reject(new Error('own')), 1_000, () => new Error('late'))).rejects.toThrow('own');
    // The timer keeps no process alive, so something else must while we wait for it.
    const alive = setInterval(() => undefined, 10);
    await expect(deadline(new Promise(() => undefined), 5, () => new Error('late'))).rejects.toThrow('late');
    clearInterval(alive);
  });
});
