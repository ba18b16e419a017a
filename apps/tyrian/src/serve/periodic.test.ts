import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { periodically } from './periodic.js';

const HOUR_MS = 3_600_000;
const fail = (fault: unknown) => {
  throw fault;
};

describe('periodically', () => {
  it('runs once more for all that was asked while it ran, and never twice at a time', async () => {
    const finish: (() => void)[] = [];
    const periodic = periodically(HOUR_MS, () => new Promise<void>((resolve) => finish.push(resolve)), fail);
    for (let i = 0; i < 5; i++) periodic.soon();
    expect(finish).toHaveLength(1);
    for (let i = 0; i < 5; i++) periodic.soon();
    finish[0]?.();
    await delay(1);
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await periodic.stop();
    periodic.soon();
    expect(finish).toHaveLength(2);
  });

  it('goes on after a run that failed', async () => {
    const faults: unknown[] = [];
    let runs = 0;
    const periodic = periodically(
      1,
      async () => {
        if (++runs === 1) throw new Error('first');
      },
      (fault) => faults.push(fault),
    );
    const alive = setInterval(() => undefined, 1);
    while (runs < 3) await delay(1);
    clearInterval(alive);
    await periodic.stop();
    expect(faults).toMatchObject([{ message: 'first' }]);
  });
});
