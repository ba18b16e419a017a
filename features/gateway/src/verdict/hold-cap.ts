import type { TenantId } from '@tyrian/contracts';
import type { Clock, Releases } from '../ports.js';

/** Counts holds against the daily cap of a tenant. */
export interface HoldCap {
  /** Takes a place under the cap; false where there is none left. */
  reserve(tenant: TenantId, cap: number): Promise<boolean>;
}

/** A reservation that never became a case, since its commit failed, counts no longer than this. */
const EXPIRES_MS = 5 * 60 * 1000;

interface Tally {
  counted: number;
  /** When holds were reserved that the count does not have yet. */
  pending: number[];
  /** One count at a time, so that they are seen in order. */
  turn: Promise<unknown>;
}

/** Cases open a while after their verdict; until the count shows them, the holds of this process count as reserved. */
export function createHoldCap(releases: Releases, clock: Clock): HoldCap {
  const tallies = new Map<TenantId, Tally>();

  async function take(tally: Tally, tenant: TenantId, cap: number): Promise<boolean> {
    const counted = await releases.countHeldToday(tenant);
    const now = clock.now();
    // What the count has grown by are the oldest reservations.
    tally.pending = tally.pending
      .slice(Math.max(0, counted - tally.counted))
      .filter((reservedAt) => now - reservedAt < EXPIRES_MS);
    tally.counted = counted;
    if (counted + tally.pending.length >= cap) return false;
    tally.pending.push(now);
    return true;
  }

  return {
    reserve(tenant, cap) {
      const tally = tallies.get(tenant) ?? { counted: 0, pending: [], turn: Promise.resolve() };
      tallies.set(tenant, tally);
      const taken = tally.turn.then(() => take(tally, tenant, cap));
      tally.turn = taken.catch(() => undefined);
      return taken;
    },
  };
}
