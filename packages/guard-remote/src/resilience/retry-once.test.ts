import { describe, expect, it } from 'vitest';
import { retryOnce } from './retry-once.js';

const { signal } = new AbortController();
const passing = new Error('for a moment');

/** A call that ends as it is told, in order. */
function calls(...ends: (Error | string)[]) {
  const made = { count: 0 };
  const call = async (): Promise<string> => {
    const end = ends[made.count++];
    if (typeof end === 'string') return end;
    throw end;
  };
  return { made, call };
}

describe('retryOnce', () => {
  const isTransient = (fault: unknown) => fault === passing;

  it('asks once more after a fault that passes', async () => {
    const { call, made } = calls(passing, 'answer');
    await expect(retryOnce(call, { isTransient, signal, random: () => 0 })).resolves.toBe('answer');
    expect(made.count).toBe(2);
  });

  it('asks no third time', async () => {
    const { call, made } = calls(passing, passing, 'answer');
    await expect(retryOnce(call, { isTransient, signal, random: () => 0 })).rejects.toBe(passing);
    expect(made.count).toBe(2);
  });

  it('asks once where it is answered, or where the fault stays', async () => {
    const answered = calls('answer');
    await retryOnce(answered.call, { isTransient, signal });
    const broken = calls(new Error('for good'), 'answer');
    await expect(retryOnce(broken.call, { isTransient, signal })).rejects.toThrow('for good');
    expect([answered.made.count, broken.made.count]).toEqual([1, 1]);
  });

  it.each([
    [0, 19],
    [0.99, 190],
  ])('waits longer the higher its number: %f', async (number, leastMs) => {
    const { call } = calls(passing, 'answer');
    const started = performance.now();
    await retryOnce(call, { isTransient, signal, random: () => number });
    expect(performance.now() - started).toBeGreaterThanOrEqual(leastMs);
  });

  it('gives up with the first fault where the caller goes away', async () => {
    const { call, made } = calls(passing, 'answer');
    const caller = new AbortController();
    const retried = retryOnce(call, { isTransient, signal: caller.signal, random: () => 0.99 });
    setTimeout(() => caller.abort(), 5);
    await expect(retried).rejects.toBe(passing);
    expect(made.count).toBe(1);
  });
});
