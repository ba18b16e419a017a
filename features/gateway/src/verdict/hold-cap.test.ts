import type { TenantId } from '@tyrian/contracts';
import { describe, expect, it } from 'vitest';
import { createHoldCap } from './hold-cap.js';

const ACME = 'acme' as TenantId;

/** Cases open only when told. */
function start() {
  const state = { opened: 0, now: 0 };
  const cap = createHoldCap(
    { isReleased: async () => false, countHeldToday: async () => state.opened },
    { now: () => state.now },
  );
  return { state, reserve: (most: number, tenant = ACME) => cap.reserve(tenant, most) };
}

describe('the daily cap of holds', () => {
  it('lets one through of many at once, though no case is open yet', async () => {
    const { reserve } = start();
    const taken = await Promise.all(Array.from({ length: 12 }, () => reserve(1)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await reserve(1, 'other' as TenantId)).toBe(true);
  });

  it('counts no hold twice once its case is open', async () => {
    const { state, reserve } = start();
    expect(await reserve(2)).toBe(true);
    state.opened = 1;
    expect(await reserve(2)).toBe(true);
    expect(await reserve(2)).toBe(false);
    state.opened = 2;
    expect(await reserve(2)).toBe(false);
    expect(await reserve(3)).toBe(true);
  });

  it('forgets a reservation that never became a case', async () => {
    const { state, reserve } = start();
    expect(await reserve(1)).toBe(true);
    state.now = 6 * 60 * 1000;
    expect(await reserve(1)).toBe(true);
  });

  it('goes on after a count has failed', async () => {
    let fails = true;
    const cap = createHoldCap(
      {
        isReleased: async () => false,
        countHeldToday: async () => {
          if (fails) throw new Error('gone');
          return 0;
        },
      },
      { now: () => 0 },
    );
    await expect(cap.reserve(ACME, 1)).rejects.toThrow('gone');
    fails = false;
    expect(await cap.reserve(ACME, 1)).toBe(true);
  });
});
